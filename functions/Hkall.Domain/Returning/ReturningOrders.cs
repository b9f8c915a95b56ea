namespace Hkall.Domain.Returning;

public sealed record CheckInItem : RequestCommand;

public sealed record SendItemBack : RequestCommand;
