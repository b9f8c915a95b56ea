namespace Hkall.Domain.Returning;

/// <summary>The item is back at our desk and will be sent to its lender.</summary>
public sealed record ItemCheckedIn(string Why) : RequestEvent;

public sealed record ItemSentBack : RequestEvent;

/// <summary>The lender has the item again, or has been silent for so long that our own record of sending closes the loan.</summary>
public sealed record LoanCompleted(string Why) : RequestEvent;
