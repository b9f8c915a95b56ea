namespace Hkall.Domain.Returning;

/// <summary>The item is back with us and has to go to its lender.</summary>
public sealed record ItemCheckedIn(string Why) : RequestEvent;

public sealed record ItemSentBack : RequestEvent;

/// <summary>The lender has the item, or has been silent for so long that our own record of sending closes the loan.</summary>
public sealed record LoanCompleted(string Why) : RequestEvent;
