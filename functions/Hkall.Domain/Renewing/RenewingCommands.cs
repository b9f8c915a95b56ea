using Hkall.Domain.Accounts;

namespace Hkall.Domain.Renewing;

/// <summary>The patron asks to keep the item longer.</summary>
/// <param name="Blocked">
/// Why the patron may not renew anything now; null if nothing prevents it. The caller computes it from their other requests and the
/// Library's own system. It has no default, so that no caller can forget it.
/// </param>
public sealed record RenewLoan(Block? Blocked) : RequestCommand;
