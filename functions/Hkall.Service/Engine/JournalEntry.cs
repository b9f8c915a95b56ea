using System.Globalization;
using System.Text.Json.Serialization;
using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>
/// One commit: what happened, who caused it, and the effects it caused with their delivery state. Written once; only <see cref="Outbox"/>
/// changes afterwards.
/// </summary>
public sealed record JournalEntry<TEvent>
    where TEvent : class
{
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Actor By { get; init; }

    /// <summary>The ordinal of the first of <see cref="Events"/>.</summary>
    public required int FirstEvent { get; init; }

    public required IReadOnlyList<TEvent> Events { get; init; }

    public IReadOnlyList<OutboxItem> Outbox { get; init; } = [];
}

/// <summary>The delivery state of an effect.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Delivery>))]
public enum Delivery
{
    /// <summary>A try is in progress. We store this before the try begins, so that after a crash the record says "may have been sent".</summary>
    [JsonStringEnumMemberName("under-way")] UnderWay,

    /// <summary>Not delivered; the next try is at <see cref="OutboxItem.NextAt"/>.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting,

    [JsonStringEnumMemberName("delivered")] Delivered,

    /// <summary>Will never be delivered: the other side refused it for good, or the tries are used up. Staff see it.</summary>
    [JsonStringEnumMemberName("given-up")] GivenUp,

    /// <summary>Will never be delivered: it no longer mattered by the time it could be. The note says why.</summary>
    [JsonStringEnumMemberName("not-needed")] NotNeeded,
}

/// <summary>One effect and its delivery state.</summary>
public sealed record OutboxItem
{
    /// <summary>Derived from request, event ordinal and kind; the idempotency key everywhere.</summary>
    [Id]
    public required string Key { get; init; }

    public required Effect Effect { get; init; }

    public required Delivery State { get; init; }

    /// <summary>Tries begun.</summary>
    public required int Tries { get; init; }

    /// <summary>No process tries before this: the end of the try in progress, or the time of the next.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>A try ended without an answer: the effect may have been delivered.</summary>
    public bool OutcomeUnknown { get; init; }

    [PersonsWords]
    public string? Note { get; init; }

    /// <summary>The event ordinal in the key. Of two effects, the one decided later has the higher ordinal, whenever it is delivered.</summary>
    [JsonIgnore]
    public int Ordinal =>
        Key.Split(':') is [.., var ordinal, _] && int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [JsonIgnore]
    public bool IsOwed => State switch
    {
        Delivery.UnderWay or Delivery.Waiting => true,
        Delivery.Delivered or Delivery.GivenUp or Delivery.NotNeeded => false,
    };
}
