using System.Security.Cryptography;
using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Inbox;

/// <summary>
/// Takes in the scans that libraries' systems send. Nothing is read before the headers could be those of a signed file, the request awaits a scan
/// from this library, and the stated type is that of a scan. Nothing is stored before the signature is checked.
/// </summary>
public sealed class PartnerFiles(
    PartnerDirectory directory,
    RequestStore<PatronRequest, RequestEvent> store,
    ScanUploads uploads,
    FileReceipts receipts,
    Envelopes envelopes,
    IRequestScheduler scheduler,
    SpoolRoom room,
    MessageLimits limits,
    TimeProvider clock)
{
    public static string PathOf(string symbol, string requestId) => $"/api/partners/{symbol}/requests/{requestId}/file";

    public async Task<IResult> TakeAsync(HttpContext context, string symbol, string id, CancellationToken cancellation)
    {
        var headers = context.Request.Headers;
        if (await directory.FindAsync(symbol, cancellation) is not { } partner
            || !Hearing.Admits(partner)
            || !WebhookSignature.MayFit(
                headers[WebhookSignature.IdHeader], headers[WebhookSignature.TimestampHeader], headers[WebhookSignature.SignatureHeader], clock.GetUtcNow()))
        {
            return PartnerEndpoints.NotSigned();
        }

        // Of a request that it was not asked for a library learns no more than of one that does not exist.
        var messageId = MessageIds.Bounded(headers[WebhookSignature.IdHeader].ToString());
        if (!RequestIds.IsWellFormed(id) || await store.ReadAsync(id, cancellation) is not { } stored || !Awaits(stored.Request, symbol, messageId))
        {
            return Problems.Of(StatusCodes.Status404NotFound, "no-file-expected", "No file is expected from this library for such a request.");
        }

        if (!ScanIds.MayBe(context.Request.ContentType))
        {
            throw ScanUploads.OfOtherType();
        }

        Uploads.AllowLargestScan(context);
        await using var spool = await Spool.ReadAsync(context.Request, Uploads.LargestScanBytes, room, cancellation);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(spool.Content, cancellation));
        if (!IsSigned(partner, headers, PathOf(partner.Symbol, id), spool.Content, sha256))
        {
            return PartnerEndpoints.NotSigned();
        }

        limits.TakeFile(partner.Symbol, spool.Length);
        return await KeepAsync(new PartnerMessage { MessageId = messageId, Symbol = partner.Symbol, RequestId = id, ReceivedAt = clock.GetUtcNow() });

        async Task<IResult> KeepAsync(PartnerMessage message)
        {
            var isRepetition = IsHeard(stored.Request, symbol, messageId);
            var file = isRepetition ? null : await CheckAsync(message, spool.Content, context.Request.ContentType, cancellation);
            if (!await receipts.ClaimAsync(partner.Symbol, messageId, new FileReceipt(id, sha256), cancellation))
            {
                return Problems.Of(
                    StatusCodes.Status409Conflict, "message-id-reused", "This webhook-id was used for another file, or for a file of another request.");
            }

            if (file is not null)
            {
                var scan = await uploads.StoreAsync(id, partner.Symbol, messageId, file, cancellation);
                await SendAsync(message with { Scan = scan }, cancellation);
            }

            return Results.Accepted();
        }
    }

    /// <summary>The library repeats what it got no answer to, also when the request has gone on since.</summary>
    private static bool Awaits(PatronRequest request, string symbol, string messageId) =>
        ExpectedScans.From(request, symbol) || IsHeard(request, symbol, messageId);

    private static bool IsHeard(PatronRequest request, string symbol, string messageId) =>
        request.Heard.Contains(RequestFold.MarkOf(symbol, messageId));

    private bool IsSigned(Partner partner, IHeaderDictionary headers, string path, Stream content, string sha256)
    {
        var (id, time, given) = (headers[WebhookSignature.IdHeader], headers[WebhookSignature.TimestampHeader], headers[WebhookSignature.SignatureHeader]);
        return WebhookSignature.VerifyBound(partner.Secrets, id, time, given, HttpMethods.Put, path, sha256, clock.GetUtcNow())
            || (!partner.BoundSignatures && WebhookSignature.Verify(partner.Secrets, id, time, given, content, clock.GetUtcNow()));
    }

    /// <summary>Of a file with malware the request hears too, so that staff need not wait for the library to notice.</summary>
    private async Task<CheckedFile> CheckAsync(PartnerMessage message, Stream content, string? stated, CancellationToken cancellation)
    {
        try
        {
            return await uploads.CheckAsync(content, stated, cancellation);
        }
        catch (InfectedFileException infected)
        {
            await SendAsync(message with { MessageId = MessageIds.Bounded($"rejected:{message.MessageId}"), Rejected = infected.Message }, cancellation);
            throw;
        }
    }

    private async Task SendAsync(PartnerMessage message, CancellationToken cancellation)
    {
        await envelopes.SendAsync(message, cancellation);
        scheduler.MessageQueued();
    }
}
