using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Fees;

/// <summary>The kind of a ledger line: six kinds of fees, and four kinds of changes to one. The names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerKind>))]
public enum LedgerKind
{
    /// <summary>For an item that came back late, or has not come back.</summary>
    [JsonStringEnumMemberName("overdue-fine")] OverdueFine,

    /// <summary>The lender's price of another copy.</summary>
    [JsonStringEnumMemberName("replacement")] Replacement,

    /// <summary>The Library's own work with a lost item.</summary>
    [JsonStringEnumMemberName("processing")] Processing,

    /// <summary>What the supplying library charges, as it was accepted.</summary>
    [JsonStringEnumMemberName("supply-charge")] SupplyCharge,

    /// <summary>For damage to the item, as staff entered it.</summary>
    [JsonStringEnumMemberName("damage")] Damage,

    /// <summary>For something else that staff entered.</summary>
    [JsonStringEnumMemberName("other")] Other,

    /// <summary>The patron paid.</summary>
    [JsonStringEnumMemberName("settlement")] Settlement,

    /// <summary>The Library waives the fee.</summary>
    [JsonStringEnumMemberName("waiver")] Waiver,

    /// <summary>No longer owed: the item was found, or was not supplied after all.</summary>
    [JsonStringEnumMemberName("taken-off")] TakenOff,

    /// <summary>Paid earlier and returned to the patron, for the same reasons.</summary>
    [JsonStringEnumMemberName("paid-back")] PaidBack,
}

/// <summary>One line of a request's ledger.</summary>
/// <param name="Number">Counted within the request from 1; it never changes.</param>
/// <param name="Of">The number of the fee that the line concerns; a fee has its own number.</param>
/// <param name="Amount">Always more than zero; the kind says how it changes the balance.</param>
/// <param name="Reason">A name of ours, or what staff wrote.</param>
/// <param name="Days">For a fine: the days it covers.</param>
public sealed record LedgerLine(int Number, LedgerKind Kind, int Of, Money Amount, DateTimeOffset At, StatedReason Reason, int? Days = null);

/// <summary>Computes the sums of one request's ledger. Only the lines are stored: a computed sum cannot drift.</summary>
public static class Ledger
{
    public static bool IsFee(this LedgerKind kind) => kind switch
    {
        LedgerKind.OverdueFine or LedgerKind.Replacement or LedgerKind.Processing or LedgerKind.SupplyCharge or LedgerKind.Damage
            or LedgerKind.Other => true,
        LedgerKind.Settlement or LedgerKind.Waiver or LedgerKind.TakenOff or LedgerKind.PaidBack => false,
    };

    /// <summary>What the patron still owes on all fees of the request; never negative.</summary>
    public static decimal Balance(this PatronRequest request) => request.Fees.Sum(line => Effect(line.Kind) * line.Amount.Amount);

    /// <summary>What the patron still owes on one fee; never negative.</summary>
    public static decimal BalanceOf(this PatronRequest request, int fee) =>
        request.Fees.Where(line => line.Of == fee).Sum(line => Effect(line.Kind) * line.Amount.Amount);

    /// <summary>What the patron has paid of one fee, less what was paid back.</summary>
    public static decimal PaidOn(this PatronRequest request, int fee) => request.Fees.Where(line => line.Of == fee).Sum(line => line.Kind switch
    {
        LedgerKind.Settlement => line.Amount.Amount,
        LedgerKind.PaidBack => -line.Amount.Amount,
        LedgerKind.OverdueFine or LedgerKind.Replacement or LedgerKind.Processing or LedgerKind.SupplyCharge or LedgerKind.Damage or LedgerKind.Other
            or LedgerKind.Waiver or LedgerKind.TakenOff => 0,
    });

    public static LedgerLine? FindFee(this PatronRequest request, int fee) =>
        request.Fees.FirstOrDefault(line => line.Number == fee && line.Kind.IsFee());

    /// <summary>A repayment does not change the balance: it returns money that the patron had paid.</summary>
    private static int Effect(LedgerKind kind) => kind switch
    {
        LedgerKind.OverdueFine or LedgerKind.Replacement or LedgerKind.Processing or LedgerKind.SupplyCharge or LedgerKind.Damage
            or LedgerKind.Other => 1,
        LedgerKind.Settlement or LedgerKind.Waiver or LedgerKind.TakenOff => -1,
        LedgerKind.PaidBack => 0,
    };

    internal static IReadOnlyList<LedgerLine> Fee(PatronRequest request, FeeCharged charged, DateTimeOffset at) =>
        [.. request.Fees, new LedgerLine(request.Fees.Count + 1, charged.Kind, request.Fees.Count + 1, charged.Amount, at, charged.Why, charged.Days)];

    internal static IReadOnlyList<LedgerLine> Entry(PatronRequest request, LedgerKind kind, int fee, Money amount, StatedReason reason, DateTimeOffset at) =>
        [.. request.Fees, new LedgerLine(request.Fees.Count + 1, kind, fee, amount, at, reason)];
}
