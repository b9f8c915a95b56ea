using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Inbox;

/// <summary>A message the service could not use: kept where staff see it, never dropped.</summary>
public sealed record ParkedMessage
{
    public required string Id { get; init; }

    public required DateTimeOffset ParkedAt { get; init; }

    /// <summary>One of <see cref="ParkedReason"/>.</summary>
    public required string Why { get; init; }

    public string? Detail { get; init; }

    /// <summary>The library that sent an ISO 18626 message, which does not say so itself in our words.</summary>
    public string? Symbol { get; init; }

    /// <summary>The library that sent it, as far as it is known; its share of the parked messages is limited.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sender { get; init; }

    /// <summary>The id that an ISO 18626 message was signed with; null if it was not signed.</summary>
    public string? MessageId { get; init; }

    /// <summary>The message as it came: an envelope of the queue, or XML. Only its beginning if it is too long for a row.</summary>
    public required string Body { get; init; }

    /// <summary>The name of the file with the whole text of a long message.</summary>
    public string? File { get; init; }
}

/// <summary>A parked message with the version of its row when read.</summary>
public sealed record HeldMessage(ParkedMessage Message, string ETag);

/// <summary>The parked messages, oldest first.</summary>
public sealed class ParkedMessages(IRows rows, IBlobs blobs, IMessageQueue queue, TimeProvider clock, IRandom random)
{
    internal const string Partition = "parked";

    /// <summary>How much of a long message its row keeps, so that staff can recognise it.</summary>
    private const int BeginningCharacters = 1_000;

    /// <summary>Tries at parking while staff retry the same message; each failure means that they just did.</summary>
    private const int MaxTries = 12;

    private const int FileBytes = 10;

    /// <summary>
    /// Parks the message. If it is parked again for the same reason, it stays one row with a new version, so a retry of the old
    /// version in progress does not remove the new one.
    /// </summary>
    /// <param name="why">One of <see cref="ParkedReason"/>.</param>
    /// <param name="symbol">The library that sent an ISO 18626 message.</param>
    /// <param name="messageId">The id that an ISO 18626 message was signed with.</param>
    /// <param name="sender">The library that sent any other message, as far as it is known.</param>
    public async Task ParkAsync(
        string body, string why, string? detail, CancellationToken cancellation, string? symbol = null, string? messageId = null, string? sender = null)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{why}\n{body}")))[..32];
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await rows.FindAsync(RowTable.Parked, Partition, Key(id), cancellation) is { } there)
            {
                if ((await rows.CommitAsync(RowTable.Parked, Partition, [new RowWrite.Replace(there)], cancellation)).Committed)
                {
                    return;
                }

                continue;
            }

            var message = new ParkedMessage
            {
                Id = id,
                ParkedAt = clock.GetUtcNow(),
                Why = why,
                Detail = detail,
                Symbol = symbol,
                Sender = sender ?? symbol,
                MessageId = messageId,
                Body = body,
            };
            var parked = await WithFileAsync(message, cancellation);
            if ((await rows.CommitAsync(
                RowTable.Parked, Partition, [new RowWrite.Insert(new Row(Partition, Key(id), StoredJson.Write(parked), id))], cancellation)).Committed)
            {
                return;
            }

            await DeleteFileAsync(parked, cancellation);
        }

        throw new RequestBusyException(id);
    }

    public async Task<IReadOnlyList<ParkedMessage>> ListAsync(int take, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Parked, Partition, "m:", "m;", take, openOnly: false, cancellation);
        return [.. found.Select(row => StoredJson.Read<ParkedMessage>(row.Body)).OrderBy(parked => parked.ParkedAt)];
    }

    /// <summary>The number parked, up to one page of them; the meter reports it from now on.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var count = (await rows.RangeAsync(RowTable.Parked, Partition, "m:", "m;", RowLimits.RowsPerPage, openOnly: false, cancellation)).Count;
        HkallMetrics.Parked(count);
        return count;
    }

    public async Task<HeldMessage?> FindAsync(string id, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Parked, Partition, Key(id), cancellation) is { } row
            ? new HeldMessage(StoredJson.Read<ParkedMessage>(row.Body), row.ETag!) : null;

    /// <summary>Puts the message on the queue again and then removes it from the parked ones, unless it was parked again meanwhile.</summary>
    /// <returns>False if the message is not parked.</returns>
    public Task<bool> RetryAsync(string id, CancellationToken cancellation) =>
        RetryAsync(
            id,
            async (_, body) =>
            {
                await queue.SendAsync(body, cancellation);
                return true;
            },
            cancellation);

    /// <param name="takeIn">Takes in the message with its whole body; false if that is not possible, so that the message stays.</param>
    internal async Task<bool> RetryAsync(string id, Func<ParkedMessage, string, Task<bool>> takeIn, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not var (parked, etag))
        {
            return false;
        }

        if (await takeIn(parked, await WholeAsync(parked, cancellation))
            && (await rows.CommitAsync(RowTable.Parked, Partition, [new RowWrite.Delete(Key(id), etag)], cancellation)).Committed)
        {
            await DeleteFileAsync(parked, cancellation);
        }

        return true;
    }

    /// <summary>The message as it came.</summary>
    internal async Task<string> WholeAsync(ParkedMessage parked, CancellationToken cancellation)
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

    internal static string Key(string id) => $"m:{id}";

    internal Task DeleteFileAsync(ParkedMessage parked, CancellationToken cancellation) =>
        parked.File is { } file ? blobs.DeleteAsync(BlobContainer.Messages, file, cancellation) : Task.CompletedTask;

    /// <summary>Stores a long message in a file: the file first, then the row that names it. Each parking has its own, so none loses it to another.</summary>
    private async Task<ParkedMessage> WithFileAsync(ParkedMessage parked, CancellationToken cancellation)
    {
        if (StoredJson.Write(parked).Length <= RowLimits.BodyCharacters)
        {
            return parked;
        }

        var file = $"parked-{parked.Id}-{RequestIds.Base32(random.Bytes(FileBytes))}";
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(parked.Body));
        await blobs.WriteAsync(BlobContainer.Messages, file, content, Envelopes.LargestMessageBytes, cancellation);
        return parked with { Body = parked.Body[..BeginningCharacters], File = file };
    }
}
