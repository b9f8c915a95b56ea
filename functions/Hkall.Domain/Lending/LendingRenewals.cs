namespace Hkall.Domain.Lending;

/// <summary>Another library asks to keep our item longer. We grant the first request automatically; after that staff decide.</summary>
internal static class LendingRenewals
{
    public static Decision<LendingRequest, LendingEvent> Asked(LendingDecisionBuilder decision, BorrowerRenews news) => decision.Request.Status switch
    {
        LendingStatus.Shipped or LendingStatus.OnLoan => OnLoan(decision, news),
        LendingStatus.Overdue => Declined(decision.MarkReceived(news), ReasonCode.Overdue, "The item is overdue."),
        LendingStatus.Recalled => Declined(decision.MarkReceived(news), ReasonCode.Recalled, "The item has been recalled."),
        LendingStatus.RenewalAsked => decision.Discard(news, "A renewal has been asked for already."),
        LendingStatus.Returning => decision.Message(SupplyingAction.RenewalDeclined).Discard(news, "The item is said to be on its way back."),
        LendingStatus.ToAnswer or LendingStatus.Conditional or LendingStatus.ToPull or LendingStatus.ToShip or LendingStatus.ToScan or LendingStatus.CancelAsked
            or LendingStatus.Supplied or LendingStatus.Completed or LendingStatus.Unfilled or LendingStatus.RetryPossible or LendingStatus.Cancelled
            or LendingStatus.Lost =>
            decision.Message(SupplyingAction.RenewalDeclined).Discard(news, "Nothing of ours is on loan there."),
    };

    private static Decision<LendingRequest, LendingEvent> OnLoan(LendingDecisionBuilder decision, BorrowerRenews news)
    {
        decision.MarkReceived(news);
        var (request, policy) = (decision.Request, decision.Policy);
        if (request.Renewals >= policy.RenewalsAllowed)
        {
            return Declined(decision, ReasonCode.RenewalLimit, $"It has been renewed {request.Renewals} times, as often as allowed.");
        }

        return request.Renewals < policy.RenewalsByItself
            ? Renewed(decision, null)
            : decision.Record(new LendingRenewalAsked()).SetDeadline(DeadlineKind.LendingRenewal, InTime(decision)).Decided();
    }

    public static Decision<LendingRequest, LendingEvent> Approve(LendingDecisionBuilder decision, ApproveRenewal order) =>
        IsAsked(decision) ?? Renewed(decision, order.DueOn);

    public static Decision<LendingRequest, LendingEvent> Decline(LendingDecisionBuilder decision, DeclineRenewal order) =>
        IsAsked(decision) ?? Declined(decision, order.Why is { } words ? StatedReason.InWords(words) : ReasonCode.Declined, order.Why);

    /// <summary>Staff did not answer in time: the due date stands, and we tell the borrower.</summary>
    public static Decision<LendingRequest, LendingEvent> Unanswered(LendingDecisionBuilder decision) => Declined(decision, ReasonCode.NotAnswered, null);

    /// <summary>The answer goes out before the due date, from staff or automatically.</summary>
    private static DateTimeOffset InTime(LendingDecisionBuilder decision)
    {
        var patience = decision.Calendar.WaitUntil(decision.Now, decision.Policy.RenewalAnswer);
        var due = decision.Calendar.EndOf(decision.Request.DueOn!.Value);
        return patience < due ? patience : due;
    }

    private static Decision<LendingRequest, LendingEvent>? IsAsked(LendingDecisionBuilder decision) => decision.Request.Status.Stage() switch
    {
        LendingStage.Lent =>
            decision.Request.Status == LendingStatus.RenewalAsked
                ? null : LendingDecisionBuilder.Refuse(Refusal.NoRenewalAsked, "No renewal has been asked for."),
        LendingStage.ComingBack => LendingDecisionBuilder.Refuse(Refusal.TooLate, "The item is on its way back."),
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.Collecting =>
            LendingDecisionBuilder.Refuse(Refusal.NotLent, "Nothing of it is out of the house."),
        LendingStage.Closed => SupplyDecisions.Closed(),
    };

    /// <summary>A renewal never shortens a loan.</summary>
    private static Decided<LendingRequest, LendingEvent> Renewed(LendingDecisionBuilder decision, DateOnly? named)
    {
        var current = decision.Request.DueOn!.Value;
        var ours = decision.Calendar.WorkingDayOnOrAfter((current > decision.Today ? current : decision.Today).AddDays(decision.Policy.RenewalDays));
        var dueOn = named is { } date && date > current ? date : ours;
        decision.Record(new LendingRenewed(dueOn)).Message(SupplyingAction.RenewalApproved);
        return LoanPeriods.WaitForReturn(decision).Decided();
    }

    private static Decision<LendingRequest, LendingEvent> Declined(LendingDecisionBuilder decision, StatedReason why, string? note)
    {
        var asked = decision.Request.Status == LendingStatus.RenewalAsked;
        decision.Record(new LendingRenewalDeclined(why)).Message(SupplyingAction.RenewalDeclined, facts => facts with { Note = note });

        // Only an open renewal request replaced the wait for the due date; without one, the deadline stays as it is.
        if (!asked)
        {
            return decision.Decided();
        }

        return decision.Now >= decision.Calendar.EndOf(decision.Request.DueOn!.Value)
            ? LoanPeriods.NotReturned(decision) : LoanPeriods.WaitForReturn(decision).Decided();
    }
}
