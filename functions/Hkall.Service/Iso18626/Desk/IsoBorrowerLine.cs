using Hkall.Requests.Lending;
using Hkall.Service.Downloads;
using Hkall.Service.Lending;
using Hkall.Service.Outbox;
using Hkall.Service.Partners;
using Hkall.Service.Turns;

namespace Hkall.Service.Iso18626.Desk;

/// <summary>Tells borrowing libraries that speak ISO 18626.</summary>
public sealed class IsoBorrowerLine(PartnerDirectory directory, IsoLine line, OwnLibrary own, PublicAddress address, DownloadTokens tokens, TimeProvider clock) : IBorrowerLine
{
    public async Task<Attempt?> TryAsync(HeldCard<LendingRequest> card, TellBorrower word, OutboxItem item, bool again, CancellationToken cancellation) =>
        await directory.FindAsync(word.Symbol, cancellation) is { Protocol: Protocol.Iso18626, Endpoint: { } endpoint } partner
            ? await line.SendAsync(partner, endpoint, BorrowerWordsOut.Of(word, card.Request, own, clock.GetUtcNow(), ScanOf(card.Request, word)), item.Key, cancellation)
            : null;

    /// <summary>Where the borrowing library's system takes the scan.</summary>
    private Uri? ScanOf(LendingRequest request, TellBorrower word) =>
        word.Word == LendingWord.CopyCompleted ? address.LentCopy(tokens.For(request.Id)) : null;
}
