using Hkall.Domain.Charging;

namespace Hkall.Domain.Fees;

/// <summary>The patron owes this. Fees are numbered by the line of the ledger that they begin.</summary>
/// <param name="Why"><c>returned-late</c>, <c>recalled</c>, <c>not-returned</c>, <c>declared-by-staff</c>.</param>
/// <param name="Days">Of a fine: the days it is for.</param>
public sealed record FeeCharged(LedgerKind Kind, Money Amount, string Why, int? Days = null) : RequestEvent;

/// <param name="Reason">What staff wrote: how it was paid.</param>
public sealed record FeeSettled(int Fee, Money Amount, string Reason) : RequestEvent;

/// <param name="Reason">What staff wrote.</param>
public sealed record FeeWaived(int Fee, Money Amount, string Reason) : RequestEvent;

/// <summary>What was still owed of the fee is no longer owed.</summary>
public sealed record FeeTakenOff(int Fee, Money Amount, string Why) : RequestEvent;

/// <summary>What had been paid of the fee goes back to the patron.</summary>
public sealed record FeePaidBack(int Fee, Money Amount, string Why) : RequestEvent;
