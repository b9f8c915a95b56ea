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
        var days = Days(dueOn, on, book);
        if (days == 0 || (HasGrace(request, policy) && days <= policy.GraceDays))
        {
            return null;
        }

        var perDay = policy.Daily.For(lender.Tier).For(loan.Recalled);
        var amount = Math.Min(days * perDay.Amount, policy.MostPerItem.Amount);
        return amount > 0 ? new Fine(days, perDay with { Amount = amount }, perDay) : null;
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

    private static bool HasGrace(PatronRequest request, FinePolicy policy) => request.Loan is { Recalled: false, DueOn: { } dueOn } loan
        && (loan.CheckedOutOn is not { } since || dueOn.DayNumber - since.DayNumber >= policy.GraceFromLoanDays);
}
