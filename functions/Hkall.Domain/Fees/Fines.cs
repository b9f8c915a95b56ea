using Hkall.Domain.Model;

namespace Hkall.Domain.Fees;

/// <summary>The fine for a late item.</summary>
public sealed record Fine(int Days, Money Amount, Money PerDay);

/// <summary>
/// The fine for an item that the patron has. While the item is out we compute the fine and do not record it, since it grows by
/// itself. We record it when it can no longer grow: when the item comes back, is lost, or gets another due date by a recall.
/// </summary>
public static class Fines
{
    /// <summary>The fine at the end of that day; null if there is none.</summary>
    public static Fine? Of(PatronRequest request, DateOnly on, RuleBook book)
    {
        if (!request.Status.IsWithPatron() || request is not { Loan: { DueOn: { } dueOn } loan, Supplier: { } lender } || on <= dueOn)
        {
            return null;
        }

        var policy = book.Policy.Fines;
        var rate = policy.Daily.For(lender.Tier);
        var perDay = rate.For(loan.Recalled);

        // A recall takes back nothing that the notices had said: up to its day, the fine is that of an item returned on that day.
        var (first, dearer) = loan.RecalledLateOn is { } recalled && recalled < on ? (recalled, Days(recalled, on, book)) : (on, 0);
        var days = Days(dueOn, first, book);
        if (HasGrace(loan, policy) && days <= policy.GraceDays)
        {
            days = 0;
        }

        var sum = (days * rate.For(loan.Recalled && loan.RecalledLateOn is null).Amount) + (dearer * perDay.Amount);
        var amount = Math.Min(sum, policy.MostPerItem.Amount);
        return amount > 0 ? new Fine(days + dearer, perDay with { Amount = amount }, perDay) : null;
    }

    /// <summary>The fine of each day from now on; null if a day costs nothing.</summary>
    public static Money? PerDay(PatronRequest request, Policy policy) =>
        request is { Loan: { } loan, Supplier: { } lender } && policy.Fines.Daily.For(lender.Tier).For(loan.Recalled) is { Amount: > 0 } perDay ? perDay : null;

    /// <summary>The last day on which the item may come back without a fine; null if that is over, or the loan has no days of grace.</summary>
    public static DateOnly? FreeUntil(PatronRequest request, DateOnly today, RuleBook book)
    {
        var policy = book.Policy.Fines;
        if (request.Loan is not { DueOn: { } dueOn, RecalledLateOn: null } loan || !HasGrace(loan, policy) || policy.GraceDays == 0)
        {
            return null;
        }

        var last = policy.ClosedDaysCount ? dueOn.AddDays(policy.GraceDays) : book.Calendar.AddWorkingDays(dueOn, policy.GraceDays);
        return last < today ? null : last;
    }

    /// <summary>Records the fine.</summary>
    /// <param name="on">The last day that counts; null: today.</param>
    /// <returns>The fine, for the mail; null if there is none.</returns>
    internal static Fine? Charge(DecisionBuilder decision, StatedReason why, DateOnly? on = null)
    {
        if (Of(decision.Request, on ?? decision.Today, decision.Book) is not { } fine)
        {
            return null;
        }

        Recording.Charge(decision, new FeeCharged(LedgerKind.OverdueFine, fine.Amount, why, fine.Days));
        return fine;
    }

    private static int Days(DateOnly dueOn, DateOnly on, RuleBook book)
    {
        if (book.Policy.Fines.ClosedDaysCount)
        {
            return on.DayNumber - dueOn.DayNumber;
        }

        var days = 0;
        for (var day = dueOn.AddDays(1); day <= on; day = day.AddDays(1))
        {
            days += book.Calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return days;
    }

    private static bool HasGrace(Loan loan, FinePolicy policy) => loan is { DueOn: { } dueOn } and ({ Recalled: false } or { RecalledLateOn: not null })
        && (loan.CheckedOutOn is not { } since || dueOn.DayNumber - since.DayNumber >= policy.GraceFromLoanDays);
}
