using Hkall.Domain;
using Hkall.Domain.Model;

namespace Hkall.Service.PolicyLab;

/// <summary>The due date that a loan would have had, and how often it would have been renewed.</summary>
/// <param name="DueOn">The last due date.</param>
public sealed record LabDueDate(DateOnly DueOn, int Renewals);

/// <summary>
/// Counts the due dates of a loan anew. A date that the old policy gave moves with the period; one that its lender, a card or staff
/// gave stays, unless the new period ends before it.
/// </summary>
public static class LabDates
{
    /// <param name="now">The policy in force, under which the dates are understood.</param>
    /// <param name="tried">The policy that is tried.</param>
    public static LabDueDate Of(LabLoan loan, PatronGroup group, Tier? tier, RuleBook now, RuleBook tried)
    {
        var renewals = 0;
        DateOnly? last = null;
        foreach (var due in loan.Dues)
        {
            if (due.Period == LabPeriod.Renewal && renewals >= tried.Policy.RenewalsAllowed)
            {
                // Not renewed, so nothing that rests on the renewal follows: the date before it stands.
                return new LabDueDate(last ?? due.From, renewals);
            }

            renewals += due.Period == LabPeriod.Renewal ? 1 : 0;
            last = Anew(due, last, group, tier, now, tried);
        }

        // A recall, or a date that staff set, is no period of the policy.
        var given = loan.Held.Loan?.DueOn;
        return new LabDueDate(given is { } date && date != loan.Dues[^1].DueOn ? date : last!.Value, renewals);
    }

    private static DateOnly Anew(LabDue due, DateOnly? before, PatronGroup group, Tier? tier, RuleBook now, RuleBook tried)
    {
        var from = due.Period == LabPeriod.Renewal && before is { } earlier ? (earlier > due.On ? earlier : due.On) : due.From;
        var (was, wouldBe) = (PeriodOf(due.Period, group, due.From, now), PeriodOf(due.Period, group, from, tried));
        if (was is not { } old || wouldBe is not { } period || old == period)
        {
            return due.DueOn;
        }

        if (due.DueOn < old)
        {
            // Something else limited it.
            return period < due.DueOn ? period : due.DueOn;
        }

        return due.LenderDueOn is { } lender && tier is { } of ? NotAfterLender(period, lender, of, from, tried) : period;
    }

    private static DateOnly? PeriodOf(LabPeriod period, PatronGroup group, DateOnly from, RuleBook book) => period switch
    {
        LabPeriod.Loan => book.Calendar.WorkingDayOnOrAfter(from.AddDays(book.Policy.LoanDays[group])),
        LabPeriod.Renewal => book.Calendar.WorkingDayOnOrAfter(from.AddDays(book.Policy.RenewalDays[group])),
        LabPeriod.OfLender => null,
    };

    private static DateOnly NotAfterLender(DateOnly period, DateOnly lender, Tier tier, DateOnly from, RuleBook book)
    {
        var latest = book.Calendar.AddWorkingDays(book.Calendar.WorkingDayOnOrBefore(lender), -book.Policy.WayBackWorkingDays.For(tier));
        var earliest = book.Calendar.WorkingDayOnOrAfter(from.AddDays(1));
        return period <= latest ? period : latest >= earliest ? latest : earliest;
    }
}
