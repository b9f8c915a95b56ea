using Hkall.Domain.Charging;

namespace Hkall.Domain.Fees;

/// <summary>What a day costs: for an item that is merely late, and for one that its lender has recalled.</summary>
public sealed record FineRate(Money Ordinary, Money Recalled)
{
    public Money For(bool recalled) => recalled ? Recalled : Ordinary;
}

/// <summary>Fines, blocks and lost items. The service's page is silent; the figures are those of the Library's own pages of fines and losses, or of another HKALL library where these give none. All amounts are in one currency.</summary>
public sealed record FinePolicy
{
    /// <summary>By tier, since other libraries' items are a class of their own. HKBU: HK$2 a day for HKALL items, HK$4 when recalled; Lingnan's figure for the class is not known.</summary>
    public ByTier<FineRate> Daily { get; init; } = new(
        new(Money.Hkd(2), Money.Hkd(4)), new(Money.Hkd(2), Money.Hkd(4)), new(Money.Hkd(2), Money.Hkd(4)));

    /// <summary>Returned within these days it costs nothing; after them it costs from the due date on (Library).</summary>
    public int GraceDays { get; init; } = 3;

    /// <summary>Only loans that were this long at first have days of grace (Library), and never a recalled one.</summary>
    public int GraceFromLoanDays { get; init; } = 15;

    /// <summary>Whether days on which the Library is closed count as overdue.</summary>
    public bool ClosedDaysCount { get; init; }

    /// <summary>The most that one item can cost by being late (HKBU).</summary>
    public Money MostPerItem { get; init; } = Money.Hkd(100);

    /// <summary>Who owes this much may not place or renew (Library).</summary>
    public Money BlockAt { get; init; } = Money.Hkd(30);

    /// <summary>Nor may who has had this many overdue notices about one item (Library: the third, on the fifteenth day).</summary>
    public int BlockAtNotice { get; init; } = 3;

    /// <summary>The replacement charge where the price cannot be verified (Library).</summary>
    public Money UnverifiedReplacement { get; init; } = Money.Hkd(500);

    /// <summary>For the work with a lost item (Library).</summary>
    public Money ProcessingFee { get; init; } = Money.Hkd(100);

    /// <summary>A lost item found within these days takes its replacement charge off; later the lender has bought another.</summary>
    public int RefundDays { get; init; } = 180;

    /// <summary>Whether the processing fee is taken off too: the work has been done by then.</summary>
    public bool RefundProcessing { get; init; }
}
