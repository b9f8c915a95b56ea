namespace Hkall.Domain.Renewing;

public sealed record RenewalAsked(string Symbol) : RequestEvent;

public sealed record LoanRenewed(DateOnly DueOn, DateOnly? LenderDueOn) : RequestEvent;

/// <summary>The loan keeps its due date: the lender said no, or did not answer in time; <see cref="Why"/> says which.</summary>
public sealed record RenewalNotGranted(string Why) : RequestEvent;
