namespace Hkall.Domain.OnLoan;

public sealed record DueReminded : RequestEvent;

public sealed record LoanWentOverdue : RequestEvent;

public sealed record OverdueNoticeGiven(int Times) : RequestEvent;

/// <summary>The lender wants the item back at once, by a new due date.</summary>
public sealed record ItemRecalled(string Symbol, DateOnly DueOn) : RequestEvent;

/// <summary>The item is lost: by the patron, on the way, or in a library; <see cref="Why"/> says which.</summary>
public sealed record ItemLost(string Why) : RequestEvent;

public sealed record ItemDamaged(string Note) : RequestEvent;
