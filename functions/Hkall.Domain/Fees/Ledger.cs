using System.Text.Json.Serialization;
using Hkall.Domain.Charging;

namespace Hkall.Domain.Fees;

/// <summary>What a line of the ledger says: three kinds of fees, and four of what becomes of one. The names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerKind>))]
public enum LedgerKind
{
    /// <summary>For an item that came back late, or has not come back.</summary>
    [JsonStringEnumMemberName("overdue-fine")] OverdueFine,

    /// <summary>What another copy costs its lender.</summary>
    [JsonStringEnumMemberName("replacement")] Replacement,

    /// <summary>The Library's own work with a lost item.</summary>
    [JsonStringEnumMemberName("processing")] Processing,

    /// <summary>The patron paid.</summary>
    [JsonStringEnumMemberName("settlement")] Settlement,

    /// <summary>The Library does without it.</summary>
    [JsonStringEnumMemberName("waiver")] Waiver,

    /// <summary>No longer owed, since the item was found.</summary>
    [JsonStringEnumMemberName("taken-off")] TakenOff,

    /// <summary>Had been paid, and is the patron's again, since the item was found.</summary>
    [JsonStringEnumMemberName("paid-back")] PaidBack,
}

/// <summary>One line of a request's ledger.</summary>
/// <param name="Number">Counted within the request, from 1; it never changes.</param>
/// <param name="Of">The number of the fee it is about: its own for a fee.</param>
/// <param name="Amount">Always more than nothing; what it does to the balance, its kind says.</param>
/// <param name="Reason">A name of ours, or what staff wrote.</param>
/// <param name="Days">Of a fine: the days it is for.</param>
public sealed record LedgerLine(int Number, LedgerKind Kind, int Of, Money Amount, DateTimeOffset At, string Reason, int? Days = null);

/// <summary>Reads the ledger of one request. Nothing is kept but the lines: a sum that is counted cannot drift.</summary>
public static class Ledger
{
    public static bool IsFee(this LedgerKind kind) => kind switch
    {
        LedgerKind.OverdueFine or LedgerKind.Replacement or LedgerKind.Processing => true,
        LedgerKind.Settlement or LedgerKind.Waiver or LedgerKind.TakenOff or LedgerKind.PaidBack => false,
    };

    /// <summary>What the patron still owes on all fees of the request; never negative.</summary>
    public static decimal Balance(this PatronRequest request) => request.Fees.Sum(line => Effect(line.Kind) * line.Amount.Amount);

    /// <summary>What the patron still owes on one fee; never negative.</summary>
    public static decimal BalanceOf(this PatronRequest request, int fee) =>
        request.Fees.Where(line => line.Of == fee).Sum(line => Effect(line.Kind) * line.Amount.Amount);

    /// <summary>What of one fee has been paid and not been paid back.</summary>
    public static decimal PaidOn(this PatronRequest request, int fee) => request.Fees.Where(line => line.Of == fee).Sum(line => line.Kind switch
    {
        LedgerKind.Settlement => line.Amount.Amount,
        LedgerKind.PaidBack => -line.Amount.Amount,
        LedgerKind.OverdueFine or LedgerKind.Replacement or LedgerKind.Processing or LedgerKind.Waiver or LedgerKind.TakenOff => 0,
    });

    public static LedgerLine? FindFee(this PatronRequest request, int fee) =>
        request.Fees.FirstOrDefault(line => line.Number == fee && line.Kind.IsFee());

    /// <summary>Money paid back was paid before: it changes what the patron has, not what they owe.</summary>
    private static int Effect(LedgerKind kind) => kind switch
    {
        LedgerKind.OverdueFine or LedgerKind.Replacement or LedgerKind.Processing => 1,
        LedgerKind.Settlement or LedgerKind.Waiver or LedgerKind.TakenOff => -1,
        LedgerKind.PaidBack => 0,
    };

    internal static IReadOnlyList<LedgerLine> Fee(PatronRequest request, FeeCharged charged, DateTimeOffset at) =>
        [.. request.Fees, new LedgerLine(request.Fees.Count + 1, charged.Kind, request.Fees.Count + 1, charged.Amount, at, charged.Why, charged.Days)];

    internal static IReadOnlyList<LedgerLine> Entry(PatronRequest request, LedgerKind kind, int fee, Money amount, string reason, DateTimeOffset at) =>
        [.. request.Fees, new LedgerLine(request.Fees.Count + 1, kind, fee, amount, at, reason)];
}
