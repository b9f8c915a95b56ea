using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Lending;

/// <summary>Our messages to a library that borrows from us. The names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SupplyingAction>))]
public enum SupplyingAction
{
    /// <summary>The request has arrived and staff are looking at it.</summary>
    [JsonStringEnumMemberName("expect-to-supply")] ExpectToSupply,
    [JsonStringEnumMemberName("will-supply")] WillSupply,
    [JsonStringEnumMemberName("conditional")] Conditional,
    [JsonStringEnumMemberName("retry-possible")] RetryPossible,
    [JsonStringEnumMemberName("unfilled")] Unfilled,
    [JsonStringEnumMemberName("loaned")] Loaned,
    [JsonStringEnumMemberName("copy-completed")] CopyCompleted,
    [JsonStringEnumMemberName("overdue")] Overdue,
    [JsonStringEnumMemberName("recalled")] Recalled,
    [JsonStringEnumMemberName("renewal-approved")] RenewalApproved,
    [JsonStringEnumMemberName("renewal-declined")] RenewalDeclined,
    [JsonStringEnumMemberName("cancel-approved")] CancelApproved,
    [JsonStringEnumMemberName("cancel-declined")] CancelDeclined,
    [JsonStringEnumMemberName("loan-completed")] LoanCompleted,

    /// <summary>The item is lost; we no longer expect it.</summary>
    [JsonStringEnumMemberName("lost")] Lost,

    /// <summary>The answer to a status request.</summary>
    [JsonStringEnumMemberName("status")] Status,

    /// <summary>A message of our staff to people there; the note is what they write. It changes nothing.</summary>
    [JsonStringEnumMemberName("note")] Note,
}

/// <summary>The facts in a message besides the item, as they were at the decision.</summary>
public sealed record BorrowerFacts
{
    /// <summary>The status of the request after the message; with <see cref="SupplyingAction.Status"/>: the answer.</summary>
    public required LendingStatus Status { get; init; }

    /// <summary>The last day of the loan, inclusive.</summary>
    public DateOnly? DueOn { get; init; }

    [Id]
    public string? Barcode { get; init; }

    public IReadOnlyList<LoanCondition>? Conditions { get; init; }

    /// <summary>With a condition or a retry: the charge if we supply. With the supply: the charge.</summary>
    public Money? Cost { get; init; }

    public UnfilledReason? Unfilled { get; init; }

    public RetryReason? Retry { get; init; }

    /// <summary>The first day on which it is worth asking again.</summary>
    public DateOnly? RetryAfter { get; init; }

    /// <summary>The last day on which the borrower can fetch the scan.</summary>
    public DateOnly? ScanUntil { get; init; }

    public int? ScanTimes { get; init; }

    /// <summary>The last day on which the borrower can accept the conditions.</summary>
    public DateOnly? AnswerBy { get; init; }

    [PersonsWords]
    public string? Note { get; init; }
}

/// <summary>An effect of a lending request.</summary>
public abstract record LendingEffect : Effect
{
    private protected LendingEffect()
    {
    }
}

/// <summary>A message to the borrowing library: to its own system, or by mail if it has none.</summary>
public sealed record MessageBorrower([Id] string Symbol, SupplyingAction Word, BorrowerFacts Facts) : LendingEffect
{
    [JsonIgnore]
    public override string Kind => $"say-{Names.Of(Word)}";
}

/// <summary>Counts a supply of ours. The rota places libraries that have supplied us more than we them further back.</summary>
public sealed record CountLent([Id] string Symbol) : LendingEffect
{
    [JsonIgnore]
    public override string Kind => "count-lent";
}
