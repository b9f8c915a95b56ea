using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Supplying;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Engine;

/// <summary>The processor for requests that patrons make of other libraries.</summary>
public sealed class PatronRequestProcessor(
    RequestStore<PatronRequest, RequestEvent> store,
    RequestCache<PatronRequest> cache,
    KeyedLock locks,
    OutboxDispatcher<PatronRequest, RequestEvent> dispatcher,
    IRequestScheduler scheduler,
    RuleBooks books,
    RateTable rates,
    TimeProvider clock,
    ILogger<PatronRequestProcessor> log)
    : RequestProcessor<PatronRequest, RequestEvent, RequestCommand>(store, cache, locks, dispatcher, scheduler, books, clock, log)
{
    public override RequestCommand DeadlineCommand(Deadline deadline) => new DeadlineReached(deadline.Id);

    /// <summary>Nothing leads to a closed request any more; in which somebody wrote, or a library is to be told something, staff find it here.</summary>
    protected override IReadOnlyList<string> ListsOf(PatronRequest request) => OpenRequests.IsClosedButOwed(request) ? [Keys.ClosedButOwed(request.Id)] : [];

    protected override Decision<PatronRequest, RequestEvent> Decide(PatronRequest request, RequestCommand command, DateTimeOffset now) =>
        RequestRules.Decide(request, command, now, Book);

    protected override async ValueTask<Decision<PatronRequest, RequestEvent>> DecideAsync(
        PatronRequest request, RequestCommand command, DateTimeOffset now, CancellationToken cancellation) => NeedsRates(request, command)
        ? RequestRules.Decide(request, command, now, Book with { Rates = await rates.CurrentAsync(cancellation) })
        : Decide(request, command, now);

    /// <summary>Most requests cost nothing or are charged in our own currency, and read no rates.</summary>
    private static bool NeedsRates(PatronRequest request, RequestCommand command)
    {
        var named = command switch
        {
            Conditional news => news.Cost,
            RetryOffered news => news.Cost,
            Shipped news => news.Cost,
            CopyReady news => news.Cost,
            DeclareLost order => order.ReplacementCost,
            _ => null,
        };
        return IsForeign(named) || IsForeign(request.Quote?.Cost) || IsForeign(request.Conditions?.Cost) || IsForeign(request.AcceptedCost)
            || IsForeign(request.Charge?.Cost) || IsForeign(request.MaxCost);
    }

    private static bool IsForeign(Money? money) => money is not null && money.Currency != ExchangeRates.Own;
}
