using System.Globalization;
using System.Text.Json.Serialization;
using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>One commit: what happened, on whose word, and the effects it caused with what became of them. Written once; only <see cref="Outbox"/> changes afterwards.</summary>
public sealed record JournalEntry<TEvent>
    where TEvent : class
{
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who caused it: <c>patron</c>, <c>staff:…</c>, a partner's symbol or <c>deadline</c>. Never a name or an address.</summary>
    public required string By { get; init; }

    /// <summary>The ordinal of the first of <see cref="Events"/>.</summary>
    public required int FirstEvent { get; init; }

    public required IReadOnlyList<TEvent> Events { get; init; }

    public IReadOnlyList<OutboxItem> Outbox { get; init; } = [];
}

/// <summary>What became of an effect.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Delivery>))]
public enum Delivery
{
    /// <summary>A try is under way: recorded before it begins, so that a crash leaves "may have been sent" on record.</summary>
    [JsonStringEnumMemberName("under-way")] UnderWay,

    /// <summary>Not delivered; the next try is at <see cref="OutboxItem.NextAt"/>.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting,

    [JsonStringEnumMemberName("delivered")] Delivered,

    /// <summary>Never will be: the other side refused it for good, or the tries are used up. Staff see it.</summary>
    [JsonStringEnumMemberName("given-up")] GivenUp,

    /// <summary>Never will be: by the time it could be, it no longer mattered. The note says why.</summary>
    [JsonStringEnumMemberName("not-needed")] NotNeeded,
}

/// <summary>One effect on its way out.</summary>
public sealed record OutboxItem
{
    /// <summary>Derived (request, event ordinal, kind): the idempotency key everywhere.</summary>
    public required string Key { get; init; }

    public required Effect Effect { get; init; }

    public required Delivery State { get; init; }

    /// <summary>Tries begun.</summary>
    public required int Tries { get; init; }

    /// <summary>Not to be touched before: the end of the try under way, or the time of the next.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>A try ended without an answer: it may have been delivered.</summary>
    public bool OutcomeUnknown { get; init; }

    public string? Note { get; init; }

    /// <summary>The event ordinal in the key: of two effects the one decided later has the higher, whenever it is delivered.</summary>
    [JsonIgnore]
    public int Ordinal => Key.Split(':') is [.., var ordinal, _] && int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [JsonIgnore]
    public bool IsOwed => State switch
    {
        Delivery.UnderWay or Delivery.Waiting => true,
        Delivery.Delivered or Delivery.GivenUp or Delivery.NotNeeded => false,
    };
}
