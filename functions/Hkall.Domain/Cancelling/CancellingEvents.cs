namespace Hkall.Domain.Cancelling;

public sealed record CancelAsked(Who By) : RequestEvent;

/// <summary>The supplier would not cancel: the item is as good as on its way.</summary>
public sealed record CancelRefused(string Symbol, string Why) : RequestEvent;

public sealed record RequestCancelled(string Why) : RequestEvent;
