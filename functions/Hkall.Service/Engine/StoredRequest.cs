using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Service.Storage;

namespace Hkall.Service.Engine;

/// <summary>A request as it is stored: its state, and what the processor needs to carry on.</summary>
/// <typeparam name="TRequest">A patron's request, or one to lend.</typeparam>
public sealed record StoredRequest<TRequest>
    where TRequest : class, IRequestState
{
    public required TRequest Request { get; init; }

    /// <summary>The number of the last entry in the request's journal.</summary>
    public required int Journal { get; init; }

    /// <summary>Numbers of the journal entries whose effects were not known to be delivered when the request was written.</summary>
    public IReadOnlyList<int> Owed { get; init; } = [];

    /// <summary>The due entry for the deadline. The request relies on it only while it is in the future: one in the past may have been removed.</summary>
    public DeadlineEntry? Wake { get; init; }

    /// <summary>The last orders that were carried out under an id; null if there were none.</summary>
    public IReadOnlyList<GivenOrder>? Orders { get; init; }

    /// <summary>When an undelivered effect may next be tried, as far as this process knows: a hint for the scheduler, not stored.</summary>
    [JsonIgnore]
    public DateTimeOffset? OwedFrom { get; init; }
}

/// <summary>The entry in the due index for a deadline.</summary>
/// <param name="Journal">The journal entry that added it. With the time and the request, it makes the key.</param>
public sealed record DeadlineEntry(DateTimeOffset At, int Journal)
{
    public string KeyOf(string requestId) => Keys.DueEntry(At, requestId, Journal);
}

/// <summary>A stored request with the version it was read or written at.</summary>
public sealed record VersionedRequest<TRequest>(string Partition, StoredRequest<TRequest> Stored, string ETag)
    where TRequest : class, IRequestState
{
    public TRequest Request => Stored.Request;

    public static VersionedRequest<TRequest> From(Row row) => new(
        row.Partition,
        StoredJson.Read<StoredRequest<TRequest>>(row.Body),
        row.ETag ?? throw new InvalidOperationException("A card is read with its version."));

    /// <summary>A closed request with an unpaid fee is still read with the open ones: it may block its patron.</summary>
    public static Row ToRow(string partition, StoredRequest<TRequest> card, string commit, string? etag) =>
        new(partition, Keys.Request(card.Request.Id), StoredJson.Write(card), commit) { Open = card.Request.IsInView, ETag = etag };
}
