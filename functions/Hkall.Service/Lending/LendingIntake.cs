using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Policies;

namespace Hkall.Service.Lending;

/// <summary>Takes lending requests in. The first commit creates the request; the same request again finds it.</summary>
public sealed class LendingIntake(
    RequestStore<LendingRequest, LendingEvent> store,
    LendingRequestProcessor processor,
    KeyedLock locks,
    IOwnHoldings holdings,
    Borrowed borrowed,
    ErasureIndex erasures,
    PolicyInForce policy)
{
    /// <param name="order">All details except those known here: the holding and the borrower's open requests.</param>
    /// <returns>The request, and whether it is new.</returns>
    public async Task<(VersionedRequest<LendingRequest> Card, bool IsNew)> AskAsync(AskToLend order, Actor by, CancellationToken cancellation)
    {
        using var turn = await locks.EnterAsync(order.RequestId, cancellation);
        if (await store.ReadAsync(order.RequestId, order.RequestId, cancellation) is { } known)
        {
            return (known, false);
        }

        order = order with
        {
            Holding = await holdings.FindAsync(order.Item, cancellation),
            OpenWithBorrower = await borrowed.CountAsync(order.Borrower.Symbol, processor.Book.Policy.Lending.MostWithBorrower, cancellation),
        };
        var now = processor.Now;
        var decided = LendingRules.Ask(order, now, await processor.BookAsync(cancellation));

        // This comes before the first row that names a contact person, so that all personal data is one day erased.
        await erasures.PutUpAsync(order.RequestId, policy.Document.Retention.FirstLook(now), cancellation);
        var commit = new Commit<LendingRequest, LendingEvent>(store.NewCommitId(), order.RequestId, Before: null, decided, by, now)
        {
            ListedUnder =
            [
                Keys.Lent(now, order.RequestId),
                Keys.WithBorrower(order.Borrower.Symbol, order.RequestId),
                .. order.Borrower.IsToldByHand ? [Keys.ToldByHand(order.RequestId)] : Array.Empty<string>(),
            ],
        };
        return await processor.CreateAsync(commit, cancellation) is { } committed
            ? (committed.Stored, true)
            : (await store.ReadAsync(order.RequestId, order.RequestId, cancellation) ?? throw new RequestBusyException(order.RequestId), false);
    }
}
