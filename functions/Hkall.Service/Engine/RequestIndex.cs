using Hkall.Service.Storage;

namespace Hkall.Service.Engine;

/// <summary>
/// The index of requests: the id of each, and its entries in the due index. An index entry is written before the request it
/// leads to. An entry that leads to nothing is harmless; the process that finds it removes it.
/// </summary>
public sealed class RequestIndex(IRows rows)
{
    /// <summary>Ids never change, so we cache them for as long as there is room.</summary>
    private const int PartitionsRemembered = 10_000;

    /// <summary>The most entries removed with the next additions; the rest wait for the sweep.</summary>
    private const int TakenDownAtOnce = 40;

    /// <summary>
    /// Entries to remove before a separate write is worthwhile (half of <see cref="TakenDownAtOnce"/>). Under load, removals ride along with
    /// the next additions.
    /// </summary>
    private const int WorthAWrite = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _partitions = [];
    private readonly HashSet<string> _obsolete = [];

    /// <summary>
    /// The partition of the request; null if there is no such request. A partition does not prove that the request was committed: read it to be
    /// sure.
    /// </summary>
    public async Task<string?> PartitionOfAsync(string requestId, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_partitions.TryGetValue(requestId, out var known))
            {
                return known;
            }
        }

        var row = await rows.FindAsync(RowTable.Pointers, Keys.IndexPartition, Keys.Id(requestId), cancellation);
        if (row is not null)
        {
            Remember(requestId, row.Body);
        }

        return row?.Body;
    }

    public void Remember(string requestId, string partition)
    {
        lock (_lock)
        {
            if (_partitions.Count >= PartitionsRemembered)
            {
                _partitions.Clear();
            }

            _partitions[requestId] = partition;
        }
    }

    /// <summary>Adds the entries, and removes obsolete ones in the same write.</summary>
    public async Task AddAsync(string requestId, IEnumerable<string> keys, bool withId, string partition, string commit, CancellationToken cancellation)
    {
        var writes = keys.Distinct().Select(key => (RowWrite)new RowWrite.Put(Pointer(key, Target(requestId, partition), commit))).ToList();
        if (withId)
        {
            writes.Add(new RowWrite.Put(Pointer(Keys.Id(requestId), partition, commit)));
        }

        await WriteAsync(writes, cancellation);
    }

    /// <summary>Marks entries as no longer needed. They are removed with the next additions.</summary>
    public void MarkObsolete(IEnumerable<string> keys)
    {
        lock (_lock)
        {
            _obsolete.UnionWith(keys);
        }
    }

    /// <summary>
    /// Removes obsolete entries once there are enough for a write of their own. A few may stay as long as nothing is added: this
    /// process skips them, and any other finds that they lead to nothing.
    /// </summary>
    public async Task RemoveObsoleteAsync(CancellationToken cancellation)
    {
        while (true)
        {
            lock (_lock)
            {
                if (_obsolete.Count < WorthAWrite)
                {
                    return;
                }
            }

            await WriteAsync([], cancellation);
        }
    }

    /// <summary>The due entries up to the instant, earliest first, without those this process knows to be obsolete.</summary>
    /// <param name="take">The most rows to read.</param>
    public async Task<IReadOnlyList<DueEntry>> DueEntriesAsync(string upTo, int take, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Pointers, Keys.IndexPartition, Keys.DueFrom, upTo, take, openOnly: false, cancellation);
        lock (_lock)
        {
            return [.. found.Where(row => !_obsolete.Contains(row.Key)).Select(DueEntry.From)];
        }
    }

    /// <summary>The ids of the requests in a list, in the order of the list.</summary>
    public async Task<IReadOnlyList<string>> RequestIdsAsync(string from, string to, int take, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Pointers, Keys.IndexPartition, from, to, take, openOnly: false, cancellation);
        lock (_lock)
        {
            return [.. found.Where(row => !_obsolete.Contains(row.Key)).Select(row => row.Body.Split(' ')[0])];
        }
    }

    /// <summary>The newest requests with their partitions: an id begins with its inverted time.</summary>
    public async Task<IReadOnlyList<(string RequestId, string Partition)>> NewestAsync(int take, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Pointers, Keys.IndexPartition, Keys.IdsFrom, Keys.IdsTo, take, openOnly: false, cancellation);
        return [.. found.Select(row => (row.Key[Keys.IdsFrom.Length..], row.Body)).Where(one => RequestIds.IsWellFormed(one.Item1))];
    }

    private static string Target(string requestId, string partition) => $"{requestId} {partition}";

    private static Row Pointer(string key, string body, string commit) => new(Keys.IndexPartition, key, body, commit);

    private async Task WriteAsync(List<RowWrite> writes, CancellationToken cancellation)
    {
        List<string> down;
        lock (_lock)
        {
            _obsolete.ExceptWith(writes.Select(write => write.Key));
            down = [.. _obsolete.Take(TakenDownAtOnce)];
            _obsolete.ExceptWith(down);
        }

        if (writes.Count == 0 && down.Count == 0)
        {
            return;
        }

        try
        {
            await WriteAsync(writes, down, cancellation);
        }
        catch
        {
            // They may not have been removed.
            MarkObsolete(down);
            throw;
        }
    }

    private async Task WriteAsync(List<RowWrite> writes, List<string> down, CancellationToken cancellation)
    {
        var all = writes.Concat(down.Select(key => new RowWrite.Delete(key))).ToList();
        if ((await rows.CommitAsync(RowTable.Pointers, Keys.IndexPartition, all, cancellation)).Committed)
        {
            return;
        }

        // Another process removed one of them. The additions must succeed; the removals follow one by one.
        if (writes.Count > 0)
        {
            await rows.CommitAsync(RowTable.Pointers, Keys.IndexPartition, writes, cancellation);
        }

        foreach (var key in down)
        {
            await rows.CommitAsync(RowTable.Pointers, Keys.IndexPartition, [new RowWrite.Delete(key)], cancellation);
        }
    }
}

/// <summary>A row of the due index.</summary>
public sealed record DueEntry(string Key, DateTimeOffset At, string RequestId, string Partition)
{
    /// <summary>The number of the journal entry whose delivery it leases; null if it stands for a deadline.</summary>
    public int? LeasedEntry => Key.Split(':') is [_, _, _, var number, "g"] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : null;

    public static DueEntry From(Row row)
    {
        var time = new DateTimeOffset(long.Parse(row.Key.AsSpan(2, 19), System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
        var space = row.Body.IndexOf(' ', StringComparison.Ordinal);
        return new DueEntry(row.Key, time, row.Body[..space], row.Body[(space + 1)..]);
    }
}
