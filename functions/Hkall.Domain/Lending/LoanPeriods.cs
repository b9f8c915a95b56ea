namespace Hkall.Domain.Lending;

/// <summary>Due dates of our items at other libraries, and what happens when an item does not come back. A due date is inclusive.</summary>
internal static class LoanPeriods
{
    public static LendingDecisionBuilder WaitForReturn(LendingDecisionBuilder decision) =>
        decision.SetDeadline(DeadlineKind.LendingDueDate, decision.Calendar.EndOf(decision.Request.DueOn!.Value));

    public static Decision<LendingRequest, LendingEvent> Arrived(LendingDecisionBuilder decision, BorrowerReceived news) =>
        decision.Request.Status.Stage() switch
        {
            LendingStage.Lent when !decision.Request.Arrived => decision.MarkReceived(news).Record(new LoanArrived()).Decided(),
            LendingStage.Lent or LendingStage.ComingBack => decision.Discard(news, "It was known to be there."),
            LendingStage.Collecting => LendingCopies.Close(decision.MarkReceived(news), ReasonCode.Received),
            LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing => decision.Discard(news, "Nothing has been sent yet."),
            LendingStage.Closed => decision.Discard(news, "The request is closed."),
        };

    /// <summary>The due date, or the date of the next overdue message, has passed.</summary>
    public static Decision<LendingRequest, LendingEvent> NotReturned(LendingDecisionBuilder decision)
    {
        if (decision.Request.Status != LendingStatus.Overdue)
        {
            decision.Record(new LoanOverdue());
        }

        var (request, policy) = (decision.Request, decision.Policy);
        var days = decision.Today.DayNumber - request.DueOn!.Value.DayNumber;
        var due = policy.OverdueDays.Count(day => day <= days);

        // However late we are ourselves, no borrower pays for a lost item without an overdue message first.
        if (days >= policy.LostAfterDays && (request.OverdueNotices > 0 || due == 0))
        {
            return LendingReturns.Lost(decision, ReasonCode.NotReturned, null);
        }

        // After an outage several messages may be due at once: one is enough.
        if (due > request.OverdueNotices)
        {
            decision.Record(new OverdueSaid(due)).Message(SupplyingAction.Overdue);
        }

        var next = policy.OverdueDays.Append(policy.LostAfterDays).Where(day => day > days).DefaultIfEmpty(days + policy.RecallDays).Min();
        return decision.SetDeadline(DeadlineKind.LendingOverdue, decision.Calendar.StartOf(request.DueOn.Value.AddDays(next))).Decided();
    }

    public static Decision<LendingRequest, LendingEvent> Recall(LendingDecisionBuilder decision, RecallItem order) => decision.Request.Status.Stage() switch
    {
        LendingStage.Lent => decision.Request.WasRecalled
            ? LendingDecisionBuilder.Refuse(Refusal.AlreadyRecalled, "It has been recalled already.")
            : Recalled(decision, order),
        LendingStage.ComingBack => LendingDecisionBuilder.Refuse(Refusal.TooLate, "It is on its way back already."),
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.Collecting =>
            LendingDecisionBuilder.Refuse(Refusal.NotLent, "Nothing of it is out of the house."),
        LendingStage.Closed => SupplyDecisions.Closed(),
    };

    /// <summary>A recall never gives more time than the loan had.</summary>
    private static Decided<LendingRequest, LendingEvent> Recalled(LendingDecisionBuilder decision, RecallItem order)
    {
        var current = decision.Request.DueOn!.Value;
        var wanted = order.DueOn is { } named && named > decision.Today
            ? named : decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(decision.Policy.RecallDays));
        var dueOn = decision.Request.Status == LendingStatus.Overdue || wanted < current ? wanted : current;
        if (decision.Request.Status == LendingStatus.RenewalAsked)
        {
            decision.Record(new LendingRenewalDeclined(ReasonCode.Recalled))
                .Message(SupplyingAction.RenewalDeclined, facts => facts with { Note = "The item is recalled." });
        }

        decision.Record(new LoanRecalled(dueOn)).Message(SupplyingAction.Recalled);
        return WaitForReturn(decision).Decided();
    }
}
