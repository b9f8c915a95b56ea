using Hkall.Domain.Delivering;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.OnLoan;

/// <summary>Reminds of the due date, and follows an item that does not come back.</summary>
internal static class OnLoanRules
{
    public static Decision<PatronRequest, RequestEvent> RemindOfDueDate(DecisionBuilder decision)
    {
        // If we are too late even for the due date, the overdue mail is enough.
        if (decision.Now >= decision.Calendar.EndOf(decision.Request.Loan!.DueOn!.Value))
        {
            return NotReturned(decision);
        }

        decision.Record(new DueReminded())
            .Notify(
                Notice.DueSoon,
                new NoticeFacts
                {
                    Library = decision.Request.Supplier?.Name,
                    Date = decision.Request.Loan!.DueOn,
                    RenewBy = Renewal.OfferedUntil(decision),
                    Reason = Renewal.WhyNot(decision),
                });
        return DueDates.WaitForReturn(decision).Decided();
    }

    /// <summary>The due date, or the date of the next notice, has passed.</summary>
    public static Decision<PatronRequest, RequestEvent> NotReturned(DecisionBuilder decision)
    {
        if (decision.Request.Status != RequestStatus.Overdue)
        {
            decision.Record(new LoanWentOverdue());
        }

        var loan = decision.Request.Loan!;
        var days = decision.Today.DayNumber - loan.DueOn!.Value.DayNumber;
        var ladder = OverdueLadder.Of(decision.Policy);
        var due = ladder.Count(day => day <= days);

        // However late we are ourselves, no patron pays for a lost item without being told first what it would cost.
        if (days >= decision.Policy.LostAfterDays && loan.OverdueNotices >= due)
        {
            return Losing.TakenAsLost(decision, ReasonCode.NotReturned);
        }

        // After an outage several notices may be due at once: one mail is enough.
        if (due > loan.OverdueNotices)
        {
            decision.Record(new OverdueNoticeGiven(due)).Notify(Notice.Overdue, OverdueLadder.Facts(decision, days));
        }

        var next = ladder.Append(decision.Policy.LostAfterDays).Where(day => day > days).DefaultIfEmpty(OverdueLadder.LostAfter(decision.Policy, days)).Min();
        return decision
            .SetDeadline(DeadlineKind.OverdueNotice, decision.Calendar.StartOf(loan.DueOn.Value.AddDays(next)))
            .Decided();
    }

    /// <summary>The lender counts the item as overdue before we do: we tell the patron at once.</summary>
    public static Decision<PatronRequest, RequestEvent> LenderCallsOverdue(DecisionBuilder decision, SupplierNews news) =>
        decision.Request.Status.Stage() switch
        {
            RequestStage.WithPatron when decision.Request is { Status: RequestStatus.OnLoan, Loan.LenderOverdue: false } => Overdue(decision, news),
            RequestStage.WithPatron => decision.Discard(news, "The patron has been told."),
            RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit or RequestStage.AtLibrary
                or RequestStage.Returning =>
                decision.Discard(news, "The item is not with the patron; staff see to it."),
            RequestStage.Downloadable or RequestStage.Closed =>
                decision.Discard(news, "The request is closed, or nothing was lent."),
        };

    private static Decided<PatronRequest, RequestEvent> Overdue(DecisionBuilder decision, SupplierNews news)
    {
        var current = decision.Request.Loan!.DueOn!.Value;
        var tomorrow = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(1));
        var dueOn = current < tomorrow ? current : tomorrow;
        decision.MarkReceived(news).Record(new LenderCalledOverdue(news.Symbol, dueOn) { Renewable = true });
        decision.Notify(
            Notice.Recalled,
            new NoticeFacts
            {
                Library = decision.Request.Supplier?.Name,
                Date = dueOn,
                Reason = ReasonCode.LenderOverdue,
                RenewBy = Renewal.OfferedUntil(decision),
            });

        // A renewal that was asked for is still awaited: its answer settles both.
        return decision
            .SetDeadline(
                decision.Request.Loan!.RenewalAsked ? DeadlineKind.RenewalAnswer : DeadlineKind.DueDate, decision.Calendar.EndOf(dueOn))
            .Decided();
    }
}
