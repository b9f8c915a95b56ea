using Hkall.Requests;
using Hkall.Requests.Lending;
using Hkall.Service.Outbox;
using Hkall.Service.Partners;
using Hkall.Service.Storage;
using Hkall.Service.Turns;

namespace Hkall.Service.Lending;

/// <summary>Where the effects of requests to lend go: words to the borrower by the first line that reaches it, scans to the bin, counts to the directory.</summary>
public sealed class LendingRounds(IEnumerable<IBorrowerLine> lines, IBlobs blobs, PartnerCounts counts) : IRounds<LendingRequest>
{
    private readonly IReadOnlyList<IBorrowerLine> _lines = [.. lines];

    public async Task<Attempt> TryAsync(HeldCard<LendingRequest> card, OutboxItem item, bool again, CancellationToken cancellation)
    {
        switch (item.Effect)
        {
            case TellBorrower word:
                foreach (var line in _lines)
                {
                    if (await line.TryAsync(card, word, item, again, cancellation) is { } attempt)
                    {
                        return attempt;
                    }
                }

                return new Attempt.Refused($"Nothing is known by which {word.Symbol} could be told.");
            case DiscardScan discard:
                await blobs.DeleteAsync(BlobContainer.Scans, discard.ScanId, cancellation);
                return new Attempt.Delivered();
            case CountLent lent:
                await counts.LentAsync(lent.Symbol, card.Request.Id, cancellation);
                return new Attempt.Delivered();
            default:
                return new Attempt.Refused($"Nobody delivers {item.Effect.GetType().Name}.");
        }
    }
}
