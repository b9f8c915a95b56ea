using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Storage;

namespace Hkall.Service.Inbox;

/// <summary>How many parked messages of a library were dropped because it had too many, and when.</summary>
public sealed record DroppedMessages(string Symbol, int Count, DateTimeOffset Since, DateTimeOffset Last);

/// <summary>Parks messages, and keeps each library's share of the parked ones: of more, the oldest are dropped and counted.</summary>
public sealed class ParkedShares(IRows rows, ParkedMessages parked, ParkedDismissal dismissing, PolicyInForce policy, TimeProvider clock)
{
    /// <param name="sender">The library that sent the message, as far as it is known.</param>
    public async Task ParkAsync(string body, string why, string? detail, string? sender, CancellationToken cancellation)
    {
        await parked.ParkAsync(body, why, detail, cancellation, sender: sender);
        await MakeRoomAsync(sender, cancellation);
    }

    /// <summary>Drops the oldest messages of the library beyond its share.</summary>
    public async Task MakeRoomAsync(string? symbol, CancellationToken cancellation)
    {
        if (symbol is null)
        {
            return;
        }

        var theirs = (await parked.ListAsync(RowLimits.RowsPerPage, cancellation)).Where(message => message.Sender == symbol).ToList();
        foreach (var oldest in theirs.SkipLast(policy.Document.Limits.ParkedPerLibrary))
        {
            await dismissing.RemoveAsync(oldest.Id, (_, _) => CountAsync(symbol, cancellation), cancellation);
        }
    }

    /// <summary>The libraries whose messages were dropped.</summary>
    public async Task<IReadOnlyList<DroppedMessages>> DroppedAsync(CancellationToken cancellation) =>
    [
        .. (await rows.RangeAsync(RowTable.Parked, ParkedMessages.Partition, "d:", "d;", RowLimits.RowsPerPage, openOnly: false, cancellation))
            .Select(row => StoredJson.Read<DroppedMessages>(row.Body)),
    ];

    /// <summary>Deletes the counts of libraries of which nothing was dropped since.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        foreach (var dropped in (await DroppedAsync(cancellation)).Where(dropped => dropped.Last <= before))
        {
            await rows.CommitAsync(RowTable.Parked, ParkedMessages.Partition, [new RowWrite.Delete(Key(dropped.Symbol))], cancellation);
        }
    }

    /// <summary>The count with one more. If another process counts at the same time, the message stays and is dropped next time.</summary>
    private async Task<RowWrite> CountAsync(string symbol, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var held = await rows.FindAsync(RowTable.Parked, ParkedMessages.Partition, Key(symbol), cancellation);
        var known = held is null ? new DroppedMessages(symbol, 0, now, now) : StoredJson.Read<DroppedMessages>(held.Body);
        var row = new Row(ParkedMessages.Partition, Key(symbol), StoredJson.Write(known with { Count = known.Count + 1, Last = now }), symbol)
        {
            ETag = held?.ETag,
        };
        return held is null ? new RowWrite.Insert(row) : new RowWrite.Replace(row);
    }

    private static string Key(string symbol) => $"d:{symbol}";
}
