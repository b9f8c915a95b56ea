using System.Text.Json;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Inbox;

/// <summary>The record of a dismissed parked message: what it was, who dismissed it and why. The message itself is gone.</summary>
public sealed record DismissedMessage
{
    public required string Id { get; init; }

    public required DateTimeOffset ParkedAt { get; init; }

    public required string Why { get; init; }

    public required DateTimeOffset DismissedAt { get; init; }

    /// <summary>The opaque key of the member of staff, or <c>retention</c> if its retention period ended.</summary>
    public required string By { get; init; }

    public required string Reason { get; init; }

    /// <summary>The library it came from and the request it was about, if they could be read.</summary>
    public string? Symbol { get; init; }

    public string? RequestId { get; init; }
}

/// <summary>
/// Deletes parked messages and everything that came with them: the file of a long one, and its scan, which otherwise stays
/// in storage for ever.
/// </summary>
public sealed class ParkedDismissal(
    IRows rows, IBlobs blobs, ParkedMessages parked, Envelopes envelopes, RequestStore<PatronRequest, RequestEvent> store, TimeProvider clock)
{
    /// <summary>The actor recorded when the retention period has ended.</summary>
    public const string ByRetention = "retention";

    /// <returns>False if the message is not (or no longer) parked, or was parked again meanwhile.</returns>
    public Task<bool> DismissAsync(string id, string by, string reason, CancellationToken cancellation) => RemoveAsync(
        id,
        (message, envelope) => Task.FromResult<RowWrite>(new RowWrite.Put(new Row(
            ParkedMessages.Partition,
            Key(id),
            StoredJson.Write(new DismissedMessage
            {
                Id = id,
                ParkedAt = message.ParkedAt,
                Why = message.Why,
                DismissedAt = clock.GetUtcNow(),
                By = by,
                Reason = reason,
                Symbol = envelope?.Message?.Symbol,
                RequestId = envelope?.Message?.RequestId ?? envelope?.RequestId,
            }),
            id))),
        cancellation);

    /// <summary>Deletes the message and what came with it, and records it in the same transaction.</summary>
    /// <param name="record">The record, given the message and what its envelope holds.</param>
    /// <returns>False if the message is not (or no longer) parked, or was parked again meanwhile.</returns>
    internal async Task<bool> RemoveAsync(string id, Func<ParkedMessage, Envelope?, Task<RowWrite>> record, CancellationToken cancellation)
    {
        if (await parked.FindAsync(id, cancellation) is not var (message, etag))
        {
            return false;
        }

        var envelope = await OpenAsync(message, cancellation);
        var said = envelope?.Message;

        // Delete the scan first: a crash after it leaves the row, and the next try finds the scan already gone.
        if (said?.Scan is { } scan && !await IsInUseAsync(said, scan.Id, cancellation))
        {
            await blobs.DeleteAsync(BlobContainer.Scans, scan.Id, cancellation);
        }

        var gone = await rows.CommitAsync(
            RowTable.Parked,
            ParkedMessages.Partition,
            [new RowWrite.Delete(ParkedMessages.Key(id), etag), await record(message, envelope)],
            cancellation);
        if (!gone.Committed)
        {
            return false;
        }

        await parked.DeleteFileAsync(message, cancellation);
        if (envelope is not null)
        {
            await envelopes.ThrowAwayAsync(envelope, cancellation);
        }

        return true;
    }

    public async Task<IReadOnlyList<DismissedMessage>> ListAsync(int take, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Parked, ParkedMessages.Partition, "x:", "x;", take, openOnly: false, cancellation);
        return [.. found.Select(row => StoredJson.Read<DismissedMessage>(row.Body)).OrderByDescending(dismissed => dismissed.DismissedAt)];
    }

    /// <summary>Deletes the record of the dismissal.</summary>
    public Task ForgetAsync(string id, CancellationToken cancellation) =>
        rows.CommitAsync(RowTable.Parked, ParkedMessages.Partition, [new RowWrite.Delete(Key(id))], cancellation);

    /// <summary>The message in its envelope; null if it cannot be read, which is why some are parked.</summary>
    private async Task<Envelope?> OpenAsync(ParkedMessage message, CancellationToken cancellation)
    {
        try
        {
            return await envelopes.OpenAsync(await parked.WholeAsync(message, cancellation), cancellation);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>A message may be parked and still be in the history: it failed after its commit, or came twice. Then the scan belongs to the patron.</summary>
    private async Task<bool> IsInUseAsync(PartnerMessage message, string scanId, CancellationToken cancellation) =>
        RequestIds.IsWellFormed(message.RequestId)
        && await store.ReadAsync(message.RequestId, cancellation) is { Request.Download.Scan.Id: var used } && used == scanId;

    private static string Key(string id) => $"x:{id}";
}
