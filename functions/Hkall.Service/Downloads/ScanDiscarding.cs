using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Downloads;

/// <summary>Deletes a scan that may no longer be downloaded.</summary>
public sealed class ScanDiscarding(IBlobs blobs) : IEffectHandler<DiscardScan>
{
    public async Task<Attempt> TryAsync(VersionedRequest<PatronRequest> stored, DiscardScan effect, OutboxItem item, bool again, CancellationToken cancellation)
    {
        await blobs.DeleteAsync(BlobContainer.Scans, effect.ScanId, cancellation);
        return new Attempt.Delivered();
    }
}
