using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Microsoft.Extensions.Hosting;

namespace Hkall.Service.Partners;

/// <summary>
/// Counts exchanges with partners: one row per partner, next to its directory entry and read with it. Supplies to us are batched, so
/// that a loan needs no write of its own for them. A process that stops in good order writes its batch; one that dies loses a
/// handful of turnaround times. Items we lent are written at once.
/// </summary>
public sealed class PartnerCounts(IRows rows, PartnerDirectory directory, IRandom random) : IHostedService
{
    /// <summary>Counts batched into one write.</summary>
    public const int Gathered = 8;

    private const int MaxTries = 8;

    /// <summary>Characters kept from the end of an id; two ids among a library's last sixty are not expected to end alike.</summary>
    private const int EndOfId = 10;

    private readonly Lock _lock = new();
    private List<(string Symbol, Func<PartnerFigures, PartnerFigures> Change)> _gathered = [];

    public Task SuppliedAsync(string symbol, ServiceType service, string requestId, int days, bool kept, CancellationToken cancellation) =>
        CountAsync(symbol, figures => figures.With(service, new Supply(End(requestId), days, kept)), cancellation);

    /// <summary>
    /// Counts an item we supplied to it, the lending side of its balance. It is written at once: a balance between libraries must
    /// lose nothing, and we lend little compared with what patrons request.
    /// </summary>
    public async Task LentAsync(string symbol, string requestId, CancellationToken cancellation)
    {
        await ChangeAsync(symbol, Change, cancellation);
        directory.Learn(symbol, Change);

        PartnerFigures Change(PartnerFigures figures) => figures.WithLent(End(requestId));
    }

    /// <summary>Counts a request that its system did not take. It is written at once, so that every process passes the library over.</summary>
    public async Task NotTakenAsync(string symbol, string requestId, DateTimeOffset at, CancellationToken cancellation)
    {
        await ChangeAsync(symbol, Change, cancellation);
        directory.Learn(symbol, Change);

        PartnerFigures Change(PartnerFigures figures) => figures.WithNotTaken(End(requestId), at);
    }

    /// <summary>Its system took a message of ours, or staff have put its entry right: it is asked again.</summary>
    public async Task ReachedAsync(string symbol, CancellationToken cancellation)
    {
        // Almost every message is taken, and costs no write.
        if ((await directory.KnownAsync(cancellation)).FiguresOf(symbol).NotTaken is null)
        {
            return;
        }

        await ChangeAsync(symbol, figures => figures.Reached(), cancellation);
        directory.Learn(symbol, figures => figures.Reached());
    }

    /// <summary>Writes the batched counts.</summary>
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
            // Counting twice has no effect, so the whole batch can be tried again.
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
            if ((await rows.CommitAsync(
                RowTable.Partners, PartnerDirectory.Partition, [held is null ? new RowWrite.Insert(row) : new RowWrite.Replace(row)], cancellation)).Committed)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The figures of {symbol} kept being changed by others.");
    }

    private static string End(string id) => id.Length <= EndOfId ? id : id[^EndOfId..];
}
