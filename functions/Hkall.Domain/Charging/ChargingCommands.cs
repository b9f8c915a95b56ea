using Hkall.Domain.Model;

namespace Hkall.Domain.Charging;

/// <summary>The patron, or staff in their name, accepts or declines the charge.</summary>
/// <param name="Cost">The charge shown when the decision was made; null if the decision is not bound to one.</param>
public sealed record DecideCost(bool Accept, Money? Cost) : RequestCommand;

/// <summary>Staff accept the conditions of the library asked now, or prefer another library.</summary>
public sealed record DecideConditions(bool Accept) : RequestCommand;
