using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Fees;

/// <summary>The patron owes this fee. A fee has the number of the ledger line that begins it.</summary>
/// <param name="Why"><c>returned-late</c>, <c>recalled</c>, <c>not-returned</c>, <c>declared-by-staff</c>, <c>charge-accepted</c>; or what staff wrote.</param>
/// <param name="Days">For a fine: the days it covers.</param>
public sealed record FeeCharged(LedgerKind Kind, Money Amount, StatedReason Why, int? Days = null) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Fees = Ledger.Fee(request, this, at) };
}

/// <param name="Reason">What staff wrote about how it was paid.</param>
public sealed record FeeSettled(int Fee, Money Amount, [PersonsWords] string Reason) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Fees = Ledger.Entry(request, LedgerKind.Settlement, Fee, Amount, StatedReason.InWords(Reason), at) };
}

/// <param name="Reason">What staff wrote.</param>
public sealed record FeeWaived(int Fee, Money Amount, [PersonsWords] string Reason) : RequestEvent
{
    /// <summary>The opaque key of the member of staff who proposed it, if another one approved it.</summary>
    [Id, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProposedBy { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Fees = Ledger.Entry(request, LedgerKind.Waiver, Fee, Amount, StatedReason.InWords(Reason), at) };
}

/// <summary>The patron no longer owes the rest of the fee.</summary>
public sealed record FeeTakenOff(int Fee, Money Amount, StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Fees = Ledger.Entry(request, LedgerKind.TakenOff, Fee, Amount, Why, at) };
}

/// <summary>The patron gets back what they had paid of the fee.</summary>
public sealed record FeePaidBack(int Fee, Money Amount, StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Fees = Ledger.Entry(request, LedgerKind.PaidBack, Fee, Amount, Why, at) };
}
