using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>The terms of the loan.</summary>
public sealed record Loan
{
    /// <summary>The last date on which the lender wants the item back from us; null if it gave none.</summary>
    public DateOnly? LenderDueOn { get; init; }

    /// <summary>The lender does not allow the item to leave our library.</summary>
    public bool LibraryUseOnly { get; init; }

    /// <summary>The patron's due date, inclusive: an item returned on that day is on time. Null before check-out.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The date of the check-out; null if it was not recorded.</summary>
    public DateOnly? CheckedOutOn { get; init; }

    public bool Reminded { get; init; }

    /// <summary>Overdue notices sent since the due date last changed.</summary>
    public int OverdueNotices { get; init; }

    public bool Recalled { get; init; }

    /// <summary>We have asked the lender for a renewal, and it has not answered yet.</summary>
    public bool RenewalAsked { get; init; }

    /// <summary>The lender did not grant the last renewal request.</summary>
    public bool RenewalRefused { get; init; }

    /// <summary>Renewals not granted since the due date last changed; 0 in a loan older than this count.</summary>
    public int Refusals { get; init; }

    /// <summary>The lender did not answer in time: its yes may still come.</summary>
    public bool RefusedBySilence { get; init; }

    /// <summary>The lender called the item overdue before it answered our renewal request: its yes may still come.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool RenewalOutstanding { get; init; }

    /// <summary>The lender counts the item as overdue, and may still extend the loan: the patron renews it or returns it at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool LenderOverdue { get; init; }

    /// <summary>Renewals granted.</summary>
    public int Renewals { get; init; }

    /// <summary>How often the loan may be renewed, by the policy of the day of the check-out; null: by that of today.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RenewalsAllowed { get; init; }

    /// <summary>The last day of the patron's card when the renewal was asked for; null if it has no end, or nobody knows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? CardUntil { get; init; }

    /// <summary>Why the loan was given for less than the period of its group; null if it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShorterLoan? Shorter { get; init; }

    /// <summary>Why the due date is earlier than usual; null if it is not, or was set anew since.</summary>
    [JsonIgnore]
    public LoanLimit? ShorterBecause => Shorter is { } shorter && shorter.DueOn == DueOn ? shorter.Why : null;

    /// <summary>The last day to ask for a renewal, if a closure would have brought it forward; it holds for its due date alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RenewalPromise? RenewalPromise { get; init; }

    /// <summary>The day on which the lender recalled an item that was already overdue: later days have the fine of a recalled item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? RecalledLateOn { get; init; }
}
