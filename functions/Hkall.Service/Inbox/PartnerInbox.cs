using System.Text.Json;
using Hkall.Domain;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Inbox;

/// <summary>Options for reading the partner queue.</summary>
/// <param name="InvisibleFor">How long a received message is hidden from others; longer than processing it takes.</param>
public sealed record InboxOptions(TimeSpan InvisibleFor)
{
    /// <summary>Tries before a message counts as poison and is parked.</summary>
    public const int MaxDeliveries = 5;
}

/// <summary>
/// Processes the partner queue. A message leaves the queue only when its content is in the request's history, or it is parked
/// with a reason. Its id detects a repetition.
/// </summary>
public sealed partial class PartnerInbox(
    IMessageQueue queue,
    Envelopes envelopes,
    ParkedShares parked,
    PatronRequestProcessor processor,
    RequestStore<PatronRequest, RequestEvent> store,
    RequestCache<PatronRequest> cache,
    IDueRequestProcessor dueRequests,
    LendingInbox lending,
    IBlobs blobs,
    PolicyInForce policy,
    InboxOptions options,
    ILogger<PartnerInbox> log) : IPartnerInbox
{
    public async Task<int> PumpAsync(int max, CancellationToken cancellation)
    {
        var received = await queue.ReceiveAsync(max, options.InvisibleFor, cancellation);
        foreach (var message in received)
        {
            try
            {
                await WorkOffAsync(message.Body, message.Deliveries, cancellation);
                await queue.DeleteAsync(message, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // It comes back when its visibility timeout ends; the last try parks it instead.
                MessageFailed(log, message.Id, message.Deliveries, failure);
            }
        }

        return received.Count;
    }

    /// <summary>Processes one message, for the queue trigger and for the pump. When this returns, the message may be deleted.</summary>
    public async Task WorkOffAsync(string body, int deliveries, CancellationToken cancellation)
    {
        try
        {
            await (deliveries > InboxOptions.MaxDeliveries
                ? parked.ParkAsync(body, ParkedReason.Failed, $"It failed {InboxOptions.MaxDeliveries} times.", null, cancellation)
                : ReadAsync(body, cancellation));
        }
        catch (Exception notNow) when (notNow is StorageUnavailableException or RequestBusyException && deliveries >= InboxOptions.MaxDeliveries)
        {
            // An outage is not the message's fault: it goes back as a new message with a new count.
            await queue.SendAsync(body, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && deliveries >= InboxOptions.MaxDeliveries)
        {
            // Nor is it that this instance was told to end, which on Azure happens whenever there is less to do.
            await queue.SendAsync(body, CancellationToken.None);
        }
    }

    private async Task ReadAsync(string body, CancellationToken cancellation)
    {
        Envelope envelope;
        SupplierNews? news;
        try
        {
            envelope = await envelopes.OpenAsync(body, cancellation);
            news = envelope.Message?.ToNews();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or NotSupportedException)
        {
            await parked.ParkAsync(body, ParkedReason.Malformed, malformed.Message, null, cancellation);
            return;
        }

        if (envelope.Borrower is { } borrowers)
        {
            await HearAsync(borrowers, body, cancellation);
            return;
        }

        if (envelope.Message is not { } message || news is null)
        {
            if (!await WasHeardAsync(envelope, cancellation))
            {
                await parked.ParkAsync(body, ParkedReason.Malformed, "The message's file is gone.", null, cancellation);
            }

            return;
        }

        if (await RefusalAsync(message, news, cancellation) is { } why)
        {
            await parked.ParkAsync(body, why, null, message.Symbol, cancellation);
            return;
        }

        try
        {
            await HearAsync(message, news, cancellation);
        }
        catch (HistoryFullException full)
        {
            await parked.ParkAsync(body, ParkedReason.HistoryFull, full.Message, message.Symbol, cancellation);
            return;
        }

        await envelopes.ThrowAwayAsync(envelope, cancellation);
    }

    private async Task HearAsync(BorrowerMessage message, string body, CancellationToken cancellation)
    {
        using var step = RequestTracing.Step("hear", message.LendingId);
        try
        {
            if (await lending.HearAsync(message, cancellation) is { } why)
            {
                await parked.ParkAsync(body, why, null, message.Symbol, cancellation);
            }
        }
        catch (HistoryFullException full)
        {
            await parked.ParkAsync(body, ParkedReason.HistoryFull, full.Message, message.Symbol, cancellation);
        }
    }

    /// <summary>The file of a message is deleted once processed; a crash after that, or a second copy of the envelope, finds it gone.</summary>
    private async Task<bool> WasHeardAsync(Envelope envelope, CancellationToken cancellation) =>
        RequestIds.IsWellFormed(envelope.RequestId)
        && await store.ReadAsync(envelope.RequestId!, cancellation) is { } stored
        && stored.Request.Heard.Contains(envelope.Mark);

    private async Task HearAsync(PartnerMessage message, SupplierNews news, CancellationToken cancellation)
    {
        using var step = RequestTracing.Step("hear", message.RequestId);
        var outcome = await processor.HandleAsync(message.RequestId, news, Actor.Library(message.Symbol), cancellation);

        // Received before: the first delivery may have ended between the commit and the delivery of its effects.
        if (outcome is NoChange<PatronRequest> { Stored.Stored.Owed.Count: > 0 })
        {
            await dueRequests.ProcessAsync(message.RequestId, cancellation);
        }

        // A repetition is not decided again, and the file may have been stored again for it.
        if (message.Scan is { } scan && outcome is NoChange<PatronRequest>(var heard, _) && !Names(heard.Request, scan.Id))
        {
            await blobs.DeleteAsync(BlobContainer.Scans, scan.Id, cancellation);
        }
    }

    private static bool Names(PatronRequest request, string scanId) =>
        request.Held is not null || (request.Status == RequestStatus.ReadyToDownload && request.Download?.Scan.Id == scanId);

    /// <summary>A library may write only about a request it was asked for, and not without end; staff look at any other message.</summary>
    private async Task<string?> RefusalAsync(PartnerMessage message, SupplierNews news, CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(message.RequestId))
        {
            return ParkedReason.UnknownRequest;
        }

        // A cached request that names the library is proof enough; one that does not may be out of date.
        var stored = cache.Find(message.RequestId);
        if (!Asked(stored, message.Symbol))
        {
            stored = await store.ReadAsync(message.RequestId, cancellation);
        }

        return stored is null ? ParkedReason.UnknownRequest
            : !Asked(stored, message.Symbol) ? ParkedReason.NotAsked
            : message.Status is not null && MessageShares.IsUsedUp(stored.Request.Heard, message.Symbol, message.MessageId, MostOf(news))
                ? ParkedReason.TooManyMessages
            : news.IsWritten && Erased.Is(stored.Request) ? ParkedReason.Erased
            : null;
    }

    /// <summary>Remarks end earlier, so that after many of them the library is still heard when it ships the item.</summary>
    private int MostOf(SupplierNews news) =>
        news is SupplierNoted or RequestAcknowledged or SupplyExpected ? policy.Document.Limits.RemarksPerRequest : policy.Document.Limits.MessagesPerRequest;

    private static bool Asked(VersionedRequest<PatronRequest>? stored, string symbol) =>
        stored?.Request.Rota.Any(entry => entry.Symbol == symbol && entry.WasAsked) == true;

    [LoggerMessage(3201, LogLevel.Warning, "Message {QueueId} failed on delivery {Deliveries}")]
    private static partial void MessageFailed(ILogger log, string queueId, int deliveries, Exception failure);
}
