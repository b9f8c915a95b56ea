using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Partners;

/// <summary>The directory as last read, with the figures of each partner.</summary>
public sealed record KnownPartners(IReadOnlyDictionary<string, Partner> Partners, IReadOnlyDictionary<string, PartnerFigures> Figures)
{
    public PartnerFigures FiguresOf(string symbol) => Figures.GetValueOrDefault(symbol) ?? new PartnerFigures();

    /// <summary>The symbols of the libraries whose systems took none of that many requests running.</summary>
    public IReadOnlyList<string> Unreachable(int running) =>
        [.. Partners.Keys.Where(symbol => FiguresOf(symbol).IsUnreachable(running)).Order(StringComparer.Ordinal)];
}

/// <summary>The partner libraries, in one partition that is read as a whole: there are dozens, and every request needs several.</summary>
public sealed class PartnerDirectory(IRows rows, MachineTime machine, IRandom random, PartnerSecrets secrets)
{
    public const int MostPartners = 1_000;
    internal const string Partition = "partners";

    /// <summary>The first key after those of entries.</summary>
    private const string AfterEntries = "p;";
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private (KnownPartners Known, long Since)? _kept;

    public async Task<IReadOnlyDictionary<string, Partner>> AllAsync(CancellationToken cancellation) => (await KnownAsync(cancellation)).Partners;

    public async Task<KnownPartners> KnownAsync(CancellationToken cancellation)
    {
        if (_kept is { } kept && machine.Clock.GetElapsedTime(kept.Since) < KeptFor)
        {
            return kept.Known;
        }

        await _reading.WaitAsync(cancellation);
        try
        {
            if (_kept is { } again && machine.Clock.GetElapsedTime(again.Since) < KeptFor)
            {
                return again.Known;
            }

            // Entries and figures share a partition, so one read returns both.
            var found = await rows.RangeAsync(
                RowTable.Partners, Partition, FiguresKey(string.Empty), AfterEntries, 2 * MostPartners, openOnly: false, cancellation);
            var known = new KnownPartners(
                found.Where(row => row.Key.StartsWith(EntryKey(string.Empty), StringComparison.Ordinal))
                    .Select(row => secrets.Open(StoredJson.Read<Partner>(row.Body))).ToDictionary(partner => partner.Symbol, StringComparer.Ordinal),
                found.Where(row => row.Key.StartsWith(FiguresKey(string.Empty), StringComparison.Ordinal))
                    .ToDictionary(row => row.Key[FiguresKey(string.Empty).Length..], row => StoredJson.Read<PartnerFigures>(row.Body), StringComparer.Ordinal));
            _kept = (known, machine.Clock.GetTimestamp());
            return known;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Reads the directory afresh, for callers that write according to it.</summary>
    public Task<KnownPartners> ReadAgainAsync(CancellationToken cancellation)
    {
        _kept = null;
        return KnownAsync(cancellation);
    }

    /// <summary>The directory as last read, of any age: enough for data that hardly ever changes and is not worth a read.</summary>
    public async Task<IReadOnlyDictionary<string, Partner>> RememberedAsync(CancellationToken cancellation) =>
        _kept is { } kept ? kept.Known.Partners : await AllAsync(cancellation);

    public async Task<Partner?> FindAsync(string symbol, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).GetValueOrDefault(symbol);

    internal static string FiguresKey(string symbol) => $"f:{symbol}";

    /// <summary>Applies a count this process has just made, to save a read.</summary>
    internal void Learn(string symbol, Func<PartnerFigures, PartnerFigures> change)
    {
        if (_kept is var (known, since))
        {
            _kept = (
                known with
                {
                    Figures = new Dictionary<string, PartnerFigures>(
                    known.Figures, StringComparer.Ordinal)
                    { [symbol] = change(known.FiguresOf(symbol)) }
                }, since);
        }
    }

    /// <summary>Adds or replaces the partners.</summary>
    public async Task PutAsync(IEnumerable<Partner> partners, CancellationToken cancellation)
    {
        var commit = RequestIds.Base32(random.Bytes(10));
        foreach (var some in partners.Chunk(RowLimits.WritesPerTransaction))
        {
            await rows.CommitAsync(
                RowTable.Partners,
                Partition,
                [.. some.Select(partner => new RowWrite.Put(RowOf(partner, commit)))],
                cancellation);
        }

        _kept = null;
    }

    /// <summary>
    /// Encrypts under the current key what rows hold in clear or under an older key. An entry that changes meanwhile is encrypted by its change.
    /// </summary>
    /// <returns>The number of entries written.</returns>
    public async Task<int> EncryptAnewAsync(CancellationToken cancellation)
    {
        var written = 0;
        var found = await rows.RangeAsync(RowTable.Partners, Partition, EntryKey(string.Empty), AfterEntries, MostPartners, openOnly: false, cancellation);
        foreach (var (row, stored) in found.Select(row => (row, StoredJson.Read<Partner>(row.Body))).Where(one => !secrets.IsCurrent(one.Item2)))
        {
            var again = RowOf(secrets.Open(stored), RequestIds.Base32(random.Bytes(10))) with { ETag = row.ETag };
            var result = await rows.CommitAsync(RowTable.Partners, Partition, [new RowWrite.Replace(again)], cancellation);
            written += result.Committed ? 1 : 0;
        }

        return written;
    }

    private static string EntryKey(string symbol) => $"p:{symbol}";

    private Row RowOf(Partner partner, string commit) => new(Partition, EntryKey(partner.Symbol), StoredJson.Write(secrets.Seal(partner)), commit);
}
