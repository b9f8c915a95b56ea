using System.Collections.Concurrent;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Storage;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>The version of each partner's last message, used for our messages to it if the directory does not fix one.</summary>
public sealed class SpokenVersions(IRows rows, MachineTime machine, IRandom random)
{
    /// <summary>In the partners' table, in a partition apart from the directory's.</summary>
    private const string Partition = "partners-spoken";

    /// <summary>Another process may have received another version since.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (IsoVersion? Version, long Since)> _kept = new(StringComparer.Ordinal);

    /// <summary>The fixed version, or that of its last message; a partner without messages gets the older one, which more systems read.</summary>
    public async Task<IsoVersion> ForAsync(Partner partner, CancellationToken cancellation)
    {
        if (partner.IsoVersion is { } fixedVersion)
        {
            return fixedVersion;
        }

        if (!_kept.TryGetValue(partner.Symbol, out var kept) || machine.Clock.GetElapsedTime(kept.Since) >= KeptFor)
        {
            var row = await rows.FindAsync(RowTable.Partners, Partition, Key(partner.Symbol), cancellation);
            kept = Keep(partner.Symbol, row is null ? null : StoredJson.Read<Spoken>(row.Body).Version);
        }

        return kept.Version ?? IsoVersion.V12;
    }

    public async Task RememberAsync(Partner partner, IsoVersion version, CancellationToken cancellation)
    {
        if (_kept.TryGetValue(partner.Symbol, out var kept) && kept.Version == version)
        {
            return;
        }

        await rows.CommitAsync(
            RowTable.Partners,
            Partition,
            [new RowWrite.Put(new Row(Partition, Key(partner.Symbol), StoredJson.Write(new Spoken(version)), RequestIds.Base32(random.Bytes(10))))],
            cancellation);
        Keep(partner.Symbol, version);
    }

    private (IsoVersion? Version, long Since) Keep(string symbol, IsoVersion? version) => _kept[symbol] = (version, machine.Clock.GetTimestamp());

    private static string Key(string symbol) => $"v:{symbol}";

    private sealed record Spoken(IsoVersion Version);
}
