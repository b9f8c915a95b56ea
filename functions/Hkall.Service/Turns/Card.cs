using System.Text.Json.Serialization;
using Hkall.Requests;
using Hkall.Requests.Fees;
using Hkall.Service.Storage;

namespace Hkall.Service.Turns;

/// <summary>A request as it is stored: its state and what the desk must know to carry on.</summary>
public sealed record Card
{
    public required Request Request { get; init; }

    /// <summary>The number of the last entry in its journal.</summary>
    public required int Journal { get; init; }

    /// <summary>Entries whose effects were not known to be delivered when the card was written.</summary>
    public IReadOnlyList<int> Owed { get; init; } = [];

    /// <summary>The wake that stands for the deadline in the due index. It is relied on only while it lies in the future: one in the past may have been taken down.</summary>
    public StandingWake? Wake { get; init; }

    /// <summary>When something owed may next be tried, as far as this process knows: a hint for the waker, not stored.</summary>
    [JsonIgnore]
    public DateTimeOffset? OwedFrom { get; init; }
}

/// <summary>A wake in the due index.</summary>
/// <param name="Journal">The entry it was put up for; with the time and the request it makes its key.</param>
public sealed record StandingWake(DateTimeOffset At, int Journal)
{
    public string KeyOf(string requestId) => Keys.Wake(At, requestId, Journal);
}

/// <summary>A card with the version it was read or written at.</summary>
public sealed record HeldCard(string Partition, Card Card, string ETag)
{
    public Request Request => Card.Request;

    public static HeldCard From(Row row) => new(
        row.Partition,
        DeskJson.Read<Card>(row.Body),
        row.ETag ?? throw new InvalidOperationException("A card is read with its version."));

    /// <summary>A closed request on which something is owed is still asked for with the open ones: it may block its patron.</summary>
    public static Row ToRow(string partition, Card card, string commit, string? etag) =>
        new(partition, Keys.Card(card.Request.Id), DeskJson.Write(card), commit) { Open = card.Request.Status.IsOpen() || card.Request.Balance() > 0, ETag = etag };
}
