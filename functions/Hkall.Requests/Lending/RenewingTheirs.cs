namespace Hkall.Requests.Lending;

/// <summary>Another library asks to keep our item longer. The first time it is granted by itself; then staff decide.</summary>
internal static class RenewingTheirs
{
    public static LendingDecision Asked(LendingDraft draft, BorrowerRenews news) => draft.Request.Status switch
    {
        LendingStatus.Shipped or LendingStatus.OnLoan => OnLoan(draft, news),
        LendingStatus.Overdue => Declined(draft.Hear(news), "overdue", "The item is overdue."),
        LendingStatus.Recalled => Declined(draft.Hear(news), "recalled", "The item has been recalled."),
        LendingStatus.RenewalAsked => draft.SetAside(news, "A renewal has been asked for already."),
        LendingStatus.Returning => draft.Tell(LendingWord.RenewalDeclined).SetAside(news, "The item is said to be on its way back."),
        LendingStatus.ToAnswer or LendingStatus.Conditional or LendingStatus.ToPull or LendingStatus.ToShip or LendingStatus.ToScan or LendingStatus.CancelAsked
            or LendingStatus.Supplied or LendingStatus.Completed or LendingStatus.Unfilled or LendingStatus.RetryPossible or LendingStatus.Cancelled or LendingStatus.Lost =>
            draft.Tell(LendingWord.RenewalDeclined).SetAside(news, "Nothing of ours is on loan there."),
    };

    private static LendingDecision OnLoan(LendingDraft draft, BorrowerRenews news)
    {
        draft.Hear(news);
        var (request, policy) = (draft.Request, draft.Policy);
        if (request.Renewals >= policy.RenewalsAllowed)
        {
            return Declined(draft, "renewal-limit", $"It has been renewed {request.Renewals} times, as often as allowed.");
        }

        return request.Renewals < policy.RenewalsByItself
            ? Renewed(draft, null)
            : draft.Then(new LendingRenewalAsked()).WaitFor(Awaited.LendingRenewal, InTime(draft)).Decided();
    }

    public static LendingDecision Approve(LendingDraft draft, ApproveRenewal order) => IsAsked(draft) ?? Renewed(draft, order.DueOn);

    public static LendingDecision Decline(LendingDraft draft, DeclineRenewal order) => IsAsked(draft) ?? Declined(draft, order.Why ?? "declined", order.Why);

    /// <summary>Staff said nothing: without a yes the due date stands, and the borrower is told so.</summary>
    public static LendingDecision Unanswered(LendingDraft draft) => Declined(draft, "not-answered", null);

    /// <summary>The answer comes before the due date, whoever gives it.</summary>
    private static DateTimeOffset InTime(LendingDraft draft)
    {
        var patience = draft.Calendar.WaitUntil(draft.Now, draft.Policy.RenewalAnswer);
        var due = draft.Calendar.EndOf(draft.Request.DueOn!.Value);
        return patience < due ? patience : due;
    }

    private static LendingDecision? IsAsked(LendingDraft draft) => draft.Request.Status.Stage() switch
    {
        LendingStage.Lent => draft.Request.Status == LendingStatus.RenewalAsked ? null : LendingDraft.Refuse(Refusal.NoRenewalAsked, "No renewal has been asked for."),
        LendingStage.ComingBack => LendingDraft.Refuse(Refusal.TooLate, "The item is on its way back."),
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.Collecting =>
            LendingDraft.Refuse(Refusal.NotLent, "Nothing of it is out of the house."),
        LendingStage.Closed => Answering.Closed(),
    };

    /// <summary>A renewal never takes days away.</summary>
    private static LendingDecided Renewed(LendingDraft draft, DateOnly? named)
    {
        var current = draft.Request.DueOn!.Value;
        var ours = draft.Calendar.WorkingDayOnOrAfter((current > draft.Today ? current : draft.Today).AddDays(draft.Policy.RenewalDays));
        var dueOn = named is { } date && date > current ? date : ours;
        draft.Then(new LendingRenewed(dueOn)).Tell(LendingWord.RenewalApproved);
        return Keeping.WaitForReturn(draft).Decided();
    }

    private static LendingDecision Declined(LendingDraft draft, string why, string? note)
    {
        var asked = draft.Request.Status == LendingStatus.RenewalAsked;
        draft.Then(new LendingRenewalDeclined(why)).Tell(LendingWord.RenewalDeclined, facts => facts with { Note = note });

        // Only an open question held up the due date; where there was none, what is awaited stays awaited.
        if (!asked)
        {
            return draft.Decided();
        }

        return draft.Now >= draft.Calendar.EndOf(draft.Request.DueOn!.Value) ? Keeping.NotReturned(draft) : Keeping.WaitForReturn(draft).Decided();
    }
}
