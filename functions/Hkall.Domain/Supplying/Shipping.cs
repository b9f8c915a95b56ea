using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>The item is on its way to us.</summary>
internal static class Shipping
{
    public static Decision<PatronRequest, RequestEvent> Ship(DecisionBuilder decision, Shipped news, RotaEntry sender)
    {
        if (decision.Request.Service == ServiceType.Copy)
        {
            return decision.Discard(news, "A scan was asked for, not the item.");
        }

        return decision.Request.Status switch
        {
            RequestStatus.AwaitingDeclaration => decision.Discard(news, "No library has been asked yet."),
            RequestStatus.Sourcing => OnItsWay(decision, news, sender, unwanted: false),

            // A library that would not cancel sends it, and the patron has said since that it is to go straight back.
            RequestStatus.Expected => OnItsWay(decision, news, sender, decision.Request.Unwanted),

            // The parcel crossed the patron's cancellation. It is still theirs: they may want it now that it is coming.
            RequestStatus.Cancelling => OnItsWay(
                decision.Notify(Notice.CancelRefused, new NoticeFacts { Library = sender.Name, Reason = ReasonCode.Shipped }), news, sender, unwanted: false),

            // It was sent before anybody accepted a charge, or by a library that we gave up on or that never answered the cancellation.
            RequestStatus.AwaitingCostDecision or RequestStatus.InReview or RequestStatus.Unfilled => OnItsWay(
                decision.Notify(Notice.ItemExpected, new NoticeFacts { Library = sender.Name, Estimate = Asking.EstimateFrom(decision, sender) }), news, sender,
                unwanted: false),
            RequestStatus.Cancelled => OnItsWay(decision, news, sender, unwanted: true),

            RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
                or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning => sender.IsActive
                    ? decision.Discard(news, $"{news.Symbol} has already supplied it.")
                    : decision.Discard(news, $"Another library has supplied it: a parcel from {news.Symbol} is to be sent back."),
            RequestStatus.ReadyToDownload or RequestStatus.Completed or RequestStatus.Lost => sender.IsActive
                ? decision.Discard(news, $"{news.Symbol} has already supplied it.")
                : decision.Discard(news, $"The request is closed: a parcel from {news.Symbol} is to be sent back."),
        };
    }

    private static Decided<PatronRequest, RequestEvent> OnItsWay(DecisionBuilder decision, Shipped news, RotaEntry sender, bool unwanted)
    {
        decision.MarkReceived(news);
        var cost = news.Cost ?? StatedCharges.Undecided(decision.Request, sender);

        // Only one library supplies at a time: we tell the one asked now that another was faster.
        if (decision.Request.Supplier is { } other && other.Symbol != sender.Symbol)
        {
            decision.Record(new SupplierPassedOver(other.Symbol, ReasonCode.AnotherLibrarySupplied)).Message(other.Symbol, RequestingAction.Cancel);
        }

        if (decision.Request.ToAskByHand is { } unasked && unasked != sender.Symbol)
        {
            decision.Record(new SupplierPassedOver(unasked, ReasonCode.AnotherLibrarySupplied));
        }

        StatedCharges.Keep(decision.Record(new ItemShipped(sender.Symbol, news.DueOn, news.LibraryUseOnly, unwanted)), sender.Symbol, cost);
        return (news.Parts is > 1 and var parts ? decision.Record(new PartsAnnounced(parts)) : decision)
            .SetDeadline(DeadlineKind.Arrival, decision.Policy.Transit.For(sender.Tier))
            .Decided();
    }
}
