using Hkall.Domain.Lending;
using Hkall.Service.Engine;

namespace Hkall.Service.Lending;

/// <summary>One way of telling borrowing libraries something. The first that reaches the borrower is taken; mail is the last.</summary>
public interface IBorrowerChannel
{
    /// <returns>Null where this borrower is not reached this way.</returns>
    /// <param name="item">Its key is the idempotency key and the same on every try.</param>
    /// <param name="again">A try before this one ended without an answer: it may have been delivered.</param>
    Task<Attempt?> TryAsync(VersionedRequest<LendingRequest> stored, MessageBorrower word, OutboxItem item, bool again, CancellationToken cancellation);
}
