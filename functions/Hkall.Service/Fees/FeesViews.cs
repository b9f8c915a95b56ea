using Hkall.Domain;
using Hkall.Domain.Accounts;
using Hkall.Domain.Charging;
using Hkall.Domain.Fees;

namespace Hkall.Service.Fees;

/// <summary>What a patron owes.</summary>
/// <param name="Balance">Recorded and neither paid nor waived.</param>
/// <param name="Accruing">What items still out have run up by today; it is recorded when they come back.</param>
public sealed record DebtView(Money Balance, Money Accruing)
{
    public static DebtView Of(IReadOnlyList<PatronRequest> requests, DateOnly today, RuleBook book)
    {
        var (owed, accruing) = Blocks.Debt(requests, today, book);
        var currency = book.Policy.Fines.BlockAt;
        return new DebtView(currency with { Amount = owed }, currency with { Amount = accruing });
    }
}

/// <summary>A patron's ledger over all their requests.</summary>
/// <param name="Running">Items still out that cost more every day.</param>
/// <param name="Entries">Newest first.</param>
public sealed record FeesView(Money Balance, Money Accruing, IReadOnlyList<RunningFine> Running, IReadOnlyList<FeeEntryView> Entries);

public sealed record RunningFine(string RequestId, string Title, DateOnly DueOn, int Days, Money Amount, Money PerDay);

/// <summary>One line.</summary>
/// <param name="Id">By it staff settle or waive a fee.</param>
/// <param name="Fee">The id of the fee it is about: its own for a fee.</param>
/// <param name="Owed">What is still owed, of a fee.</param>
/// <param name="Reason">Why, as a name of ours or in the words of staff.</param>
/// <param name="Text">The line as a sentence.</param>
/// <param name="Days">Of a fine: the days it is for.</param>
public sealed record FeeEntryView(string Id, string RequestId, string Title, DateTimeOffset At, LedgerKind Kind, string Fee, Money Amount, Money? Owed, string Reason, string Text, int? Days = null);
