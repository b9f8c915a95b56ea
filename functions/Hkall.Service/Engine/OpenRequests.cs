using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>
/// All open requests, for staff. Every open request has an entry in the due index, so the index lists them; each is then read
/// separately. That means one read per open request: thousands, in a library of this size.
/// </summary>
public sealed class OpenRequests(RequestIndex index, RequestStore<PatronRequest, RequestEvent> store)
{
    /// <summary>The most open requests that are read.</summary>
    public const int MostLookedAt = 5_000;

    /// <summary>A year of requests, in a library of this size.</summary>
    private const int MostClosedLookedAt = 3_000;

    private const int ReadAtOnce = 8;

    public async Task<IReadOnlyList<PatronRequest>> AllAsync(CancellationToken cancellation) =>
        [.. (await StoredAsync(cancellation)).Select(stored => stored.Request)];

    /// <summary>The same, each with its version.</summary>
    public async Task<IReadOnlyList<VersionedRequest<PatronRequest>>> StoredAsync(CancellationToken cancellation)
    {
        var wakes = await index.DueEntriesAsync(Keys.DueTo, MostLookedAt, cancellation);
        var found = new System.Collections.Concurrent.ConcurrentBag<VersionedRequest<PatronRequest>>();
        await Parallel.ForEachAsync(
            wakes.Where(wake => !LendingIds.IsWellFormed(wake.RequestId)).DistinctBy(wake => wake.RequestId),
            new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellation },
            async (wake, stop) =>
            {
                if (await store.ReadAsync(wake.Partition, wake.RequestId, stop) is { } stored && stored.Request.Status.IsOpen())
                {
                    found.Add(stored);
                }
            });
        return [.. found.OrderBy(stored => stored.Request.Deadline!.At).ThenBy(stored => stored.Request.Id, StringComparer.Ordinal)];
    }

    /// <summary>What stands in a worklist: the open requests, then closed ones in which something is unread or left to tell.</summary>
    public async Task<IReadOnlyList<VersionedRequest<PatronRequest>>> StandingAsync(CancellationToken cancellation)
    {
        var open = await StoredAsync(cancellation);
        var ids = await index.RequestIdsAsync(Keys.ClosedButOwedFrom, Keys.ClosedButOwedTo, MostLookedAt, cancellation);
        var found = new System.Collections.Concurrent.ConcurrentBag<VersionedRequest<PatronRequest>>();
        await Parallel.ForEachAsync(
            ids.Where(id => !LendingIds.IsWellFormed(id)).Except(open.Select(stored => stored.Request.Id)),
            new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellation },
            async (id, stop) =>
            {
                if (await store.ReadAsync(id, stop) is { } stored && IsClosedButOwed(stored.Request))
                {
                    found.Add(stored);
                }
                else
                {
                    index.MarkObsolete([Keys.ClosedButOwed(id)]);
                }
            });
        return [.. open, .. found.OrderBy(stored => stored.Request.ClosedAt).ThenBy(stored => stored.Request.Id, StringComparer.Ordinal)];
    }

    /// <summary>Whether the request is closed, and staff still have something to read or to tell in it.</summary>
    public static bool IsClosedButOwed(PatronRequest request) =>
        !request.Status.IsOpen() && request is not { UnreadFromLibraries: null, UnreadFromPatron: null, ToTell: null };

    /// <summary>The newest requests that are closed, among as many of the newest as are looked at.</summary>
    public async Task<IReadOnlyList<VersionedRequest<PatronRequest>>> NewestClosedAsync(CancellationToken cancellation)
    {
        var found = new System.Collections.Concurrent.ConcurrentBag<VersionedRequest<PatronRequest>>();
        await Parallel.ForEachAsync(
            await index.NewestAsync(MostClosedLookedAt, cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellation },
            async (one, stop) =>
            {
                if (await store.ReadAsync(one.Partition, one.RequestId, stop) is { } stored && !stored.Request.Status.IsOpen())
                {
                    found.Add(stored);
                }
            });
        return [.. found.OrderBy(stored => stored.Request.Id, StringComparer.Ordinal)];
    }
}
