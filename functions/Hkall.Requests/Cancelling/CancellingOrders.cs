namespace Hkall.Requests.Cancelling;

public sealed record CancelRequest(Who By) : RequestCommand;
