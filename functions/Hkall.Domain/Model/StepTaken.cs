using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>What staff can undo. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Step>))]
public enum Step
{
    /// <summary>The item was received.</summary>
    [JsonStringEnumMemberName("receive")] Receive,

    /// <summary>One part of the item was received; others are awaited.</summary>
    [JsonStringEnumMemberName("receive-part")] ReceivePart,
    [JsonStringEnumMemberName("check-out")] CheckOut,

    /// <summary>The item was checked in: returned, back from an office, used in the Library, or found.</summary>
    [JsonStringEnumMemberName("check-in")] CheckIn,

    /// <summary>One part of the item was checked in; the patron has the others.</summary>
    [JsonStringEnumMemberName("check-in-part")] CheckInPart,

    /// <summary>The item was not collected in time.</summary>
    [JsonStringEnumMemberName("pickup-expired")] PickupExpired,

    /// <summary>The patron no longer wanted the item.</summary>
    [JsonStringEnumMemberName("unwanted")] Unwanted,
    [JsonStringEnumMemberName("send-back")] SendBack,
    [JsonStringEnumMemberName("lost")] Lost,
    [JsonStringEnumMemberName("damaged")] Damaged,

    /// <summary>The lender has its item back, by its word or after its silence.</summary>
    [JsonStringEnumMemberName("completed")] Completed,
}

/// <summary>A step that staff can undo, and how the request stood before it. Its history is never rewritten: an undone step stays on record.</summary>
/// <param name="From">The status before the step.</param>
public sealed record StepTaken(Step Step, DateTimeOffset At, RequestStatus From)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HoldShelf? Shelf { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Loan? Loan { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Parts? Parts { get; init; }

    [Trace]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Barcode { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unwanted { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ArrivedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? SentBackAt { get; init; }

    /// <summary>How many lines the ledger had with the step: what came before an earlier step is none of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int FeeLines { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StatedReason? ClosedWhy { get; init; }
}
