using Hkall.Domain.Placing;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Microsoft.Extensions.Hosting;

namespace Hkall.Service.Partners;

/// <summary>
/// Counts what is exchanged: one row for each partner, beside its entry in the directory and read with it. A few counts are
/// gathered before they are written, so that a loan costs no request of its own for them; a process that ends in good order
/// writes what it has, and one that dies loses a handful of how long a library took. What we lent is written at once.
/// </summary>
public sealed class PartnerCounts(IRows rows, PartnerDirectory directory, IRandom random) : IHostedService
{
    /// <summary>Counts gathered before they are written.</summary>
    public const int Gathered = 8;

    private const int MaxTries = 8;

    /// <summary>Characters of an id's end that are kept; two ids of one library's last sixty that end alike are not to be expected.</summary>
    private const int EndOfId = 10;

    private readonly Lock _lock = new();
    private List<(string Symbol, Func<PartnerFigures, PartnerFigures> Change)> _gathered = [];

    public Task SuppliedAsync(string symbol, ServiceType service, string requestId, int days, bool kept, CancellationToken cancellation) =>
        CountAsync(symbol, figures => figures.With(service, new Supply(End(requestId), days, kept)), cancellation);

    /// <summary>
    /// We supplied an item to it; the lending side of its balance. It is written at once: an account between libraries loses nothing,
    /// and what is lent is little beside what patrons ask for.
    /// </summary>
    public async Task LentAsync(string symbol, string requestId, CancellationToken cancellation)
    {
        await ChangeAsync(symbol, Change, cancellation);
        directory.Learn(symbol, Change);

        PartnerFigures Change(PartnerFigures figures) => figures.WithLent(End(requestId));
    }

    /// <summary>Writes what has been gathered.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        List<(string Symbol, Func<PartnerFigures, PartnerFigures> Change)> gathered;
        lock (_lock)
        {
            (gathered, _gathered) = (_gathered, []);
        }

        try
        {
            foreach (var partner in gathered.GroupBy(count => count.Symbol, StringComparer.Ordinal))
            {
                await ChangeAsync(partner.Key, figures => partner.Aggregate(figures, (now, count) => count.Change(now)), cancellation);
            }
        }
        catch
        {
            // Counted twice is counted once, so all of it may be tried again.
            lock (_lock)
            {
                _gathered.AddRange(gathered);
            }

            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => WriteAsync(cancellationToken);

    private async Task CountAsync(string symbol, Func<PartnerFigures, PartnerFigures> change, CancellationToken cancellation)
    {
        bool enough;
        lock (_lock)
        {
            _gathered.Add((symbol, change));
            enough = _gathered.Count >= Gathered;
        }

        directory.Learn(symbol, change);
        if (enough)
        {
            await WriteAsync(cancellation);
        }
    }

    private async Task ChangeAsync(string symbol, Func<PartnerFigures, PartnerFigures> change, CancellationToken cancellation)
    {
        var key = PartnerDirectory.FiguresKey(symbol);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var held = await rows.FindAsync(RowTable.Partners, PartnerDirectory.Partition, key, cancellation);
            var before = held is null ? new PartnerFigures() : StoredJson.Read<PartnerFigures>(held.Body);
            var after = change(before);
            if (ReferenceEquals(before, after))
            {
                return;
            }

            var row = new Row(PartnerDirectory.Partition, key, StoredJson.Write(after), RequestIds.Base32(random.Bytes(10))) { ETag = held?.ETag };
            if ((await rows.CommitAsync(RowTable.Partners, PartnerDirectory.Partition, [held is null ? new RowWrite.Insert(row) : new RowWrite.Replace(row)], cancellation)).Committed)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The figures of {symbol} kept being changed by others.");
    }

    private static string End(string id) => id.Length <= EndOfId ? id : id[^EndOfId..];
}
