using System.Globalization;
using Hkall.Service.Storage;

namespace Hkall.Service.Engine;

/// <summary>A due visit to a patron's account or to a request to lend.</summary>
/// <param name="Of">The key of the patron, or the id of the request.</param>
public sealed record DueErasure(string Key, string Of);

/// <summary>
/// When to visit which account, or which request to lend, to erase data. The entry is added before the first row about a person is
/// written, and removed only after the next one is added or nothing is left, so that no person's data is forgotten.
/// </summary>
public sealed class ErasureIndex(IRows rows)
{
    private const string Partition = "e";

    private readonly Lock _lock = new();
    private DateTimeOffset? _next;

    public DateTimeOffset? NextLook
    {
        get
        {
            lock (_lock)
            {
                return _next;
            }
        }
    }

    public async Task PutUpAsync(string of, DateTimeOffset at, CancellationToken cancellation)
    {
        var key = $"{Ticks(at)}:{of}";
        await rows.CommitAsync(RowTable.Pointers, Partition, [new RowWrite.Put(new Row(Partition, key, of, key))], cancellation);
        Expect(at);
    }

    /// <summary>Reads when the first visit is due.</summary>
    /// <param name="notBefore">When to retry a visit that is overdue and did not succeed.</param>
    public async Task LearnAsync(DateTimeOffset notBefore, CancellationToken cancellation)
    {
        lock (_lock)
        {
            _next = null;
        }

        if (await rows.RangeAsync(RowTable.Pointers, Partition, "0", ":", 1, openOnly: false, cancellation) is [var first])
        {
            var at = new DateTimeOffset(long.Parse(first.Key.AsSpan(0, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);
            Expect(at > notBefore ? at : notBefore);
        }
    }

    public async Task<IReadOnlyList<DueErasure>> DueAsync(DateTimeOffset now, int take, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Pointers, Partition, "0", $"{Ticks(now)};", take, openOnly: false, cancellation);
        return [.. found.Select(row => new DueErasure(row.Key, row.Body))];
    }

    /// <summary>Everybody about whom something is kept, and the requests to lend: each has an entry.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(int take, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Pointers, Partition, "0", ":", take, openOnly: false, cancellation);
        return [.. found.Select(row => row.Body).Distinct(StringComparer.Ordinal)];
    }

    public Task TakeDownAsync(DueErasure due, CancellationToken cancellation) =>
        rows.CommitAsync(RowTable.Pointers, Partition, [new RowWrite.Delete(due.Key)], cancellation);

    private void Expect(DateTimeOffset at)
    {
        lock (_lock)
        {
            _next = _next is { } known && known < at ? known : at;
        }
    }

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
