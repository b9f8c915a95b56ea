using Hkall.Domain.Model;

namespace Hkall.Domain.Correcting;

/// <summary>Opens a closed request again. One that ended with its item goes back to where the item was; the others go to staff.</summary>
internal static class Reopening
{
    public static Decision<PatronRequest, RequestEvent> Reopen(DecisionBuilder decision, ReopenRequest order) => decision.Request switch
    {
        { Status: RequestStatus.Cancelled or RequestStatus.Unfilled, ReplacedBy: null } => ToReview(decision, order),
        { Status: RequestStatus.Cancelled or RequestStatus.Unfilled } =>
            DecisionBuilder.Refuse(Refusal.NothingToUndo, "Another request of the patron has replaced it."),
        { Status: RequestStatus.Completed or RequestStatus.Lost, Steps: [.., { Step: Step.Completed or Step.Lost } last] } =>
            Undoing.Undo(decision, last, order.Reason),
        { Status: RequestStatus.Completed or RequestStatus.Lost } =>
            DecisionBuilder.Refuse(Refusal.NothingToUndo, "It has run its course: a copy can be supplied again (resupply), anything else is a new request."),
        {
            Status: RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing
            or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit or RequestStatus.ReadyForPickup
            or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse or RequestStatus.Overdue or RequestStatus.Recalled
            or RequestStatus.Returning or RequestStatus.ReadyToDownload
        } => DecisionBuilder.Refuse(Refusal.NotClosed, "The request is not closed."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Decision<PatronRequest, RequestEvent> ToReview(DecisionBuilder decision, ReopenRequest order) =>
        decision.Request.ClosedAt is { } closed && decision.Today.DayNumber - decision.Calendar.DateOf(closed).DayNumber > decision.Policy.UndoDays
            ? DecisionBuilder.Refuse(
                Refusal.TooLate, FormattableString.Invariant($"A request can be opened again for {decision.Policy.UndoDays} days; place a new one."))
            : decision
                .Record(new RequestReopened(order.Reason))
                .Notify(Notice.Corrected, new NoticeFacts { Now = RequestStatus.InReview })
                .SetDeadline(DeadlineKind.Review, decision.Policy.Review)
                .Decided();
}
