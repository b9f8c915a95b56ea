using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hkall.Service.Storage;
using Hkall.Service.Turns;

namespace Hkall.Service.Inbox;

/// <summary>
/// What lies on the queue: the message itself, or the name of the file it was put in because it is too large for the queue
/// (claim check).
/// </summary>
public sealed record Envelope(PartnerMessage? Message, string? Claim);

/// <summary>Puts messages on the queue and takes them out of their envelopes.</summary>
public sealed class Envelopes(IMessageQueue queue, IBlobs blobs)
{
    /// <summary>The largest message taken from a partner (field practice: 100–256 KiB).</summary>
    public const int LargestMessageBytes = 256 * 1024;

    /// <summary>Puts the message on the queue: first its content, then the word that it is there.</summary>
    public async Task SendAsync(PartnerMessage message, CancellationToken cancellation)
    {
        var body = DeskJson.Write(new Envelope(message, null));
        if (Encoding.UTF8.GetByteCount(body) > IMessageQueue.MaxBodyBytes)
        {
            var claim = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.Symbol}/{message.MessageId}")));
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(DeskJson.Write(message)));
            await blobs.WriteAsync(BlobContainer.Messages, claim, content, 2 * LargestMessageBytes, cancellation);
            body = DeskJson.Write(new Envelope(null, claim));
        }

        await queue.SendAsync(body, cancellation);
    }

    /// <exception cref="JsonException">It is not an envelope, or the file it names is gone or no message.</exception>
    public async Task<(PartnerMessage Message, string? Claim)> OpenAsync(string body, CancellationToken cancellation)
    {
        var envelope = DeskJson.Read<Envelope>(body);
        if (envelope.Message is { } message)
        {
            return (message, null);
        }

        if (envelope.Claim is not { } claim)
        {
            throw new JsonException("The envelope is empty.");
        }

        await using var content = await blobs.OpenAsync(BlobContainer.Messages, claim, cancellation)
            ?? throw new JsonException("The message's file is gone.");
        return (await JsonSerializer.DeserializeAsync<PartnerMessage>(content, DeskJson.Stored, cancellation) ?? throw new JsonException("The message's file is empty."), claim);
    }

    public Task ThrowAwayAsync(string? claim, CancellationToken cancellation) =>
        claim is null ? Task.CompletedTask : blobs.DeleteAsync(BlobContainer.Messages, claim, cancellation);
}
