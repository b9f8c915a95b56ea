using Hkall.Requests;
using Hkall.Service.Outbox;
using Hkall.Service.Storage;
using Hkall.Service.Turns;

namespace Hkall.Service.Downloads;

/// <summary>Deletes a scan that may no longer be downloaded.</summary>
public sealed class ScanDiscarding(IBlobs blobs) : IEffectDelivery<DiscardScan>
{
    public async Task<Attempt> TryAsync(HeldCard card, DiscardScan effect, OutboxItem item, bool again, CancellationToken cancellation)
    {
        await blobs.DeleteAsync(BlobContainer.Scans, effect.ScanId, cancellation);
        return new Attempt.Delivered();
    }
}
