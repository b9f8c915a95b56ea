using Hkall.Domain.Model;
using Hkall.Service.Storage;

namespace Hkall.Service.Engine;

/// <summary>A rate as staff entered it.</summary>
/// <param name="By">The opaque key of the member of staff.</param>
public sealed record StoredRate(string Currency, decimal HkdPerUnit, DateOnly On, string By);

/// <summary>All rates, in one row.</summary>
public sealed record StoredRates(IReadOnlyList<StoredRate> Rates);

/// <summary>
/// The exchange rates that staff enter. Only commands about a foreign amount need them, and a rate entered elsewhere may count a
/// minute later.
/// </summary>
public sealed class RateTable(IRows rows, MachineTime machine, IRandom random)
{
    /// <summary>The most rates kept: libraries charge in few currencies.</summary>
    public const int MostRates = 60;

    private const int MaxTries = 8;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private (ExchangeRates Rates, long Since)? _kept;

    public async ValueTask<ExchangeRates> CurrentAsync(CancellationToken cancellation)
    {
        if (_kept is { } kept && machine.Clock.GetElapsedTime(kept.Since) < KeptFor)
        {
            return kept.Rates;
        }

        return Keep((await ReadAsync(cancellation)).Stored.Rates);
    }

    /// <summary>The rates by currency, with who entered them.</summary>
    public async Task<IReadOnlyList<StoredRate>> AllAsync(CancellationToken cancellation) => (await ReadAsync(cancellation)).Stored.Rates;

    /// <summary>Adds or replaces one rate, or removes it.</summary>
    /// <param name="rate">Null: no rate of the currency is kept any more.</param>
    /// <returns>The rates after the change; null if there would be too many.</returns>
    public async Task<IReadOnlyList<StoredRate>?> PutAsync(string currency, StoredRate? rate, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var (row, before) = await ReadAsync(cancellation);
            var after = before.Rates.Where(known => known.Currency != currency).Concat(rate is null ? [] : [rate])
                .OrderBy(known => known.Currency, StringComparer.Ordinal).ToList();
            if (after.Count > MostRates)
            {
                return null;
            }

            var body = StoredJson.Write(new StoredRates(after));
            var next = new Row(Keys.RatesPartition, Keys.Rates, body, RequestIds.Base32(random.Bytes(10))) { ETag = row?.ETag };
            if ((await rows.CommitAsync(
                RowTable.Pointers, Keys.RatesPartition, [row is null ? new RowWrite.Insert(next) : new RowWrite.Replace(next)], cancellation)).Committed)
            {
                Keep(after);
                return after;
            }
        }

        throw new InvalidOperationException("The exchange rates kept being changed by others.");
    }

    private async Task<(Row? Row, StoredRates Stored)> ReadAsync(CancellationToken cancellation)
    {
        var row = await rows.FindAsync(RowTable.Pointers, Keys.RatesPartition, Keys.Rates, cancellation);
        return (row, row is null ? new StoredRates([]) : StoredJson.Read<StoredRates>(row.Body));
    }

    private ExchangeRates Keep(IReadOnlyList<StoredRate> rates)
    {
        var current = new ExchangeRates([.. rates.Select(rate => new ExchangeRate(rate.Currency, rate.HkdPerUnit, rate.On))]);
        _kept = (current, machine.Clock.GetTimestamp());
        return current;
    }
}
