using Hkall.Requests.Fees;
using Hkall.Requests.Placing;
using Hkall.Requests.Renewing;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.OnLoan;

/// <summary>When an item is due, and what follows when it does not come back. A due date is inclusive: overdue begins the day after.</summary>
internal static class DueDates
{
    /// <summary>The period of the patron's group, or the lender's date less the way back where that is earlier (seed: "user group and the partner libraries' policies").</summary>
    public static DateOnly For(Draft draft)
    {
        var ours = draft.Calendar.WorkingDayOnOrAfter(draft.Today.AddDays(draft.Policy.LoanDays[draft.Request.Group]));
        return draft.Request is { Loan.LenderDueOn: { } lender, Supplier: { } supplier }
            ? NotAfterLender(draft, ours, lender, supplier.Tier)
            : ours;
    }

    /// <summary>Nothing falls due on a closed day, and never before tomorrow: an item that arrives late is still worth a day.</summary>
    public static DateOnly NotAfterLender(Draft draft, DateOnly ours, DateOnly lender, Tier tier)
    {
        var earliest = draft.Calendar.WorkingDayOnOrAfter(draft.Today.AddDays(1));
        if (lender <= earliest)
        {
            return ours <= earliest ? ours : earliest;
        }

        var latest = draft.Calendar.AddWorkingDays(draft.Calendar.WorkingDayOnOrBefore(lender), -draft.Policy.WayBackWorkingDays.For(tier));
        return ours <= latest ? ours : latest >= earliest ? latest : earliest;
    }

    public static Draft WaitForReturn(Draft draft)
    {
        var loan = draft.Request.Loan!;
        var dueOn = loan.DueOn!.Value;
        var reminder = draft.Calendar.StartOf(draft.Calendar.AddWorkingDays(dueOn, -draft.Policy.DueReminderWorkingDays));
        return !loan.Reminded && !loan.Recalled && reminder > draft.Now
            ? draft.WaitFor(Awaited.DueReminder, reminder)
            : draft.WaitFor(Awaited.DueDate, draft.Calendar.EndOf(dueOn));
    }

    public static Decision RemindOfDueDate(Draft draft)
    {
        // Where we come too late even for the due date, one mail says it.
        if (draft.Now >= draft.Calendar.EndOf(draft.Request.Loan!.DueOn!.Value))
        {
            return NotReturned(draft);
        }

        draft.Then(new DueReminded())
            .Tell(Notice.DueSoon, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = draft.Request.Loan!.DueOn, RenewBy = Renewal.OfferedUntil(draft) });
        return WaitForReturn(draft).Decided();
    }

    /// <summary>The due date, or the date of the next notice, has passed.</summary>
    public static Decision NotReturned(Draft draft)
    {
        if (draft.Request.Status != RequestStatus.Overdue)
        {
            draft.Then(new LoanWentOverdue());
        }

        var loan = draft.Request.Loan!;
        var days = draft.Today.DayNumber - loan.DueOn!.Value.DayNumber;
        var due = draft.Policy.OverdueNoticeDays.Count(day => day <= days);

        // However late we are ourselves, nobody answers for a lost item who was never told that it is overdue.
        if (days >= draft.Policy.LostAfterDays && (loan.OverdueNotices > 0 || due == 0))
        {
            return Losing.TakenAsLost(draft, "not-returned");
        }

        // After an outage several notices may be due at once: one mail says it all.
        if (due > loan.OverdueNotices)
        {
            draft.Then(new OverdueNoticeGiven(due))
                .Tell(Notice.Overdue, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = loan.DueOn, Fees = FineSoFar(draft) });
        }

        var next = draft.Policy.OverdueNoticeDays
            .Append(draft.Policy.LostAfterDays)
            .Where(day => day > days)
            .DefaultIfEmpty(days + draft.Policy.RecallDays)
            .Min();
        return draft
            .WaitFor(Awaited.OverdueNotice, draft.Calendar.StartOf(loan.DueOn.Value.AddDays(next)))
            .Decided();
    }

    private static NoticeFees? FineSoFar(Draft draft)
    {
        var (policy, notices) = (draft.Policy.Fines, draft.Request.Loan!.OverdueNotices);
        var fine = Fines.Of(draft.Request, draft.Today, draft.Book);
        var blocks = notices >= policy.BlockAtNotice || fine?.Amount.Amount >= policy.BlockAt.Amount;
        return fine is null && !blocks ? null : new NoticeFees { Fine = fine?.Amount, FineDays = fine?.Days, PerDay = fine?.PerDay, Blocks = blocks };
    }

    /// <summary>The lender counts it as overdue before we do: the patron hears of it at once.</summary>
    public static Decision LenderCallsOverdue(Draft draft, SupplierNews news) => draft.Request.Status switch
    {
        RequestStatus.OnLoan => Overdue(draft, news),
        RequestStatus.Overdue or RequestStatus.Recalled => draft.SetAside(news, "The patron has been told."),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit
            or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse or RequestStatus.Returning =>
            draft.SetAside(news, "The item is not with the patron; staff see to it."),
        RequestStatus.ReadyToDownload or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            draft.SetAside(news, "The request is closed, or nothing was lent."),
    };

    private static Decided Overdue(Draft draft, SupplierNews news)
    {
        var current = draft.Request.Loan!.DueOn!.Value;
        var tomorrow = draft.Calendar.WorkingDayOnOrAfter(draft.Today.AddDays(1));
        var dueOn = current < tomorrow ? current : tomorrow;
        return draft
            .Hear(news)
            .Then(new ItemRecalled(news.Symbol, dueOn))
            .Tell(Notice.Recalled, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = dueOn, Reason = "lender-overdue" })
            .WaitFor(Awaited.DueDate, draft.Calendar.EndOf(dueOn))
            .Decided();
    }
}
