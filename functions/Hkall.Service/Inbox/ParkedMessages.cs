using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Storage;
using Hkall.Service.Telemetry;
using Hkall.Service.Turns;

namespace Hkall.Service.Inbox;

/// <summary>A message nobody could use: kept where staff see it, never dropped.</summary>
public sealed record ParkedMessage
{
    public required string Id { get; init; }

    public required DateTimeOffset ParkedAt { get; init; }

    /// <summary>Why, in one word: <c>unknown-request</c>, <c>not-asked</c>, <c>malformed</c>, <c>failed</c>, <c>history-full</c>.</summary>
    public required string Why { get; init; }

    public string? Detail { get; init; }

    /// <summary>The message as it was on the queue.</summary>
    public required string Body { get; init; }
}

/// <summary>The parked messages, oldest first.</summary>
public sealed class ParkedMessages(IRows rows, IMessageQueue queue, TimeProvider clock)
{
    private const string Partition = "parked";

    /// <summary>Parks it. The same message parked again for the same reason stays one row.</summary>
    public async Task ParkAsync(string body, string why, string? detail, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{why}\n{body}")))[..32];
        var parked = new ParkedMessage { Id = id, ParkedAt = now, Why = why, Detail = detail, Body = body };
        await rows.CommitAsync(RowTable.Parked, Partition, [new RowWrite.Put(new Row(Partition, Key(id), DeskJson.Write(parked), id))], cancellation);
    }

    public async Task<IReadOnlyList<ParkedMessage>> ListAsync(int take, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Parked, Partition, "m:", "m;", take, openOnly: false, cancellation);
        return [.. found.Select(row => DeskJson.Read<ParkedMessage>(row.Body)).OrderBy(parked => parked.ParkedAt)];
    }

    /// <summary>How many are parked, as far as one page of them tells; the meter shows it from now on.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var count = (await rows.RangeAsync(RowTable.Parked, Partition, "m:", "m;", RowLimits.RowsPerPage, openOnly: false, cancellation)).Count;
        DeskMeter.Parked(count);
        return count;
    }

    /// <summary>Puts the message on the queue again; only then is it no longer parked.</summary>
    /// <returns>False where it is not parked.</returns>
    public async Task<bool> RetryAsync(string id, CancellationToken cancellation)
    {
        if (await rows.FindAsync(RowTable.Parked, Partition, Key(id), cancellation) is not { } row)
        {
            return false;
        }

        await queue.SendAsync(DeskJson.Read<ParkedMessage>(row.Body).Body, cancellation);
        await rows.CommitAsync(RowTable.Parked, Partition, [new RowWrite.Delete(row.Key)], cancellation);
        return true;
    }

    private static string Key(string id) => string.Create(CultureInfo.InvariantCulture, $"m:{id}");
}
