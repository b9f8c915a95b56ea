using System.Text.Json.Serialization;
using Hkall.Domain.Charging;
using Hkall.Domain.Placing;

namespace Hkall.Domain.Supplying;

/// <summary>How sure it is that a library has the item. What a catalogue did not answer is unknown, which is not the same as not held.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Certainty>))]
public enum Certainty
{
    /// <summary>Its catalogue says that a copy is on the shelf.</summary>
    [JsonStringEnumMemberName("available")] Available,

    /// <summary>It is in the catalogue.</summary>
    [JsonStringEnumMemberName("held")] Held,

    /// <summary>No catalogue could tell.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>It is in the catalogue, and every copy is out.</summary>
    [JsonStringEnumMemberName("out")] Out,
}

/// <summary>All that the order of the rota is worked out from, as it was known of one library at that moment.</summary>
public sealed record LibraryFacts(string Symbol, Tier Tier)
{
    public Certainty Holding { get; init; } = Certainty.Held;

    /// <summary>What the catalogue said, where there is more to say; in a sentence.</summary>
    public string? HoldingWhy { get; init; }

    /// <summary>Its place in the list of those who found it: a catalogue may have its own reasons for an order.</summary>
    public int Listed { get; init; }

    public bool Inactive { get; init; }

    /// <summary>It does not supply this service.</summary>
    public bool DoesNotLend { get; init; }

    /// <summary>It has no address at which the desk could ask it.</summary>
    public bool Unreachable { get; init; }

    /// <summary>Why it is closed, where it is closed today beyond its weekly days off.</summary>
    public string? ClosedWhy { get; init; }

    /// <summary>The next day on which it works, where it is closed today; null with <see cref="ClosedWhy"/>: not within the year.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>Working days within which half of what was asked for came; the middle of the published range where nothing was measured.</summary>
    public int TypicalDays { get; init; }

    /// <summary>Working days within which nine of ten came, blended with the published range while the sample is small.</summary>
    public int LatestDays { get; init; }

    /// <summary>Supplies measured; 0: the published range.</summary>
    public int Sample { get; init; }

    /// <summary>Items it supplied to us less those we supplied to it, of those last counted.</summary>
    public int Balance { get; init; }

    /// <summary>Its usual charge; null where it has none.</summary>
    public Money? Charge { get; init; }

    public bool NotReciprocal { get; init; }

    /// <summary>Requests of ours that are open there.</summary>
    public int Open { get; init; }

    public int? MostOpen { get; init; }

    /// <summary>It was asked for this request already, and how that ended.</summary>
    public string? AskedBefore { get; init; }
}
