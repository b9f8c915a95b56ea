using Hkall.Domain;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Engine;

/// <summary>The processor for requests that patrons make of other libraries.</summary>
public sealed class PatronRequestProcessor(
    RequestStore<PatronRequest, RequestEvent> store,
    RequestCache<PatronRequest> cache,
    KeyedLock locks,
    OutboxDispatcher<PatronRequest, RequestEvent> dispatcher,
    IRequestScheduler scheduler,
    RuleBook book,
    TimeProvider clock,
    ILogger<PatronRequestProcessor> log)
    : RequestProcessor<PatronRequest, RequestEvent, RequestCommand>(store, cache, locks, dispatcher, scheduler, book, clock, log)
{
    public override RequestCommand DeadlineCommand(Deadline deadline) => new DeadlineReached(deadline.Id);

    protected override Decision<PatronRequest, RequestEvent> Decide(PatronRequest request, RequestCommand command, DateTimeOffset now) =>
        RequestRules.Decide(request, command, now, Book);
}
