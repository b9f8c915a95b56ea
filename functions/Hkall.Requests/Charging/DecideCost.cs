namespace Hkall.Requests.Charging;

/// <summary>The patron, or staff in their name, accepts or declines the charge.</summary>
public sealed record DecideCost(bool Accept) : RequestCommand;
