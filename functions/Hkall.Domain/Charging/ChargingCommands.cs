using Hkall.Domain.Model;

namespace Hkall.Domain.Charging;

/// <summary>The patron accepts or declines the charge; or staff do, because the patron told them to.</summary>
/// <param name="Cost">The charge shown when the decision was made; null if the decision is not bound to one.</param>
/// <param name="Word">What the patron told staff; null if the patron decides here.</param>
public sealed record DecideCost(bool Accept, Money? Cost, PatronsWord? Word = null) : RequestCommand;

/// <summary>Staff accept the conditions of the library asked now, or prefer another library.</summary>
public sealed record DecideConditions(bool Accept) : RequestCommand;

/// <summary>Staff decide on a charge that is higher than the accepted one and was named only with the item, or later.</summary>
/// <param name="Bear">The Library pays the difference; otherwise we tell the library that only the accepted amount was agreed.</param>
/// <param name="Note">For the library, if we dispute its charge.</param>
public sealed record DecideLateCharge(bool Bear, string? Note = null) : RequestCommand;
