using Hkall.Domain.Model;

namespace Hkall.Domain.Fees;

/// <summary>What a day costs: for an item that is only late, and for one that its lender has recalled.</summary>
public sealed record FineRate(Money Ordinary, Money Recalled)
{
    public Money For(bool recalled) => recalled ? Recalled : Ordinary;
}

/// <summary>
/// Fines, blocks and lost items. The service's page gives no figures; these come from the Library's own pages on fines and losses or,
/// where those give none, from another HKALL library. All amounts are in one currency.
/// </summary>
public sealed record FinePolicy
{
    /// <summary>
    /// By tier, since other libraries' items are a class of their own. HKBU: HK$2 a day for HKALL items, HK$4 when recalled;
    /// Lingnan's figure for the class is unknown.
    /// </summary>
    public ByTier<FineRate> Daily { get; init; } = new(
        new(Money.Hkd(2), Money.Hkd(4)), new(Money.Hkd(2), Money.Hkd(4)), new(Money.Hkd(2), Money.Hkd(4)));

    /// <summary>An item returned within these days costs nothing; after them the fine counts from the due date (Library).</summary>
    public int GraceDays { get; init; } = 3;

    /// <summary>Only loans that were at least this long at first have days of grace (Library), and never a recalled one.</summary>
    public int GraceFromLoanDays { get; init; } = 15;

    /// <summary>Whether days on which the Library is closed count as overdue.</summary>
    public bool ClosedDaysCount { get; init; }

    /// <summary>The largest fine for one item (HKBU).</summary>
    public Money MostPerItem { get; init; } = Money.Hkd(100);

    /// <summary>A patron who owes this much may not place or renew (Library).</summary>
    public Money BlockAt { get; init; } = Money.Hkd(30);

    /// <summary>A patron with this many overdue notices about one item may not place or renew (Library: the third, on the fifteenth day).</summary>
    public int BlockAtNotice { get; init; } = 3;

    /// <summary>The replacement charge if the price cannot be verified (Library).</summary>
    public Money UnverifiedReplacement { get; init; } = Money.Hkd(500);

    /// <summary>The charge for our work with a lost item (Library).</summary>
    public Money ProcessingFee { get; init; } = Money.Hkd(100);

    /// <summary>Days within which finding a lost item cancels its replacement charge; later the lender has bought another.</summary>
    public int RefundDays { get; init; } = 180;

    /// <summary>Whether finding it also cancels the processing fee: by then the work is done.</summary>
    public bool RefundProcessing { get; init; }
}
