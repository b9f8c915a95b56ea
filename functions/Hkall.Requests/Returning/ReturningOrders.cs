namespace Hkall.Requests.Returning;

public sealed record CheckInItem : RequestCommand;

public sealed record SendItemBack : RequestCommand;
