using System.Globalization;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Charging;

/// <summary>"The user will be notified before the request proceeds" (page): no charge is ordered without a recorded acceptance.</summary>
internal static class ChargingRules
{
    /// <summary>The library names a charge. If the price changed after the patron accepted it, we ask the patron again.</summary>
    public static Decision<PatronRequest, RequestEvent> Quoted(DecisionBuilder decision, SupplierNews news, Money cost, bool retry = false) =>
        decision.Request.Status.Stage() switch
        {
            // A repeated offer is not a new one: the patron's days to decide do not start again.
            RequestStage.Sourcing when decision.Request.Status == RequestStatus.AwaitingCostDecision =>
                decision.Request.Quote is { } quote && quote.Cost == cost && quote.Retry == retry
                ? decision.Discard(news, "The patron is being asked about that charge.")
                : Considered(decision.MarkReceived(news), news.Symbol, cost, retry),
            RequestStage.Sourcing => Considered(decision.MarkReceived(news), news.Symbol, cost, retry),
            RequestStage.Preparing => decision.Discard(news, "No library has been asked yet."),
            // A library that still makes conditions is not sending the item.
            RequestStage.Withdrawing => CancelAnswers.Confirmed(decision, news),
            RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
                decision.Discard(news, $"{news.Symbol} has already supplied it; a charge now is for staff to settle."),
            RequestStage.Closed =>
                decision.Discard(news, "The request is closed."),
        };

    internal static Decided<PatronRequest, RequestEvent> Considered(
        DecisionBuilder decision, string symbol, Money cost, bool retry, bool afterConditions = false)
    {
        if (StatedCharges.Agreed(decision, cost, decision.Request.AcceptedCost) is { } how)
        {
            return Accepted(decision, symbol, cost, how, retry);
        }

        var decideBy = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(decision.Policy.CostDecisionDays));
        var (accepted, former) = (decision.Request.AcceptedCost, decision.Request.Quote?.Cost ?? decision.Request.AcceptedCost);
        decision.Record(new CostQuoted(symbol, cost, decideBy) { Retry = retry, AfterConditions = afterConditions })
            .Notify(Notice.CostDecision, new NoticeFacts
            {
                Library = decision.Request.Supplier?.Name,
                Date = decideBy,
                Cost = cost,
                FormerCost = former == cost ? null : former,

                // What the Library would have paid itself was never the patron's to accept.
                VoidCost = accepted?.IsWithin(decision.Policy.CostThreshold) == true ? null : accepted,
            });
        return WaitForDecision(decision).Decided();
    }

    private static DecisionBuilder WaitForDecision(DecisionBuilder decision)
    {
        var quote = decision.Request.Quote!;
        var reminder = decision.Calendar.StartOf(decision.Calendar.AddWorkingDays(quote.DecideBy, -decision.Policy.CostReminderWorkingDays));
        return !quote.Reminded && reminder > decision.Now
            ? decision.SetDeadline(DeadlineKind.CostReminder, reminder)
            : decision.SetDeadline(DeadlineKind.CostDecision, decision.Calendar.EndOf(quote.DecideBy));
    }

    public static Decision<PatronRequest, RequestEvent> Decide(DecisionBuilder decision, DecideCost order)
    {
        if (decision.Request is not { Status: RequestStatus.AwaitingCostDecision, Quote: { } quote, Supplier: { } supplier })
        {
            return DecisionBuilder.Refuse(Refusal.NothingToDecide, "No charge is waiting for a decision.");
        }

        // The clock decides, not the timer, as for every date given to a patron.
        if (decision.Now >= decision.Calendar.EndOf(quote.DecideBy))
        {
            return DecisionBuilder.Refuse(Refusal.NothingToDecide, $"The charge could be accepted until {quote.DecideBy:yyyy-MM-dd}.");
        }

        // The price changed after the page was shown, so the patron decided on another price than this one.
        if (order.Cost is { } seen && seen != quote.Cost)
        {
            return DecisionBuilder.Refuse(
                Refusal.PriceChanged,
                $"The charge has changed; it is now {quote.Cost.Currency} {quote.Cost.Amount.ToString("0.00", CultureInfo.InvariantCulture)}.");
        }

        StatedReason by = order.Word is null ? ReasonCode.ByPatron : ReasonCode.ByStaff;
        return order.Accept
            ? Accepted(decision, supplier.Symbol, quote.Cost, by, quote.Retry, order.Word)
            : Declined(decision, by, order.Word);
    }

    public static Decision<PatronRequest, RequestEvent> Remind(DecisionBuilder decision)
    {
        var quote = decision.Request.Quote!;
        if (decision.Now >= decision.Calendar.EndOf(quote.DecideBy))
        {
            return Lapsed(decision);
        }

        decision.Record(new CostReminded())
            .Notify(Notice.CostReminder, new NoticeFacts { Library = decision.Request.Supplier?.Name, Date = quote.DecideBy, Cost = quote.Cost });
        return WaitForDecision(decision).Decided();
    }

    /// <summary>No answer is a no: it costs nothing, and the search goes on. If no library is left, the mail that says so is enough.</summary>
    public static Decision<PatronRequest, RequestEvent> Lapsed(DecisionBuilder decision)
    {
        var quote = decision.Request.Quote!;
        if (decision.Request.Rota.Any(entry => entry.Standing == RotaStatus.Waiting))
        {
            decision.Notify(Notice.CostLapsed, new NoticeFacts { Library = decision.Request.Supplier?.Name, Date = quote.DecideBy, Cost = quote.Cost });
        }

        return Declined(decision, ReasonCode.NoAnswer);
    }

    private static Decided<PatronRequest, RequestEvent> Declined(DecisionBuilder decision, StatedReason why, PatronsWord? word = null)
    {
        var supplier = decision.Request.Supplier!;
        decision.Record(new CostDeclined(supplier.Symbol, decision.Request.Quote!.Cost, why) { Word = word });
        return Asking.AskAnother(decision, ReasonCode.ChargeDeclined, RequestingAction.Cancel);
    }

    private static Decided<PatronRequest, RequestEvent> Accepted(
        DecisionBuilder decision, string symbol, Money cost, StatedReason how, bool retry, PatronsWord? word = null)
    {
        var supplier = decision.Request.Supplier!;
        var estimate = Asking.EstimateFrom(decision, supplier);
        decision.Record(new CostAccepted(symbol, cost, how) { Word = word });
        if (retry)
        {
            // The library has closed the request. We ask it again, and it may say yes or no.
            return Retrying.Again(decision, supplier).Decided();
        }

        decision.Message(symbol, RequestingAction.AcceptCost);
        if (decision.Request.Status != RequestStatus.Expected)
        {
            decision.Record(new SupplierPromised(symbol, estimate))
                .Notify(Notice.ItemExpected, new NoticeFacts { Library = supplier.Name, Estimate = estimate, Cost = cost, Reason = how });
        }

        return decision.Request.Service switch
        {
            ServiceType.Loan => decision.SetDeadline(DeadlineKind.Shipment, decision.Policy.Shipment.For(supplier.Tier), supplier).Decided(),
            ServiceType.Copy => decision.SetDeadline(DeadlineKind.Scan, decision.Policy.Scan.For(supplier.Tier), supplier).Decided(),
        };
    }
}
