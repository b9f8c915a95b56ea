namespace Hkall.Requests.Placing;

/// <summary>When the item or the scan is likely to arrive, as dates of the library. An estimate, never a promise.</summary>
public sealed record Estimate(DateOnly Earliest, DateOnly Latest);
