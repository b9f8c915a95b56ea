using Hkall.Domain.Model;

namespace Hkall.Domain.OnLoan;

/// <param name="ReplacementCost">The lender's price of another copy; null if it cannot be verified.</param>
public sealed record DeclareLost(string Note, Money? ReplacementCost = null) : RequestCommand;

/// <param name="Note">How it is damaged; the lender reads it.</param>
public sealed record DeclareDamaged(string Note) : RequestCommand;
