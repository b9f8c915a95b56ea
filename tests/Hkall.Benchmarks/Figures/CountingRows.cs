using Hkall.Service.Storage;

namespace Hkall.Benchmarks.Figures;

/// <summary>Rows that count how many of them were read.</summary>
internal sealed class CountingRows(IRows rows) : IRows
{
    private long _read;
    private long _ofTheIndex;

    public long Read => _read;

    /// <summary>Those read from the table of the due index.</summary>
    public long ReadOfTheIndex => _ofTheIndex;

    public async Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation) =>
        Count(table, await rows.FindAsync(table, partition, key, cancellation) is { } row ? [row] : []).FirstOrDefault();

    public async Task<IReadOnlyList<Row>> RangeAsync(
        RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation) =>
        Count(table, await rows.RangeAsync(table, partition, from, to, take, openOnly, cancellation));

    public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation) =>
        rows.CommitAsync(table, partition, writes, cancellation);

    private IReadOnlyList<Row> Count(RowTable table, IReadOnlyList<Row> read)
    {
        Interlocked.Add(ref _read, read.Count);
        Interlocked.Add(ref _ofTheIndex, table == RowTable.Pointers ? read.Count : 0);
        return read;
    }
}
