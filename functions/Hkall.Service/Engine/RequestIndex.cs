using Hkall.Service.Storage;

namespace Hkall.Service.Engine;

/// <summary>
/// What points at requests: the id of each, and its wakes in the due index. A pointer is written before the truth it points
/// at; one that points at nothing is harmless and is taken down when somebody comes by it.
/// </summary>
public sealed class RequestIndex(IRows rows)
{
    /// <summary>Ids never change, so they may be remembered for as long as there is room.</summary>
    private const int PartitionsRemembered = 10_000;

    /// <summary>Pointers taken down with the next ones put up; more than this wait for the sweep.</summary>
    private const int TakenDownAtOnce = 40;

    /// <summary>Half of what one write takes: under any load it is never reached, since they go with the pointers put up.</summary>
    private const int WorthAWrite = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _partitions = [];
    private readonly HashSet<string> _obsolete = [];

    /// <summary>Where the request is kept, or null where there is no such request (or it was never committed: read the card).</summary>
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

    /// <summary>Puts the pointers up, and takes down in the same write what has been spent meanwhile.</summary>
    public async Task AddAsync(string requestId, IEnumerable<string> keys, bool withId, string partition, string commit, CancellationToken cancellation)
    {
        var writes = keys.Distinct().Select(key => (RowWrite)new RowWrite.Put(Pointer(key, Target(requestId, partition), commit))).ToList();
        if (withId)
        {
            writes.Add(new RowWrite.Put(Pointer(Keys.Id(requestId), partition, commit)));
        }

        await WriteAsync(writes, cancellation);
    }

    /// <summary>These wakes are no longer needed by anybody. They are taken down when the next ones go up.</summary>
    public void MarkObsolete(IEnumerable<string> keys)
    {
        lock (_lock)
        {
            _obsolete.UnionWith(keys);
        }
    }

    /// <summary>
    /// Takes down what has been spent, once it is enough to be worth a write of its own. A few may lie for as long as nothing
    /// is put up: this process passes them over, and another finds that they lead to nothing.
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

    /// <summary>The wakes up to the instant, the earliest first, without those that this process knows to be spent.</summary>
    /// <param name="take">The most rows read.</param>
    public async Task<IReadOnlyList<DueEntry>> DueEntriesAsync(string upTo, int take, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Pointers, Keys.IndexPartition, Keys.DueFrom, upTo, take, openOnly: false, cancellation);
        lock (_lock)
        {
            return [.. found.Where(row => !_obsolete.Contains(row.Key)).Select(DueEntry.From)];
        }
    }

    /// <summary>The requests that the pointers of a list lead to, in the order of the list.</summary>
    public async Task<IReadOnlyList<string>> RequestIdsAsync(string from, string to, int take, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Pointers, Keys.IndexPartition, from, to, take, openOnly: false, cancellation);
        lock (_lock)
        {
            return [.. found.Where(row => !_obsolete.Contains(row.Key)).Select(row => row.Body.Split(' ')[0])];
        }
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
            // They may still be up.
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

        // Somebody else took one of them down. What goes up must go up; the rest one by one.
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
    /// <summary>The number of the entry whose effects it guards; null where it stands for a deadline.</summary>
    public int? LeasedEntry => Key.Split(':') is [_, _, _, var number, "g"] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : null;

    public static DueEntry From(Row row)
    {
        var time = new DateTimeOffset(long.Parse(row.Key.AsSpan(2, 19), System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
        var space = row.Body.IndexOf(' ', StringComparison.Ordinal);
        return new DueEntry(row.Key, time, row.Body[..space], row.Body[(space + 1)..]);
    }
}
