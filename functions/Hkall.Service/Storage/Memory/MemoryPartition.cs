namespace Hkall.Service.Storage.Memory;

/// <summary>
/// The rows of one partition, ordered by key. A second index holds the open ones, so that reading them does not walk past years
/// of closed requests. One lock covers everything: a partition belongs to one patron, so waits are short.
/// </summary>
internal sealed class MemoryPartition
{
    private static readonly Comparer<Row> ByKey = Comparer<Row>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key));

    private readonly Lock _lock = new();
    private readonly SortedSet<Row> _rows = new(ByKey);
    private readonly SortedSet<Row> _open = new(ByKey);

    public Row? Find(string key)
    {
        lock (_lock)
        {
            return Current(key);
        }
    }

    public List<Row> Range(string from, string to, int take, bool openOnly)
    {
        var found = new List<Row>();
        lock (_lock)
        {
            foreach (var row in (openOnly ? _open : _rows).GetViewBetween(Probe(from), Probe(to)))
            {
                // The view includes its upper bound; a range does not.
                if (found.Count == take || string.Equals(row.Key, to, StringComparison.Ordinal))
                {
                    break;
                }

                found.Add(row);
            }
        }

        return found;
    }

    public CommitResult Commit(IReadOnlyList<RowWrite> writes, Func<string> nextVersion)
    {
        lock (_lock)
        {
            // No key is written twice, so we can check every write before we apply the first.
            if (writes.Any(Conflicts))
            {
                return CommitResult.Conflict;
            }

            return new CommitResult(true, [.. writes.Select(write => Apply(write, nextVersion))]);
        }
    }

    private bool Conflicts(RowWrite write) => write switch
    {
        RowWrite.Insert => Current(write.Key) is not null,
        RowWrite.Replace replace => !string.Equals(Current(write.Key)?.ETag, replace.Row.ETag, StringComparison.Ordinal),
        RowWrite.Delete delete =>
            Current(write.Key) is not { } current || (delete.ETag is { } read && !string.Equals(current.ETag, read, StringComparison.Ordinal)),
        _ => false,
    };

    private string? Apply(RowWrite write, Func<string> nextVersion)
    {
        if (Current(write.Key) is { } current)
        {
            _rows.Remove(current);
            _open.Remove(current);
        }

        if (write.RowLeft is not { } row)
        {
            return null;
        }

        var stored = row with { ETag = nextVersion() };
        _rows.Add(stored);
        if (stored.Open)
        {
            _open.Add(stored);
        }

        return stored.ETag;
    }

    private Row? Current(string key) => _rows.TryGetValue(Probe(key), out var row) ? row : null;

    private static Row Probe(string key) => new("", key, "", "");
}
