using Hkall.Domain.Charging;

namespace Hkall.Domain.Fees;

/// <summary>What a notice says of money, as it stood when it was decided.</summary>
public sealed record NoticeFees
{
    /// <summary>The overdue fine: so far, or as recorded.</summary>
    public Money? Fine { get; init; }

    /// <summary>The days that it is for.</summary>
    public int? FineDays { get; init; }

    /// <summary>What each further day costs, while the item is out.</summary>
    public Money? PerDay { get; init; }

    public Money? Replacement { get; init; }

    public Money? Processing { get; init; }

    public Money? TakenOff { get; init; }

    public Money? PaidBack { get; init; }

    /// <summary>The fee that a settlement or a waiver is about.</summary>
    public LedgerKind? What { get; init; }

    public Money? Paid { get; init; }

    public Money? Waived { get; init; }

    /// <summary>What is still owed on that fee.</summary>
    public Money? Left { get; init; }

    /// <summary>What is owed for this item in all.</summary>
    public Money? Owed { get; init; }

    /// <summary>This item alone keeps the patron from placing and renewing.</summary>
    public bool Blocks { get; init; }
}
