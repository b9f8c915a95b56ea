using Hkall.Domain.Charging;

namespace Hkall.Domain.OnLoan;

/// <param name="ReplacementCost">What another copy costs its lender; null where that cannot be verified.</param>
public sealed record DeclareLost(string Note, Money? ReplacementCost = null) : RequestCommand;

/// <param name="Note">How; the lender reads it.</param>
public sealed record DeclareDamaged(string Note) : RequestCommand;
