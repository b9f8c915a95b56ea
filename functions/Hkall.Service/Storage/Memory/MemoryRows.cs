using System.Collections.Concurrent;
using System.Globalization;

namespace Hkall.Service.Storage.Memory;

/// <summary>Rows in memory, with the limits, versions and conflicts of Azure Table Storage.</summary>
/// <param name="onRequest">
/// Called once for each request that Azure would receive, as <c>tables GET</c>, before anything changes. A hook that throws
/// <see cref="StorageUnavailableException"/> simulates an outage.
/// </param>
public sealed class MemoryRows(Action<string>? onRequest = null) : IRows
{
    private readonly ConcurrentDictionary<(RowTable Table, string Partition), MemoryPartition> _partitions = new();
    private long _version;

    public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation)
    {
        RowChecks.Address(partition, key);
        cancellation.ThrowIfCancellationRequested();
        onRequest?.Invoke(StorageRequests.ReadRows);
        return Task.FromResult(_partitions.TryGetValue((table, partition), out var rows) ? rows.Find(key) : null);
    }

    public Task<IReadOnlyList<Row>> RangeAsync(
        RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation)
    {
        RowChecks.Range(partition, from, to, take);
        cancellation.ThrowIfCancellationRequested();
        if (string.CompareOrdinal(from, to) >= 0)
        {
            return Task.FromResult<IReadOnlyList<Row>>([]);
        }

        onRequest?.Invoke(StorageRequests.ReadRows);
        IReadOnlyList<Row> found = _partitions.TryGetValue((table, partition), out var rows) ? rows.Range(from, to, take, openOnly) : [];
        for (var paged = RowLimits.RowsPerPage; paged < found.Count; paged += RowLimits.RowsPerPage)
        {
            onRequest?.Invoke(StorageRequests.ReadRows);
        }

        return Task.FromResult(found);
    }

    public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation)
    {
        RowChecks.Transaction(partition, writes);
        cancellation.ThrowIfCancellationRequested();
        onRequest?.Invoke(StorageRequests.Of(writes));
        return Task.FromResult(_partitions.GetOrAdd((table, partition), _ => new MemoryPartition()).Commit(writes, NextVersion));
    }

    private string NextVersion() => string.Create(CultureInfo.InvariantCulture, $"W/\"{Interlocked.Increment(ref _version)}\"");
}
