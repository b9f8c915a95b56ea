using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Fees;

/// <summary>The amounts in a notice, as they were at the decision.</summary>
public sealed record NoticeFees
{
    /// <summary>The overdue fine: so far, or as recorded.</summary>
    public Money? Fine { get; init; }

    /// <summary>The days that the fine covers.</summary>
    public int? FineDays { get; init; }

    /// <summary>The cost of each further day, while the item is out.</summary>
    public Money? PerDay { get; init; }

    /// <summary>The last day on which the item may come back without a fine; null if that is over, or there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? NoFineUntil { get; init; }

    /// <summary>The largest fine for one item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Money? MostFine { get; init; }

    /// <summary>What was charged for a lost item or, before the loss, what would be.</summary>
    public Money? Replacement { get; init; }

    public Money? Processing { get; init; }

    /// <summary>The last day on which finding the lost item still cancels its replacement charge.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? FoundBy { get; init; }

    public Money? TakenOff { get; init; }

    public Money? PaidBack { get; init; }

    /// <summary>The fee that is owed from now on.</summary>
    public Money? Charged { get; init; }

    /// <summary>The accepted charge in its own currency, if that is not ours.</summary>
    public Money? AcceptedAs { get; init; }

    /// <summary>The kind of fee that was charged, paid or waived.</summary>
    public LedgerKind? What { get; init; }

    public Money? Paid { get; init; }

    public Money? Waived { get; init; }

    /// <summary>The balance of that fee.</summary>
    public Money? Left { get; init; }

    /// <summary>The whole balance for this item.</summary>
    public Money? Owed { get; init; }

    /// <summary>This item alone blocks the patron from placing and renewing.</summary>
    public bool Blocks { get; init; }
}
