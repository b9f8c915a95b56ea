namespace Hkall.Domain.Returning;

public sealed record CheckInItem : RequestCommand;

public sealed record SendItemBack : RequestCommand;

/// <summary>The patron returned one part.</summary>
public sealed record CheckInPart(string Barcode) : RequestCommand;
