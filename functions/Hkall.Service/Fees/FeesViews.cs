using Hkall.Domain;
using Hkall.Domain.Accounts;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;

namespace Hkall.Service.Fees;

/// <summary>What a patron owes.</summary>
/// <param name="Balance">Recorded fees that are neither paid nor waived.</param>
/// <param name="Accruing">Fines that items still out have run up by today; they are recorded when the items come back.</param>
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
/// <param name="Running">Items still out whose fines grow every day.</param>
/// <param name="Entries">Newest first.</param>
public sealed record FeesView(Money Balance, Money Accruing, IReadOnlyList<RunningFine> Running, IReadOnlyList<FeeEntryView> Entries);

public sealed record RunningFine(string RequestId, string Title, DateOnly DueOn, int Days, Money Amount, Money PerDay);

/// <summary>One line of the ledger.</summary>
/// <param name="Id">Staff settle or waive a fee by this id.</param>
/// <param name="Fee">The id of the fee the line is about; for a fee, its own.</param>
/// <param name="Owed">For a fee: the amount still owed.</param>
/// <param name="Reason">The reason, as one of our names or in the words of staff.</param>
/// <param name="Text">The line as a sentence.</param>
/// <param name="Days">For a fine: the days it covers.</param>
public sealed record FeeEntryView(
    string Id, string RequestId, string Title, DateTimeOffset At, LedgerKind Kind, string Fee, Money Amount, Money? Owed, StatedReason Reason, string Text,
    int? Days = null);
