using System.Collections.Concurrent;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;

namespace Hkall.Service.Lending;

/// <summary>Requests to lend as lists: the open ones over the due index, all of them over their own list, each then read on its own.</summary>
public sealed class OpenLendings(RequestIndex index, RequestStore<LendingRequest, LendingEvent> store)
{
    /// <summary>Wakes and requests looked through at most.</summary>
    public const int MostLookedAt = 5_000;

    private const int ReadAtOnce = 8;

    /// <summary>The open ones, what is due first at the head.</summary>
    public async Task<IReadOnlyList<LendingRequest>> AllAsync(CancellationToken cancellation)
    {
        var wakes = await index.DueEntriesAsync(Keys.DueTo, MostLookedAt, cancellation);
        var found = await ReadAsync(wakes.Select(wake => wake.RequestId).Where(LendingIds.IsWellFormed).Distinct(), cancellation);
        return [.. found.Where(request => request.IsOpen).OrderBy(request => request.Deadline!.At).ThenBy(request => request.Id, StringComparer.Ordinal)];
    }

    /// <summary>Open and closed, the newest first, back to those asked at <paramref name="since"/>.</summary>
    public async Task<IReadOnlyList<LendingRequest>> SinceAsync(DateTimeOffset? since, CancellationToken cancellation)
    {
        var ids = await index.RequestIdsAsync(Keys.LentFrom, since is { } from ? Keys.LentSince(from) + ";" : Keys.LentTo, MostLookedAt, cancellation);

        // A try that ended before its commit has left a pointer of its own instant to the same request.
        var found = await ReadAsync(ids.Distinct(StringComparer.Ordinal), cancellation);
        return [.. found.OrderByDescending(request => request.AskedAt).ThenBy(request => request.Id, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyCollection<LendingRequest>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var found = new ConcurrentBag<LendingRequest>();
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellation },
            async (id, stop) =>
            {
                // A pointer may lead to a request that was never committed.
                if (await store.ReadAsync(id, id, stop) is { } stored)
                {
                    found.Add(stored.Request);
                }
            });
        return found;
    }
}
