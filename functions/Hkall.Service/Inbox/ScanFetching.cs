using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Downloads;
using Hkall.Service.Downloads.Fetching;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.Inbox;

/// <summary>
/// Fetches a scan from the address its library gave. The result, found or not, goes through the partner queue as a message, like all
/// messages from a library. Every try uses the same id, so that one scan is attached.
/// </summary>
public sealed class ScanFetching(
    ScanClient client, PartnerDirectory directory, IBlobs blobs, Envelopes envelopes, IRequestScheduler scheduler,
    TimeProvider clock) : IEffectHandler<FetchScan>
{
    /// <summary>Tries at an address, over some four hours: then staff look at it the same day.</summary>
    public const int MostTries = 6;

    public async Task<Attempt> TryAsync(VersionedRequest<PatronRequest> stored, FetchScan effect, OutboxItem item, bool again, CancellationToken cancellation)
    {
        var request = stored.Request;
        if (request.Status != RequestStatus.Unfilled && request.Scanned != new LocatedScan(effect.Symbol, effect.Address))
        {
            return new Attempt.NotNeeded("The scan is here, or is not awaited from there any more.");
        }

        if (await directory.FindAsync(effect.Symbol, cancellation) is not { } partner)
        {
            return new Attempt.Refused($"{effect.Symbol} is not in the directory of partners.");
        }

        var scanId = ScanIds.For(request.Id, effect.Symbol, item.Key);
        var found = await client.FetchAsync(
            effect.Address, partner, (content, stop) => blobs.WriteAsync(BlobContainer.Scans, scanId, content, Uploads.LargestScanBytes, stop), cancellation);
        switch (found)
        {
            case Found.File file when await TypeOfAsync(scanId, cancellation) is { } type:
                await SayAsync(new Scan(scanId, ScanIds.FileNameOf(request.Id, type), type, file.Stored.Bytes, file.Stored.Sha256), null);
                return new Attempt.Delivered();
            case Found.File:
                await blobs.DeleteAsync(BlobContainer.Scans, scanId, cancellation);
                return await GiveUpAsync("It is neither a PDF nor a picture.");
            case Found.NotNow later when item.Tries < MostTries:
                return new Attempt.Later(later.After, later.Why);
            case Found.NotNow last:
                return await GiveUpAsync(last.Why);
            case Found.Nothing nothing:
                return await GiveUpAsync(nothing.Why);
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        async Task<Attempt> GiveUpAsync(string why)
        {
            await SayAsync(null, why);
            return new Attempt.Refused(why);
        }

        async Task SayAsync(Scan? scan, string? unreachable)
        {
            await envelopes.SendAsync(
                new PartnerMessage
                {
                    MessageId = MessageIds.Bounded($"{(scan is null ? "unreachable" : "fetched")}:{item.Key}"),
                    Symbol = effect.Symbol,
                    RequestId = request.Id,
                    ReceivedAt = clock.GetUtcNow(),
                    Scan = scan,
                    Unreachable = unreachable,
                },
                cancellation);
            scheduler.MessageQueued();
        }
    }

    /// <summary>The file type from the first bytes; the server's content type is often wrong.</summary>
    private async Task<string?> TypeOfAsync(string scanId, CancellationToken cancellation)
    {
        await using var content = await blobs.OpenAsync(BlobContainer.Scans, scanId, cancellation);
        var head = new byte[8];
        var read = content is null ? 0 : await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        return ScanIds.TypeOf(head.AsSpan(0, read));
    }
}
