namespace Hkall.Domain.Delivering;

/// <summary>The item arrived and is on the hold shelf, or at the counter if it may only be used here.</summary>
public sealed record ItemReceived(DateOnly Until, bool LibraryUseOnly) : RequestEvent;

public sealed record PickupReminded : RequestEvent;

/// <summary>The patron did not collect it in time, or its lender wants it back: it leaves the shelf.</summary>
public sealed record PickupExpired(string Why) : RequestEvent;

/// <param name="On">The date of the check-out in Hong Kong; null if it was not recorded.</param>
public sealed record ItemCheckedOut(DateOnly DueOn, DateOnly? On = null) : RequestEvent;
