namespace Hkall.Requests.Lending;

/// <summary>The borrowing library wants it no more: before it is promised that is so at once, before it is shipped staff look, after that it is too late.</summary>
internal static class Stopping
{
    private const string ByBorrower = "by-borrower";

    public static LendingDecision Asked(LendingDraft draft, BorrowerCancels news) => draft.Request.Status switch
    {
        LendingStatus.ToAnswer or LendingStatus.Conditional => Cancelled(draft.Hear(news)),
        LendingStatus.ToPull or LendingStatus.ToShip or LendingStatus.ToScan =>
            draft.Hear(news).Then(new LendingCancelAsked()).WaitFor(Awaited.LendingCancel, draft.Policy.CancelAnswer).Decided(),
        LendingStatus.CancelAsked => draft.SetAside(news, "A cancellation has been asked for already."),
        LendingStatus.Shipped or LendingStatus.OnLoan or LendingStatus.RenewalAsked or LendingStatus.Overdue or LendingStatus.Recalled or LendingStatus.Returning
            or LendingStatus.Supplied or LendingStatus.Completed or LendingStatus.Lost =>
            draft.Tell(LendingWord.CancelDeclined, facts => facts with { Note = "It has been supplied." }).SetAside(news, "It has been supplied already."),

        // Nothing was supplied and nothing will be: whoever asks hears that it is so.
        LendingStatus.Cancelled or LendingStatus.Unfilled or LendingStatus.RetryPossible => draft.Tell(LendingWord.CancelApproved).SetAside(news, "The request is closed."),
    };

    public static LendingDecision Approve(LendingDraft draft) => IsAsked(draft) ?? Cancelled(draft);

    public static LendingDecision Decline(LendingDraft draft, DeclineCancel order)
    {
        if (IsAsked(draft) is { } no)
        {
            return no;
        }

        draft.Then(new LendingCancelDeclined(order.Why)).Tell(LendingWord.CancelDeclined, facts => facts with { Note = order.Why });
        return (draft.Request.Status switch
        {
            LendingStatus.ToPull => draft.WaitFor(Awaited.LendingPulling, draft.Policy.Pulling),
            LendingStatus.ToShip => draft.WaitFor(Awaited.LendingShipping, draft.Policy.Shipping),
            LendingStatus.ToScan => draft.WaitFor(Awaited.LendingScanning, draft.Policy.Scanning),
            LendingStatus.ToAnswer or LendingStatus.Conditional or LendingStatus.CancelAsked or LendingStatus.Shipped or LendingStatus.OnLoan or LendingStatus.RenewalAsked
                or LendingStatus.Overdue or LendingStatus.Recalled or LendingStatus.Returning or LendingStatus.Supplied or LendingStatus.Completed or LendingStatus.Unfilled
                or LendingStatus.RetryPossible or LendingStatus.Cancelled or LendingStatus.Lost =>
                throw new InvalidOperationException($"A cancellation of request {draft.Request.Id} was asked for while it was {draft.Request.Status}."),
        }).Decided();
    }

    /// <summary>Staff said nothing: what nobody wants is not sent.</summary>
    public static LendingDecided Unanswered(LendingDraft draft) => Cancelled(draft);

    private static LendingDecided Cancelled(LendingDraft draft) => draft.Then(new LendingCancelled(ByBorrower)).Tell(LendingWord.CancelApproved).Decided();

    private static LendingDecision? IsAsked(LendingDraft draft) => draft.Request.Status.Stage() switch
    {
        LendingStage.Withdrawing => null,
        LendingStage.Answering or LendingStage.Preparing => LendingDraft.Refuse(Refusal.NoCancelAsked, "No cancellation has been asked for."),
        LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting => LendingDraft.Refuse(Refusal.TooLate, "It has been supplied already."),
        LendingStage.Closed => Answering.Closed(),
    };
}
