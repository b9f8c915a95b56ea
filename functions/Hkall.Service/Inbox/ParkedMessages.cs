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

    /// <summary>Why, in one word: <c>unknown-request</c>, <c>not-asked</c>, <c>malformed</c>, <c>failed</c>, <c>history-full</c>, <c>not-the-borrower</c>, <c>unknown-library</c>, <c>inactive-library</c>.</summary>
    public required string Why { get; init; }

    public string? Detail { get; init; }

    /// <summary>The message as it was on the queue; its beginning, where it is too long for a row.</summary>
    public required string Body { get; init; }

    /// <summary>The name of the file that holds the whole of a long one.</summary>
    public string? File { get; init; }
}

/// <summary>The parked messages, oldest first.</summary>
public sealed class ParkedMessages(IRows rows, IBlobs blobs, IMessageQueue queue, TimeProvider clock)
{
    private const string Partition = "parked";

    /// <summary>What is kept of a long message in its row, for staff to know it by.</summary>
    private const int BeginningCharacters = 1_000;

    /// <summary>Parks it. The same message parked again for the same reason stays one row.</summary>
    public async Task ParkAsync(string body, string why, string? detail, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{why}\n{body}")))[..32];
        var parked = new ParkedMessage { Id = id, ParkedAt = now, Why = why, Detail = detail, Body = body };
        if (DeskJson.Write(parked).Length > RowLimits.BodyCharacters)
        {
            // First the file, then the row that names it.
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(body));
            await blobs.WriteAsync(BlobContainer.Messages, FileOf(id), content, Envelopes.LargestMessageBytes, cancellation);
            parked = parked with { Body = body[..BeginningCharacters], File = FileOf(id) };
        }

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

        var parked = DeskJson.Read<ParkedMessage>(row.Body);
        await queue.SendAsync(await WholeAsync(parked, cancellation), cancellation);
        await rows.CommitAsync(RowTable.Parked, Partition, [new RowWrite.Delete(row.Key)], cancellation);
        if (parked.File is { } file)
        {
            await blobs.DeleteAsync(BlobContainer.Messages, file, cancellation);
        }

        return true;
    }

    private async Task<string> WholeAsync(ParkedMessage parked, CancellationToken cancellation)
    {
        if (parked.File is not { } file)
        {
            return parked.Body;
        }

        await using var content = await blobs.OpenAsync(BlobContainer.Messages, file, cancellation)
            ?? throw new InvalidOperationException($"The file of parked message {parked.Id} is gone.");
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(cancellation);
    }

    private static string FileOf(string id) => $"parked-{id}";

    private static string Key(string id) => string.Create(CultureInfo.InvariantCulture, $"m:{id}");
}
