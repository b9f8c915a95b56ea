using Hkall.Domain.Fees;

namespace Hkall.Domain.Accounts;

/// <summary>A reason why a patron may neither place nor renew for now.</summary>
/// <param name="Code"><c>library-block</c>, <c>card-expired</c>, <c>fees</c>, <c>overdue</c>.</param>
/// <param name="Why">A sentence for the patron.</param>
public sealed record Block(string Code, string Why);

/// <summary>
/// Blocks from the Library's own system, and blocks for what a patron owes here. We compute ours on every request for them and store
/// none, so a block ends with its cause.
/// </summary>
public static class Blocks
{
    /// <summary>The code of a block for a card that is no longer valid.</summary>
    public const string CardExpired = "card-expired";

    /// <param name="own">Null if the circulation system has no answer.</param>
    /// <param name="requests">The patron's requests: at least the open ones and those with a balance.</param>
    public static IReadOnlyList<Block> Of(OwnAccount? own, IEnumerable<PatronRequest> requests, DateOnly today, RuleBook book) =>
        [.. OfTheLibrary(own, today), .. OfOurs([.. requests], today, book)];

    /// <summary>The balance of all the requests, and the fines that the items still out have run up by today.</summary>
    public static (decimal Owed, decimal Accruing) Debt(IEnumerable<PatronRequest> requests, DateOnly today, RuleBook book)
    {
        decimal owed = 0, accruing = 0;
        foreach (var request in requests)
        {
            owed += request.Balance();
            accruing += Fines.Of(request, today, book)?.Amount.Amount ?? 0;
        }

        return (owed, accruing);
    }

    /// <summary>Why the Library itself no longer lends to the patron.</summary>
    public static IEnumerable<Block> OfTheLibrary(OwnAccount? own, DateOnly today)
    {
        foreach (var why in own?.Blocks ?? [])
        {
            yield return new Block("library-block", $"Your Library account is blocked: {why}");
        }

        if (own?.CardExpiresOn is { } last && last < today)
        {
            yield return new Block(CardExpired, $"Your Library card was good until {last:yyyy-MM-dd}. Please have it renewed at the Service Counter.");
        }
    }

    private static IEnumerable<Block> OfOurs(IReadOnlyList<PatronRequest> requests, DateOnly today, RuleBook book)
    {
        var policy = book.Policy.Fines;
        var (owed, accruing) = Debt(requests, today, book);
        if (owed + accruing >= policy.BlockAt.Amount)
        {
            yield return new Block("fees", FormattableString.Invariant(
                $"You owe {policy.BlockAt.Currency} {owed + accruing:0.00} for overdue or lost items. Requests and renewals are blocked when fees reach {policy.BlockAt.Currency} {policy.BlockAt.Amount:0.00}."));
        }

        if (requests.FirstOrDefault(request => request.Status.IsWithPatron() && request.Loan?.OverdueNotices >= policy.BlockAtNotice) is { } overdue)
        {
            yield return new Block(
                "overdue", $"An item was due on {overdue.Loan!.DueOn:yyyy-MM-dd} and you have been asked {overdue.Loan.OverdueNotices} times to return it.");
        }
    }
}
