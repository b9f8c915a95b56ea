using System.Text;
using System.Text.Json;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Storage;

namespace Hkall.Service.Inbox;

/// <summary>
/// A queue message: the partner's message itself, or the name of the file that holds it if it is too large for the queue
/// (claim check).
/// </summary>
/// <param name="RequestId">With a claim: the request it is about.</param>
/// <param name="Mark">With a claim: the message's mark in that request's inbox. The file is deleted once processed, and the envelope may come again.</param>
/// <param name="Borrower">The message, if it comes from a library that borrows from us.</param>
public sealed record Envelope(PartnerMessage? Message, string? Claim, string? RequestId = null, string? Mark = null, BorrowerMessage? Borrower = null);

/// <summary>Puts messages on the queue in envelopes, and opens the envelopes.</summary>
public sealed class Envelopes(IMessageQueue queue, IBlobs blobs, IRandom random)
{
    /// <summary>The largest message accepted from a partner (field practice: 100–256 KiB).</summary>
    public const int LargestMessageBytes = 256 * 1024;

    private const int ClaimBytes = 20;

    /// <summary>Puts the message on the queue. A large one is stored first, then its claim is queued.</summary>
    public async Task SendAsync(PartnerMessage message, CancellationToken cancellation)
    {
        var body = StoredJson.Write(new Envelope(message, null));
        if (Encoding.UTF8.GetByteCount(body) > IMessageQueue.MaxBodyBytes)
        {
            // Each sending has its own name: a partner may use one id for two messages, and processing the first deletes its file.
            var claim = RequestIds.Base32(random.Bytes(ClaimBytes));
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(StoredJson.Write(message)));
            await blobs.WriteAsync(BlobContainer.Messages, claim, content, 2 * LargestMessageBytes, cancellation);
            body = StoredJson.Write(new Envelope(null, claim, message.RequestId, RequestFold.MarkOf(message.Symbol, message.MessageId)));
        }

        await queue.SendAsync(body, cancellation);
    }

    /// <summary>Puts a borrowing library's message on the queue. Its texts have limits, so it always fits.</summary>
    public Task SendAsync(BorrowerMessage message, CancellationToken cancellation) =>
        queue.SendAsync(StoredJson.Write(new Envelope(null, null, Borrower: message)), cancellation);

    /// <returns>The envelope with its message, or without one if its file is gone.</returns>
    /// <exception cref="JsonException">The body is not an envelope, or its file is not a message.</exception>
    public async Task<Envelope> OpenAsync(string body, CancellationToken cancellation)
    {
        var envelope = StoredJson.Read<Envelope>(body);
        if (envelope.Message is not null || envelope.Borrower is not null)
        {
            return envelope;
        }

        if (envelope.Claim is not { } claim)
        {
            throw new JsonException("The envelope is empty.");
        }

        await using var content = await blobs.OpenAsync(BlobContainer.Messages, claim, cancellation);
        return content is null
            ? envelope
            : envelope with
            {
                Message = await JsonSerializer.DeserializeAsync<PartnerMessage>(content, StoredJson.Stored, cancellation)
                    ?? throw new JsonException("The message's file is empty."),
            };
    }

    public Task ThrowAwayAsync(Envelope envelope, CancellationToken cancellation) =>
        envelope.Claim is { } claim ? blobs.DeleteAsync(BlobContainer.Messages, claim, cancellation) : Task.CompletedTask;
}
