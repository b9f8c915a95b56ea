namespace Hkall.Domain.OnLoan;

/// <summary>The terms of the loan.</summary>
public sealed record Loan
{
    /// <summary>The last date on which the lender wants it back from us, as the lender said; null where it said none.</summary>
    public DateOnly? LenderDueOn { get; init; }

    /// <summary>The lender does not let it leave our library.</summary>
    public bool LibraryUseOnly { get; init; }

    /// <summary>The patron's due date, inclusive: returned on that day it is in time. Null before check-out.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The date of the check-out; null where it was not taken down.</summary>
    public DateOnly? CheckedOutOn { get; init; }

    public bool Reminded { get; init; }

    /// <summary>Overdue notices sent since the due date last moved.</summary>
    public int OverdueNotices { get; init; }

    public bool Recalled { get; init; }

    /// <summary>The lender has been asked for a renewal and has not answered yet.</summary>
    public bool RenewalAsked { get; init; }

    /// <summary>The last renewal asked for was not granted.</summary>
    public bool RenewalRefused { get; init; }

    /// <summary>How often a renewal was not granted since the due date last moved; 0 in a loan of before this was counted.</summary>
    public int Refusals { get; init; }

    /// <summary>It was not granted because the lender said nothing: its yes may still come.</summary>
    public bool RefusedBySilence { get; init; }

    /// <summary>Renewals granted.</summary>
    public int Renewals { get; init; }
}
