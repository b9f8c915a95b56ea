using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Storage;

namespace Hkall.Service.Lending;

/// <summary>
/// Routes the effects of lending requests: sends messages over the first channel that reaches the borrower, deletes scans, and counts in the directory.
/// </summary>
public sealed class LendingEffectRouter(IEnumerable<IBorrowerChannel> lines, IBlobs blobs, PartnerCounts counts) : IEffectRouter<LendingRequest>
{
    private readonly IReadOnlyList<IBorrowerChannel> _lines = [.. lines];

    public async Task<Attempt> TryAsync(VersionedRequest<LendingRequest> stored, OutboxItem item, bool again, CancellationToken cancellation)
    {
        switch (item.Effect)
        {
            case MessageBorrower word:
                foreach (var line in _lines)
                {
                    if (await line.TryAsync(stored, word, item, again, cancellation) is { } attempt)
                    {
                        return attempt;
                    }
                }

                return new Attempt.Refused($"Nothing is known by which {word.Symbol} could be told.");
            case DiscardScan discard:
                await blobs.DeleteAsync(BlobContainer.Scans, discard.ScanId, cancellation);
                return new Attempt.Delivered();
            case CountLent lent:
                await counts.LentAsync(lent.Symbol, stored.Request.Id, cancellation);
                return new Attempt.Delivered();
            default:
                return new Attempt.Refused($"Nobody delivers {item.Effect.GetType().Name}.");
        }
    }
}
