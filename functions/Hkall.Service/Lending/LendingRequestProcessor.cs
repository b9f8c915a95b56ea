using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Lending;

/// <summary>The processor of lending requests: the same path, with the lending rules.</summary>
public sealed class LendingRequestProcessor(
    RequestStore<LendingRequest, LendingEvent> store,
    RequestCache<LendingRequest> cache,
    KeyedLock locks,
    OutboxDispatcher<LendingRequest, LendingEvent> dispatcher,
    IRequestScheduler scheduler,
    RuleBooks books,
    TimeProvider clock,
    RequestIndex index,
    ILogger<LendingRequestProcessor> log)
    : RequestProcessor<LendingRequest, LendingEvent, LendingCommand>(store, cache, locks, dispatcher, scheduler, books, clock, log)
{
    public override LendingCommand DeadlineCommand(Deadline deadline) => new LendingDeadlineReached(deadline.Id);

    /// <summary>Nothing leads to a closed request any more; in which the borrower wrote, staff find it here.</summary>
    protected override IReadOnlyList<string> ListsOf(LendingRequest request) =>
        request is { IsOpen: false, Unread: not null } ? [Keys.ClosedButOwed(request.Id)] : [];

    protected override Decision<LendingRequest, LendingEvent> Decide(LendingRequest request, LendingCommand command, DateTimeOffset now) =>
        LendingRules.Decide(request, command, now, Book);

    /// <summary>A closed request no longer counts as open for its borrower.</summary>
    protected override void OnCommitted(LendingRequest request)
    {
        if (!request.IsOpen)
        {
            index.MarkObsolete(
            [
                Keys.WithBorrower(request.Borrower.Symbol, request.Id),
                .. request.ToTell is null ? [Keys.ToldByHand(request.Id)] : Array.Empty<string>(),
            ]);
        }
    }
}
