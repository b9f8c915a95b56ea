namespace Hkall.Requests.Lending;

/// <summary>Our item is with another library: until when, and what follows when it does not come back. A due date is inclusive.</summary>
internal static class Keeping
{
    public static LendingDraft WaitForReturn(LendingDraft draft) =>
        draft.WaitFor(Awaited.LendingDueDate, draft.Calendar.EndOf(draft.Request.DueOn!.Value));

    public static LendingDecision Arrived(LendingDraft draft, BorrowerReceived news) => draft.Request.Status.Stage() switch
    {
        LendingStage.Lent when !draft.Request.Arrived => draft.Hear(news).Then(new LoanArrived()).Decided(),
        LendingStage.Lent or LendingStage.ComingBack => draft.SetAside(news, "It was known to be there."),
        LendingStage.Collecting => Copying.Close(draft.Hear(news), "received"),
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing => draft.SetAside(news, "Nothing has been sent yet."),
        LendingStage.Closed => draft.SetAside(news, "The request is closed."),
    };

    /// <summary>The due date, or the date of the next word about it, has passed.</summary>
    public static LendingDecision NotReturned(LendingDraft draft)
    {
        if (draft.Request.Status != LendingStatus.Overdue)
        {
            draft.Then(new LoanOverdue());
        }

        var (request, policy) = (draft.Request, draft.Policy);
        var days = draft.Today.DayNumber - request.DueOn!.Value.DayNumber;
        var due = policy.OverdueDays.Count(day => day <= days);

        // However late we are ourselves, nobody pays for a lost item who was never told that it is overdue.
        if (days >= policy.LostAfterDays && (request.OverdueNotices > 0 || due == 0))
        {
            return ComingHome.Lost(draft, "not-returned", null);
        }

        // After an outage several may be due at once: one word says it all.
        if (due > request.OverdueNotices)
        {
            draft.Then(new OverdueSaid(due)).Tell(LendingWord.Overdue);
        }

        var next = policy.OverdueDays.Append(policy.LostAfterDays).Where(day => day > days).DefaultIfEmpty(days + policy.RecallDays).Min();
        return draft.WaitFor(Awaited.LendingOverdue, draft.Calendar.StartOf(request.DueOn.Value.AddDays(next))).Decided();
    }

    public static LendingDecision Recall(LendingDraft draft, RecallItem order) => draft.Request.Status.Stage() switch
    {
        LendingStage.Lent => draft.Request.WasRecalled
            ? LendingDraft.Refuse(Refusal.AlreadyRecalled, "It has been recalled already.")
            : Recalled(draft, order),
        LendingStage.ComingBack => LendingDraft.Refuse(Refusal.TooLate, "It is on its way back already."),
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.Collecting =>
            LendingDraft.Refuse(Refusal.NotLent, "Nothing of it is out of the house."),
        LendingStage.Closed => Answering.Closed(),
    };

    /// <summary>A recall never gives more time than the loan had.</summary>
    private static LendingDecided Recalled(LendingDraft draft, RecallItem order)
    {
        var current = draft.Request.DueOn!.Value;
        var wanted = order.DueOn is { } named && named > draft.Today ? named : draft.Calendar.WorkingDayOnOrAfter(draft.Today.AddDays(draft.Policy.RecallDays));
        var dueOn = draft.Request.Status == LendingStatus.Overdue || wanted < current ? wanted : current;
        if (draft.Request.Status == LendingStatus.RenewalAsked)
        {
            draft.Then(new LendingRenewalDeclined("recalled")).Tell(LendingWord.RenewalDeclined, facts => facts with { Note = "The item is recalled." });
        }

        draft.Then(new LoanRecalled(dueOn)).Tell(LendingWord.Recalled);
        return WaitForReturn(draft).Decided();
    }
}
