namespace Hkall.Domain.Cancelling;

public sealed record CancelAsked(Who By) : RequestEvent;

/// <summary>The supplier declined to cancel, so we expect the item.</summary>
public sealed record CancelRefused(string Symbol, string Why) : RequestEvent;

public sealed record RequestCancelled(string Why) : RequestEvent;
