namespace Hkall.Domain.Delivering;

/// <summary>The item reached our desk and was put on the hold shelf, or at the counter where it may only be consulted here.</summary>
public sealed record ItemReceived(DateOnly Until, bool LibraryUseOnly) : RequestEvent;

public sealed record PickupReminded : RequestEvent;

/// <summary>Nobody came for it in time, or its lender wanted it back: it leaves the shelf.</summary>
public sealed record PickupExpired(string Why) : RequestEvent;

/// <param name="On">The date of it in Hong Kong; null where it was not taken down.</param>
public sealed record ItemCheckedOut(DateOnly DueOn, DateOnly? On = null) : RequestEvent;
