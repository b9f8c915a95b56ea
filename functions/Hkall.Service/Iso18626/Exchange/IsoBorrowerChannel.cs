using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>Sends messages to borrowing libraries that use ISO 18626.</summary>
public sealed class IsoBorrowerChannel(
    PartnerDirectory directory, IsoSupplierChannel line, OwnLibrary own, PublicAddress address, DownloadTokens tokens, TimeProvider clock) : IBorrowerChannel
{
    public async Task<Attempt?> TryAsync(
        VersionedRequest<LendingRequest> stored, MessageBorrower word, OutboxItem item, bool again, CancellationToken cancellation) =>
        await directory.FindAsync(word.Symbol, cancellation) is { Protocol: Protocol.Iso18626, Endpoint: { } endpoint } partner
            ? await line.SendAsync(
                partner, endpoint, OutgoingSupplyMessages.Of(word, stored.Request, own, clock.GetUtcNow(), ScanOf(stored.Request, word)), item.Key,
                cancellation)
            : null;

    /// <summary>The address where the borrowing library's system downloads the scan.</summary>
    private Uri? ScanOf(LendingRequest request, MessageBorrower word) =>
        word.Word == SupplyingAction.CopyCompleted ? address.LentCopy(tokens.For(request.Id)) : null;
}
