using System.Diagnostics;
using Hkall.Domain.Charging;
using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;

namespace Hkall.Domain;

/// <summary>
/// The rules for messages from libraries. Each message counts once. We discard one from a library that we did not ask or have passed
/// over, unless it announces a parcel: we follow every parcel, from any sender.
/// </summary>
internal static class SupplierNewsRules
{
    public static Decision<PatronRequest, RequestEvent> Heard(DecisionBuilder decision, SupplierNews news)
    {
        if (decision.Request.Heard.Contains(RequestFold.MarkOf(news.Symbol, news.MessageId)))
        {
            return decision.Ignored("The message was heard before.");
        }

        if (decision.Request.Rota.FirstOrDefault(entry => entry.Symbol == news.Symbol) is not { WasAsked: true } sender)
        {
            // A library can write to us by mistake; staff who quote it have the wrong request before them.
            return news.Word is null
                ? decision.Discard(news, $"{news.Symbol} was never asked.")
                : decision.Request.ToAskByHand == news.Symbol
                    ? DecisionBuilder.Refuse(Refusal.AskFirst, $"Record first that {news.Symbol} was asked.")
                    : DecisionBuilder.Refuse(Refusal.LibraryNotAsked, $"{news.Symbol} was never asked for this.");
        }

        // Staff who have the library's answer have asked it; the history says so before it says what the library answered.
        if (decision.Request.ToAskByHand == news.Symbol && news.Word is { By: not SaidBy.Link })
        {
            return DecisionBuilder.Refuse(Refusal.AskFirst, $"Record first that {news.Symbol} was asked.");
        }

        // A library that a mail did not seem to reach, and that answers it, has been asked.
        if (decision.Request.ToAskByHand == news.Symbol && news is WillSupply or Unfilled or Conditional or RetryOffered)
        {
            Asking.Ask(decision, sender, new HandAsking(AskedBy.Mail, null, null));
            sender = decision.Request.Supplier!;
        }

        return OfLink(decision, news, Answered(decision, news, sender));
    }

    /// <summary>
    /// Whoever answers by a link reads what became of the answer. One that the request no longer waits for is refused, and leaves no trace:
    /// the letter with the link may lie open for weeks.
    /// </summary>
    private static Decision<PatronRequest, RequestEvent> OfLink(
        DecisionBuilder decision, SupplierNews news, Decision<PatronRequest, RequestEvent> decided) =>
        news.Word is not { By: SaidBy.Link } || decided is not Ignored<PatronRequest, RequestEvent> late
            ? decided
            : decision.Request.Status.IsOpen()
                ? DecisionBuilder.Refuse(Refusal.AlreadyAnswered, late.Why)
                : DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed.");

    private static Decision<PatronRequest, RequestEvent> Answered(DecisionBuilder decision, SupplierNews news, RotaEntry sender)
    {
        return news switch
        {
            MessageUndelivered { BySystem: true, What: RequestingAction.Renew } => RenewingRules.Declined(decision, news, ReasonCode.Undeliverable),
            MessageUndelivered undelivered => ByHand.Undelivered(decision, undelivered),
            SupplierNoted => decision.MarkReceived(news).Decided(),
            // The supplied item is not in question any more, so of such a message only its charge still counts.
            _ when StatedCharges.NamedAfterSupply(decision.Request, news, sender) is { } cost =>
                StatedCharges.Keep(decision.MarkReceived(news), news.Symbol, cost).Decided(),
            // A promise drops the conditions on which staff have not decided, but not the charge named with them.
            WillSupply when sender.IsActive && decision.Request is { Status: RequestStatus.Sourcing, Conditions.Cost: { } named } =>
                ChargingRules.Considered(decision.MarkReceived(news), news.Symbol, named, retry: false),
            WillSupply => Promises.Promise(decision, news, sender),
            CopyReady { Address: null, Cost: { } asked } when sender.IsActive
                && decision.Request is { Service: ServiceType.Copy, Status: RequestStatus.AwaitingCostDecision } =>
                ChargingRules.Quoted(decision, news, asked),
            CopyReady => Promises.Promise(decision, news, sender),
            Shipped shipped => Shipping.Ship(decision, shipped, sender),
            ScanArrived arrived => Scans.Arrive(decision, arrived, sender),
            ScanUnreachable gone => Fetching.Failed(decision, gone),
            ScanRejected rejected => Holding.Reject(decision, rejected),
            Conditional { Cost: null, LibraryUseOnly: true, Others: [] } => Promises.Promise(decision, news, sender),
            _ when !sender.IsActive => decision.Discard(news, $"{news.Symbol} is no longer asked."),
            // Nobody would accept terms for an item that goes straight back.
            Conditional or RetryOffered when decision.Request is { Status: RequestStatus.Expected, Unwanted: true } =>
                Promises.Decline(decision, news, ReasonCode.NotWanted),
            Unfilled unfilled => Promises.Decline(decision, news, unfilled.Reason ?? ReasonCode.Unfilled),
            Conditional { Cost: { } cost, Others: [] } quoted => ChargingRules.Quoted(decision, quoted, cost),
            Conditional conditional => Conditions.Named(decision, conditional, sender),
            RetryOffered retry => Retrying.Offered(decision, retry, sender),
            SupplyExpected expected => Remarks.Expect(decision, expected, sender),
            RequestAcknowledged or ReturnHeld => Remarks.Remark(decision, news),
            CancelConfirmed => CancelAnswers.Confirmed(decision, news),
            CancelDeclined declined => CancelAnswers.Declined(decision, declined),
            Recall recall => Recalling.Recall(decision, recall),
            LenderOverdue => OnLoanRules.LenderCallsOverdue(decision, news),
            LenderReceived => GivingBack.LenderReceived(decision, news),
            LenderLost lost => Losing.LenderLost(decision, lost),
            RenewalGranted granted => RenewingRules.Granted(decision, granted),
            RenewalDeclined declined => RenewingRules.Declined(decision, declined, declined.Reason),
            _ => throw new UnreachableException($"No rule for {news.GetType().Name}."),
        };
    }
}
