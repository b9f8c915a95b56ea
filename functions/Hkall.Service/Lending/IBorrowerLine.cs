using Hkall.Requests.Lending;
using Hkall.Service.Outbox;
using Hkall.Service.Turns;

namespace Hkall.Service.Lending;

/// <summary>One way of telling borrowing libraries something. The first that reaches the borrower is taken; mail is the last.</summary>
public interface IBorrowerLine
{
    /// <returns>Null where this borrower is not reached this way.</returns>
    /// <param name="item">Its key is the idempotency key and the same on every try.</param>
    /// <param name="again">A try before this one ended without an answer: it may have been delivered.</param>
    Task<Attempt?> TryAsync(HeldCard<LendingRequest> card, TellBorrower word, OutboxItem item, bool again, CancellationToken cancellation);
}
