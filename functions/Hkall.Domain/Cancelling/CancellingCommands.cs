namespace Hkall.Domain.Cancelling;

public sealed record CancelRequest(Who By) : RequestCommand;
