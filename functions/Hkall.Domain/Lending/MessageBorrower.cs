using System.Text.Json.Serialization;
using Hkall.Domain.Charging;

namespace Hkall.Domain.Lending;

/// <summary>What we say to a library that borrows from us. The names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SupplyingAction>))]
public enum SupplyingAction
{
    /// <summary>It is here and staff look at it.</summary>
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

    /// <summary>The item is lost; it is not awaited any more.</summary>
    [JsonStringEnumMemberName("lost")] Lost,

    /// <summary>The answer to "how does it stand?".</summary>
    [JsonStringEnumMemberName("status")] Status,
}

/// <summary>What a word says besides the item: the facts as they were when it was decided.</summary>
public sealed record BorrowerFacts
{
    /// <summary>Where the request stands after it; with <see cref="SupplyingAction.Status"/>: the answer.</summary>
    public required LendingStatus Status { get; init; }

    /// <summary>The last day of the loan, inclusive.</summary>
    public DateOnly? DueOn { get; init; }

    public string? Barcode { get; init; }

    public IReadOnlyList<LoanCondition>? Conditions { get; init; }

    /// <summary>With a condition or a retry: what it would cost. With the supply: what it costs.</summary>
    public Money? Cost { get; init; }

    public UnfilledReason? Unfilled { get; init; }

    public RetryReason? Retry { get; init; }

    /// <summary>The first day on which asking again makes sense.</summary>
    public DateOnly? RetryAfter { get; init; }

    /// <summary>The last day on which the scan can be taken.</summary>
    public DateOnly? ScanUntil { get; init; }

    public int? ScanTimes { get; init; }

    /// <summary>The last day on which conditions can be accepted.</summary>
    public DateOnly? AnswerBy { get; init; }

    public string? Note { get; init; }
}

/// <summary>An effect of a request to lend.</summary>
public abstract record LendingEffect : Effect
{
    private protected LendingEffect()
    {
    }
}

/// <summary>A word to the borrowing library: over its own system, or by mail where it has none.</summary>
public sealed record MessageBorrower(string Symbol, SupplyingAction Word, BorrowerFacts Facts) : LendingEffect
{
    [JsonIgnore]
    public override string Kind => $"say-{Names.Of(Word)}";
}

/// <summary>We have supplied something: it is counted, since who has done more for us than we for them is asked later (the rota).</summary>
public sealed record CountLent(string Symbol) : LendingEffect
{
    [JsonIgnore]
    public override string Kind => "count-lent";
}
