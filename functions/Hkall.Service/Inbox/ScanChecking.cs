using Hkall.Domain;
using Hkall.Domain.Supplying;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.Inbox;

/// <summary>
/// Asks what a scanner has found in a stored scan. The result goes through the partner queue as a message, like all news about a library: a
/// clean scan arrives, and of any other the request hears why nobody gets it.
/// </summary>
public sealed class ScanChecking(
    IFileScanner scanner, IBlobs blobs, Envelopes envelopes, IRequestScheduler scheduler, TimeProvider clock) : IEffectHandler<CheckScan>
{
    /// <summary>A scanner in the storage takes seconds as a rule, so the first tries follow closely.</summary>
    public const int QuickTries = 3;

    /// <summary>Tries over some eleven hours: a scan that is not checked by then waits for staff.</summary>
    public const int MostTries = 6;

    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(30);

    public async Task<Attempt> TryAsync(VersionedRequest<PatronRequest> stored, CheckScan effect, OutboxItem item, bool again, CancellationToken cancellation)
    {
        var message = new PartnerMessage
        {
            MessageId = MessageIds.Bounded($"checked:{item.Key}"),
            Symbol = effect.Symbol,
            RequestId = stored.Request.Id,
            ReceivedAt = clock.GetUtcNow(),
        };
        switch (await scanner.OfStoredAsync(effect.Scan.Id, cancellation))
        {
            case FileVerdict.Clean:
                return await SayAsync(message with { Scan = effect.Scan with { Unchecked = false } });
            case FileVerdict.Infected infected:
                return await RejectAsync(new InfectedFileException(Excerpt.Of(infected.Malware, ScanUploads.LongestMalware)!).Message);
            case FileVerdict.NotNow later when item.Tries < MostTries:
                return new Attempt.Later(item.Tries <= QuickTries ? SoonAgain : null, later.Why);
            case FileVerdict.NotNow last:
                return await RejectAsync($"It could not be checked for malware: {last.Why}");
            default:
                return new Attempt.Later(null, "The scanner says nothing about stored files.");
        }

        // Told first: after a crash in between, the next try still finds the file and its verdict.
        async Task<Attempt> RejectAsync(string why)
        {
            await SayAsync(message with { Rejected = why });
            await blobs.DeleteAsync(BlobContainer.Scans, effect.Scan.Id, cancellation);
            return new Attempt.Delivered();
        }

        async Task<Attempt> SayAsync(PartnerMessage told)
        {
            await envelopes.SendAsync(told, cancellation);
            scheduler.MessageQueued();
            return new Attempt.Delivered();
        }
    }
}
