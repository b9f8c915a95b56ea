using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.Simulation.Invariants;

namespace Hkall.Simulation.Stores;

/// <summary>The rows themselves. Whatever is committed, the ledger sees.</summary>
internal sealed class WitnessedRows(Ledger ledger) : IRows
{
    private readonly MemoryRows _rows = new();

    public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation) =>
        _rows.FindAsync(table, partition, key, cancellation);

    public Task<IReadOnlyList<Row>> RangeAsync(
        RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation) =>
        _rows.RangeAsync(table, partition, from, to, take, openOnly, cancellation);

    public async Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation)
    {
        var result = await _rows.CommitAsync(table, partition, writes, cancellation);
        if (result.Committed)
        {
            ledger.Committed(table, partition, writes);
        }

        return result;
    }
}
