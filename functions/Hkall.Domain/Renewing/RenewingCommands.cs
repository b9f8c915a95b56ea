using Hkall.Domain.Accounts;
using Hkall.Domain.Model;

namespace Hkall.Domain.Renewing;

/// <summary>The patron asks to keep the item longer.</summary>
/// <param name="Blocked">
/// Why the patron may not renew anything now; null if nothing prevents it. The caller computes it from their other requests and the
/// Library's own system. It has no default, so that no caller can forget it.
/// </param>
/// <param name="Word">What the patron told staff, if staff ask for them.</param>
/// <param name="CardUntil">The last day on which the patron's card is valid; null if it has no end, or nobody knows.</param>
public sealed record RenewLoan(Block? Blocked, PatronsWord? Word = null, DateOnly? CardUntil = null) : RequestCommand;
