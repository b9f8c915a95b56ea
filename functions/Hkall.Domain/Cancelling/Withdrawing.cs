using Hkall.Domain.Fees;

namespace Hkall.Domain.Cancelling;

/// <summary>
/// The patron no longer needs the item (seed: "please cancel the request as soon as possible"). Once shipped, it can only arrive and
/// go back.
/// </summary>
internal static class Withdrawing
{
    public static Decision<PatronRequest, RequestEvent> Cancel(DecisionBuilder decision, CancelRequest order) => decision.Request.Status switch
    {
        RequestStatus.Sourcing or RequestStatus.Expected when decision.Request.Supplier is { WouldNotCancel: true } library =>
            DecisionBuilder.Refuse(
                Refusal.TooLate, $"{library.Name} was asked to cancel and is supplying it all the same. If it does not come, no other library is asked."),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.Sourcing or RequestStatus.Expected => Asked(decision, order.By),

        // The library made an offer and waits for our answer. A "no" needs no reply of its own, and must never reach the library as an order.
        RequestStatus.AwaitingCostDecision => Cancelled(
            decision.Record(new CancelAsked(order.By)).Message(decision.Request.Supplier!.Symbol, RequestingAction.Cancel), WhyOf(order.By)),
        RequestStatus.Cancelling => decision.Ignored("The cancellation is already on its way."),
        RequestStatus.Cancelled => decision.Ignored("It has already been cancelled."),
        RequestStatus.InTransit =>
            DecisionBuilder.Refuse(
                Refusal.TooLate, "The item is already on its way here. Say that it is no longer wanted (unwanted), and it goes straight back."),
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse =>
            DecisionBuilder.Refuse(Refusal.TooLate, "The item is already here. Say that it is no longer wanted (unwanted), and it goes back at once."),
        RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled =>
            DecisionBuilder.Refuse(Refusal.TooLate, "The item is checked out; it is returned, not cancelled."),
        RequestStatus.Returning => DecisionBuilder.Refuse(Refusal.TooLate, "The item is already on its way back."),
        RequestStatus.ReadyToDownload => DecisionBuilder.Refuse(Refusal.TooLate, "The file has already been supplied."),
        RequestStatus.Completed or RequestStatus.Unfilled or RequestStatus.Lost => DecisionBuilder.Refuse(Refusal.TooLate, "The request is already closed."),
    };

    private static Decided<PatronRequest, RequestEvent> Asked(DecisionBuilder decision, Who by)
    {
        decision.Record(new CancelAsked(by));
        return decision.Request.Supplier is { } supplier
            ? decision.Message(supplier.Symbol, RequestingAction.Cancel)
                .SetDeadline(DeadlineKind.CancelAnswer, decision.Policy.CancelAnswer, supplier).Decided()
            : Cancelled(decision, WhyOf(by));
    }

    private static ReasonCode WhyOf(Who by) => by switch
    {
        Who.Patron => ReasonCode.ByPatron,
        Who.Staff => ReasonCode.ByStaff,
    };

    /// <summary>Silence counts as agreement. If a parcel still comes, we follow it and send it back.</summary>
    public static Decision<PatronRequest, RequestEvent> SupplierSilent(DecisionBuilder decision) => Cancelled(decision, ReasonCode.SupplierSilent);

    /// <summary>The library that declined to cancel does not supply after all. We ask no other library: the patron no longer wants the item.</summary>
    /// <remarks>A patron who has said since that the item is to go straight back hears no more of it.</remarks>
    public static Decided<PatronRequest, RequestEvent> AfterAll(DecisionBuilder decision) => decision.Request.Unwanted
        ? decision.Record(new RequestCancelled(ReasonCode.CancelledBefore)).Decided()
        : Cancelled(decision, ReasonCode.CancelledBefore);

    internal static Decided<PatronRequest, RequestEvent> Cancelled(DecisionBuilder decision, StatedReason why) => SupplyCharges.GiveBack(decision)
        .Record(new RequestCancelled(why))
        .Notify(Notice.Cancelled, new NoticeFacts())
        .Decided();
}
