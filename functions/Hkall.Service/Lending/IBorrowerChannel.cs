using Hkall.Domain.Lending;
using Hkall.Service.Engine;

namespace Hkall.Service.Lending;

/// <summary>A channel for messages to borrowing libraries. The first one that reaches the borrower is used; mail comes last.</summary>
public interface IBorrowerChannel
{
    /// <returns>Null if this channel does not reach the borrower.</returns>
    /// <param name="item">Its key is the idempotency key and the same on every try.</param>
    /// <param name="again">An earlier try ended without an answer: the message may have been delivered.</param>
    Task<Attempt?> TryAsync(VersionedRequest<LendingRequest> stored, MessageBorrower word, OutboxItem item, bool again, CancellationToken cancellation);
}
