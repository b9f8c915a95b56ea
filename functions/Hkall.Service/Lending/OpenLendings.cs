using System.Collections.Concurrent;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>Lists of lending requests: the open ones from the due index, all of them from their own index. Each is then read separately.</summary>
public sealed class OpenLendings(RequestIndex index, RequestStore<LendingRequest, LendingEvent> store)
{
    /// <summary>The most index entries and requests that are read.</summary>
    public const int MostLookedAt = 5_000;

    private const int ReadAtOnce = 8;

    /// <summary>The open requests, the earliest due first.</summary>
    public async Task<IReadOnlyList<LendingRequest>> AllAsync(CancellationToken cancellation)
    {
        var wakes = await index.DueEntriesAsync(Keys.DueTo, MostLookedAt, cancellation);
        var found = await ReadAsync(wakes.Select(wake => wake.RequestId).Where(LendingIds.IsWellFormed).Distinct(), cancellation);
        return [.. found.Where(request => request.IsOpen).OrderBy(request => request.Deadline!.At).ThenBy(request => request.Id, StringComparer.Ordinal)];
    }

    /// <summary>What stands in a worklist: the open requests, then closed ones whose borrower is still to be told so, or wrote.</summary>
    public async Task<IReadOnlyList<LendingRequest>> StandingAsync(CancellationToken cancellation)
    {
        var open = await AllAsync(cancellation);
        var ids = await index.RequestIdsAsync(Keys.ToldByHandFrom, Keys.ToldByHandTo, MostLookedAt, cancellation);
        var owed = await index.RequestIdsAsync(Keys.ClosedButOwedFrom, Keys.ClosedButOwedTo, MostLookedAt, cancellation);
        ids = [.. ids, .. owed.Where(LendingIds.IsWellFormed)];
        var others = await ReadAsync(ids.Except(open.Select(request => request.Id)), cancellation);
        var closed = others.Where(request => !request.IsOpen && request is not { ToTell: null, Unread: null }).ToList();
        index.MarkObsolete(owed.Except(open.Concat(closed).Select(request => request.Id)).Where(LendingIds.IsWellFormed).Select(Keys.ClosedButOwed));
        return [.. open, .. closed.OrderBy(request => request.ClosedAt).ThenBy(request => request.Id, StringComparer.Ordinal)];
    }

    /// <summary>How many stand in each worklist.</summary>
    public async Task<IReadOnlyList<WorklistCount>> CountsAsync(CancellationToken cancellation)
    {
        var standing = await StandingAsync(cancellation);
        return [.. LendingWorklists.ByName.Select(list => LendingWorklists.CountOf(list.Key, [.. standing.Where(list.Value)]))];
    }

    /// <summary>Open and closed requests, newest first, back to those asked at <paramref name="since"/>.</summary>
    public async Task<IReadOnlyList<LendingRequest>> SinceAsync(DateTimeOffset? since, CancellationToken cancellation)
    {
        var ids = await index.RequestIdsAsync(Keys.LentFrom, since is { } from ? Keys.LentSince(from) + ";" : Keys.LentTo, MostLookedAt, cancellation);

        // A try that ended before its commit has left an entry with its own time for the same request.
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
                // An entry may lead to a request that was never committed.
                if (await store.ReadAsync(id, id, stop) is { } stored)
                {
                    found.Add(stored.Request);
                }
            });
        return found;
    }
}
