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
    ScanClient client, PartnerDirectory directory, ScanUploads uploads, SpoolRoom room, Envelopes envelopes, IRequestScheduler scheduler,
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

        try
        {
            return await FetchAsync(request, effect, partner, item, cancellation);
        }
        catch (InfectedFileException infected)
        {
            await SayAsync("rejected", message => message with { Rejected = infected.Message });
            return new Attempt.Refused(infected.Message);
        }
        catch (BadInputException bad)
        {
            return await GiveUpAsync(
                bad switch
                {
                    { Status: 413 } => new BlobTooLargeException(Uploads.LargestScanBytes).Message,
                    { Code: "encrypted-scan" or "active-scan" } => bad.Message,
                    _ => "It is neither a PDF nor a picture.",
                });
        }
        catch (Exception later) when (later is FileNotScannedException or TooManyUploadsException)
        {
            return item.Tries < MostTries ? new Attempt.Later(null, later.Message) : await GiveUpAsync(later.Message);
        }

        async Task<Attempt> FetchAsync(
            PatronRequest to, FetchScan from, Partner sender, OutboxItem trying, CancellationToken stop)
        {
            Scan? scan = null;
            var found = await client.FetchAsync(
                from.Address,
                sender,
                async (content, ended) =>
                {
                    scan = await StoreAsync(to.Id, from.Symbol, trying.Key, content, ended);
                    return new StoredBlob(scan.Bytes, scan.Sha256);
                },
                stop);
            switch (found)
            {
                case Found.File:
                    await SayAsync("fetched", message => message with { Scan = scan });
                    return new Attempt.Delivered();
                case Found.NotNow later when trying.Tries < MostTries:
                    return new Attempt.Later(later.After, later.Why);
                case Found.NotNow last:
                    return await GiveUpAsync(last.Why);
                case Found.Nothing nothing:
                    return await GiveUpAsync(nothing.Why);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        async Task<Attempt> GiveUpAsync(string why)
        {
            await SayAsync("unreachable", message => message with { Unreachable = why });
            return new Attempt.Refused(why);
        }

        async Task SayAsync(string what, Func<PartnerMessage, PartnerMessage> with)
        {
            var message = new PartnerMessage
            {
                MessageId = MessageIds.Bounded($"{what}:{item.Key}"),
                Symbol = effect.Symbol,
                RequestId = request.Id,
                ReceivedAt = clock.GetUtcNow(),
            };
            await envelopes.SendAsync(with(message), cancellation);
            scheduler.MessageQueued();
        }
    }

    /// <summary>The server's content type is often wrong, so only the content counts.</summary>
    private async Task<Scan> StoreAsync(string requestId, string symbol, string key, Stream content, CancellationToken cancellation)
    {
        await using var spool = await Spool.ReadAsync(content, said: null, Uploads.LargestScanBytes, room, cancellation);
        return await uploads.StoreAsync(requestId, symbol, key, await uploads.CheckAsync(spool.Content, stated: null, cancellation), cancellation);
    }
}
