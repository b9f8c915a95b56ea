using Hkall.Domain.Model;

namespace Hkall.Domain.Delivering;

/// <summary>When an item is due. A due date is inclusive: the item is overdue from the next day.</summary>
internal static class DueDates
{
    /// <summary>
    /// The period of the patron's group, or the lender's date less the way back if that is earlier (seed: "user group and the partner
    /// libraries' policies"). No loan outlasts the end of a term, or its patron's card, where the policy says so.
    /// </summary>
    /// <param name="cardUntil">The last day on which the card is valid; null if it has no end, or nobody knows.</param>
    public static DateOnly For(DecisionBuilder decision, DateOnly? cardUntil = null) => Limited(decision, cardUntil).DueOn;

    /// <summary>The same, with the reason if it is neither the group's period nor the lender's date.</summary>
    public static (DateOnly DueOn, LoanLimit? Why) Limited(DecisionBuilder decision, DateOnly? cardUntil)
    {
        var ours = NotAfterLastDay(
            decision, decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(decision.Policy.LoanDays[decision.Request.Group])), cardUntil);
        return decision.Request is { Loan.LenderDueOn: { } lender, Supplier: { } supplier }
            && NotAfterLender(decision, ours.DueOn, lender, supplier.Tier) is var dueOn && dueOn < ours.DueOn ? (dueOn, null) : ours;
    }

    /// <summary>No loan outlasts the next last day of its patron's group or, where the policy says so, the patron's card.</summary>
    public static (DateOnly DueOn, LoanLimit? Why) NotAfterLastDay(DecisionBuilder decision, DateOnly period, DateOnly? cardUntil)
    {
        var (ours, why) = NextLastDay(decision.Book, decision.Request.Group, decision.Today) is { } last && last.On < period
            ? (last.On, (LoanLimit?)last.Why) : (period, null);
        return decision.Policy.LoansEndWithCard && cardUntil is { } card && NotAfterCard(decision, ours, card) is var withCard && withCard < ours
            ? (withCard, LoanLimit.CardEnds) : (ours, why);
    }

    /// <summary>
    /// The next day that no loan of the group outlasts. On that day itself it limits nothing more: what is lent then is for the time after it.
    /// </summary>
    public static (DateOnly On, LoanLimit Why)? NextLastDay(RuleBook book, PatronGroup group, DateOnly today) => book.Policy.LastDays
        .Where(day => day.On > today && day.Groups.Contains(group))
        .Select(day => (On: book.Calendar.WorkingDayOnOrBefore(day.On), day.Why))
        .Where(day => day.On > today)
        .OrderBy(day => day.On)
        .Select(day => ((DateOnly, LoanLimit)?)day)
        .FirstOrDefault();

    /// <summary>A card that has ended, or ends today, limits nothing: staff have decided to lend all the same.</summary>
    public static DateOnly NotAfterCard(DecisionBuilder decision, DateOnly ours, DateOnly last) =>
        decision.Calendar.WorkingDayOnOrBefore(last) is var latest && latest > decision.Today && latest < ours ? latest : ours;

    /// <summary>No item falls due on a closed day, or before tomorrow: an item that arrives late is still worth a day.</summary>
    public static DateOnly NotAfterLender(DecisionBuilder decision, DateOnly ours, DateOnly lender, Tier tier)
    {
        var earliest = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(1));
        if (lender <= earliest)
        {
            return ours <= earliest ? ours : earliest;
        }

        var latest = decision.Calendar.AddWorkingDays(decision.Calendar.WorkingDayOnOrBefore(lender), -decision.Policy.WayBackWorkingDays.For(tier));
        return ours <= latest ? ours : latest >= earliest ? latest : earliest;
    }

    /// <summary>Whether the lender's date leaves the patron no day: due tomorrow at the latest, the item still comes back to its lender too late.</summary>
    public static bool LeavesNoDay(DecisionBuilder decision, DateOnly lender, Tier tier)
    {
        var earliest = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(1));
        return lender <= earliest
            || decision.Calendar.AddWorkingDays(decision.Calendar.WorkingDayOnOrBefore(lender), -decision.Policy.WayBackWorkingDays.For(tier)) < earliest;
    }

    public static DecisionBuilder WaitForReturn(DecisionBuilder decision)
    {
        var loan = decision.Request.Loan!;
        var dueOn = loan.DueOn!.Value;
        var reminder = decision.Calendar.StartOf(decision.Calendar.AddWorkingDays(dueOn, -decision.Policy.DueReminderWorkingDays));
        return loan is { Reminded: false, Recalled: false, LenderOverdue: false } && reminder > decision.Now
            ? decision.SetDeadline(DeadlineKind.DueReminder, reminder)
            : decision.SetDeadline(DeadlineKind.DueDate, decision.Calendar.EndOf(dueOn));
    }
}
