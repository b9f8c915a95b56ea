using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>How certain it is that a library has the item. If a catalogue does not answer, that is unknown, which differs from not held.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Certainty>))]
public enum Certainty
{
    /// <summary>Its catalogue says that a copy is on the shelf.</summary>
    [JsonStringEnumMemberName("available")] Available,

    /// <summary>Its catalogue lists the item.</summary>
    [JsonStringEnumMemberName("held")] Held,

    /// <summary>No catalogue has an answer.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>Its catalogue lists the item, and every copy is out.</summary>
    [JsonStringEnumMemberName("out")] Out,
}

/// <summary>The facts about one library on which the order of the rota depends, as known at that moment.</summary>
public sealed record LibraryFacts([Id] string Symbol, Tier Tier)
{
    public Certainty Holding { get; init; } = Certainty.Held;

    /// <summary>Details from the catalogue, if any, in a sentence.</summary>
    [Trace]
    public string? HoldingWhy { get; init; }

    /// <summary>Its position in the search result: a catalogue may have its own reasons for an order.</summary>
    public int Listed { get; init; }

    public bool Inactive { get; init; }

    /// <summary>It does not supply this service.</summary>
    public bool DoesNotLend { get; init; }

    /// <summary>It has no address at which the service could ask it.</summary>
    public bool Unreachable { get; init; }

    /// <summary>Its system took none of our last requests, and it is not yet time to try again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TakesNothing { get; init; }

    /// <summary>Why it is closed, if it is closed today beyond its weekly days off.</summary>
    [JsonPropertyName("closedWhy")]
    [LibraryText]
    public string? ClosureReason { get; init; }

    /// <summary>The next day on which it works, if it is closed today; null with <see cref="ClosureReason"/>: not within the year.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>Working days within which half of its supplies came; the middle of the published range without measurements.</summary>
    public int TypicalDays { get; init; }

    /// <summary>Working days within which nine of ten supplies came, blended with the published range while the sample is small.</summary>
    public int LatestDays { get; init; }

    /// <summary>The number of measured supplies; 0: the published range.</summary>
    public int Sample { get; init; }

    /// <summary>Items it supplied to us less those we supplied to it, among those last counted.</summary>
    public int Balance { get; init; }

    /// <summary>Its usual charge; null if it has none.</summary>
    public Money? Charge { get; init; }

    public bool NotReciprocal { get; init; }

    /// <summary>Our open requests there.</summary>
    public int Open { get; init; }

    public int? MostOpen { get; init; }

    /// <summary>How an earlier attempt for this request ended, if we asked it before.</summary>
    public StatedReason? AskedBefore { get; init; }
}
