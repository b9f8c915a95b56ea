namespace Hkall.Domain.Lending;

/// <summary>
/// The borrowing library cancels. Before we promise the item, the cancellation takes effect at once; before we ship it, staff decide;
/// after that it is too late.
/// </summary>
internal static class LendingCancellations
{
    private const ReasonCode ByBorrower = ReasonCode.ByBorrower;

    public static Decision<LendingRequest, LendingEvent> Asked(LendingDecisionBuilder decision, BorrowerCancels news) => decision.Request.Status switch
    {
        LendingStatus.ToAnswer or LendingStatus.Conditional => Cancelled(decision.MarkReceived(news)),
        LendingStatus.ToPull or LendingStatus.ToShip or LendingStatus.ToScan =>
            decision.MarkReceived(news).Record(new LendingCancelAsked()).SetDeadline(DeadlineKind.LendingCancel, decision.Policy.CancelAnswer).Decided(),
        LendingStatus.CancelAsked => decision.Discard(news, "A cancellation has been asked for already."),
        LendingStatus.Shipped or LendingStatus.OnLoan or LendingStatus.RenewalAsked or LendingStatus.Overdue or LendingStatus.Recalled
            or LendingStatus.Returning
            or LendingStatus.Supplied or LendingStatus.Completed or LendingStatus.Lost =>
            decision.Message(SupplyingAction.CancelDeclined, facts => facts with { Note = "It has been supplied." })
                .Discard(news, "It has been supplied already."),

        // We supplied nothing and never will, so the answer is yes.
        LendingStatus.Cancelled or LendingStatus.Unfilled or LendingStatus.RetryPossible =>
            decision.Message(SupplyingAction.CancelApproved).Discard(news, "The request is closed."),
    };

    public static Decision<LendingRequest, LendingEvent> Approve(LendingDecisionBuilder decision) => IsAsked(decision) ?? Cancelled(decision);

    public static Decision<LendingRequest, LendingEvent> Decline(LendingDecisionBuilder decision, DeclineCancel order)
    {
        if (IsAsked(decision) is { } no)
        {
            return no;
        }

        decision.Record(new LendingCancelDeclined(StatedReason.InWords(order.Why)))
            .Message(SupplyingAction.CancelDeclined, facts => facts with { Note = order.Why });
        return (decision.Request.Status switch
        {
            LendingStatus.ToPull => decision.SetDeadline(DeadlineKind.LendingPulling, decision.Policy.Pulling),
            LendingStatus.ToShip => decision.SetDeadline(DeadlineKind.LendingShipping, decision.Policy.Shipping),
            LendingStatus.ToScan => decision.SetDeadline(DeadlineKind.LendingScanning, decision.Policy.Scanning),
            LendingStatus.ToAnswer or LendingStatus.Conditional or LendingStatus.CancelAsked or LendingStatus.Shipped or LendingStatus.OnLoan
                or LendingStatus.RenewalAsked
                or LendingStatus.Overdue or LendingStatus.Recalled or LendingStatus.Returning or LendingStatus.Supplied or LendingStatus.Completed
                or LendingStatus.Unfilled
                or LendingStatus.RetryPossible or LendingStatus.Cancelled or LendingStatus.Lost =>
                throw new InvalidOperationException($"A cancellation of request {decision.Request.Id} was asked for while it was {decision.Request.Status}."),
        }).Decided();
    }

    /// <summary>Staff did not answer in time: we do not send an item that the borrower no longer wants.</summary>
    public static Decided<LendingRequest, LendingEvent> Unanswered(LendingDecisionBuilder decision) => Cancelled(decision);

    private static Decided<LendingRequest, LendingEvent> Cancelled(LendingDecisionBuilder decision) =>
        decision.Record(new LendingCancelled(ByBorrower)).Message(SupplyingAction.CancelApproved).Decided();

    private static Decision<LendingRequest, LendingEvent>? IsAsked(LendingDecisionBuilder decision) => decision.Request.Status.Stage() switch
    {
        LendingStage.Withdrawing => null,
        LendingStage.Answering or LendingStage.Preparing => LendingDecisionBuilder.Refuse(Refusal.NoCancelAsked, "No cancellation has been asked for."),
        LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting =>
            LendingDecisionBuilder.Refuse(Refusal.TooLate, "It has been supplied already."),
        LendingStage.Closed => SupplyDecisions.Closed(),
    };
}
