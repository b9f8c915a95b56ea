using Hkall.Service.Notices;
using Hkall.Service.Storage;
using Hkall.Service.Turns;

namespace Hkall.Service.Partners;

/// <summary>The partner libraries, kept in one partition and read as a whole: there are dozens, and every request needs several.</summary>
public sealed class PartnerDirectory(IRows rows, MachineTime machine, IChance chance)
{
    public const int MostPartners = 1_000;
    private const string Partition = "partners";
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private (IReadOnlyDictionary<string, Partner> Partners, long Since)? _kept;

    public async Task<IReadOnlyDictionary<string, Partner>> AllAsync(CancellationToken cancellation)
    {
        if (_kept is { } kept && machine.Clock.GetElapsedTime(kept.Since) < KeptFor)
        {
            return kept.Partners;
        }

        await _reading.WaitAsync(cancellation);
        try
        {
            if (_kept is { } again && machine.Clock.GetElapsedTime(again.Since) < KeptFor)
            {
                return again.Partners;
            }

            var found = await rows.RangeAsync(RowTable.Partners, Partition, "p:", "p;", MostPartners, openOnly: false, cancellation);
            var partners = found.Select(row => DeskJson.Read<Partner>(row.Body)).ToDictionary(partner => partner.Symbol, StringComparer.Ordinal);
            _kept = (partners, machine.Clock.GetTimestamp());
            return partners;
        }
        finally
        {
            _reading.Release();
        }
    }

    public async Task<Partner?> FindAsync(string symbol, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).GetValueOrDefault(symbol);

    /// <summary>Adds or replaces the partners.</summary>
    public async Task PutAsync(IEnumerable<Partner> partners, CancellationToken cancellation)
    {
        var commit = RequestIds.Base32(chance.Bytes(10));
        foreach (var some in partners.Chunk(RowLimits.WritesPerTransaction))
        {
            await rows.CommitAsync(
                RowTable.Partners,
                Partition,
                [.. some.Select(partner => new RowWrite.Put(new Row(Partition, $"p:{partner.Symbol}", DeskJson.Write(partner), commit)))],
                cancellation);
        }

        _kept = null;
    }
}
