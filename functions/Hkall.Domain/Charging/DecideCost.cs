namespace Hkall.Domain.Charging;

/// <summary>The patron, or staff in their name, accepts or declines the charge.</summary>
/// <param name="Cost">The charge that was shown when the decision was made; null where the decision is not bound to one.</param>
public sealed record DecideCost(bool Accept, Money? Cost = null) : RequestCommand;
