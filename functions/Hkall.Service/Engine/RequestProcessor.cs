using Hkall.Domain;
using Hkall.Service.Storage;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Engine;

/// <summary>
/// The one path for every change of a request: load, decide, commit, deliver. Commands of patrons, staff, partners and
/// deadlines all come through here, and so do new requests, which differ only in the facts that their rules need. Borrowing and lending differ only in their
/// rules.
/// </summary>
public abstract partial class RequestProcessor<TRequest, TEvent, TCommand>(
    RequestStore<TRequest, TEvent> store,
    RequestCache<TRequest> cache,
    KeyedLock locks,
    OutboxDispatcher<TRequest, TEvent> dispatcher,
    IRequestScheduler scheduler,
    RuleBooks books,
    TimeProvider clock,
    ILogger log)
    where TRequest : class, IRequestState
    where TEvent : class
{
    /// <summary>Tries at a commit while others change the request at the same time; each failure means that another commit succeeded.</summary>
    public const int MaxTries = 12;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The figures and the calendar, as this host knows them.</summary>
    public RuleBook Book => books.Current;

    /// <summary>The same, as they were some seconds ago at most.</summary>
    public ValueTask<RuleBook> BookAsync(CancellationToken cancellation) => books.CurrentAsync(cancellation);

    /// <summary>The command for a deadline that has come due.</summary>
    public abstract TCommand DeadlineCommand(Deadline deadline);

    /// <param name="alongside">Makes a row of the same partition, written in the same transaction, from the request after the change.</param>
    /// <param name="terms">What the giver of the order saw, and the id of the order; null for deadlines and messages, which see nothing.</param>
    /// <exception cref="RequestBusyException">Other writers committed first on every try.</exception>
    public async Task<Outcome<TRequest>> HandleAsync(
        string requestId, TCommand command, Actor by, CancellationToken cancellation, bool dueEntryHeld = false,
        Func<TRequest, string, RowWrite?>? alongside = null, OrderTerms? terms = null)
    {
        var order = new Ordered(command, by, terms ?? OrderTerms.None, dueEntryHeld, alongside);
        var (outcome, committed) = await DecideAsync(requestId, order, cancellation);
        if (committed is not null)
        {
            await FollowUpAsync(committed, cancellation);
        }

        return outcome;
    }

    /// <summary>Stores a new request that the rules decided on, then does with it what follows every commit.</summary>
    /// <param name="onStored">Called once the request is stored, before its effects are delivered. A crash may skip the call, so use it only for hints.</param>
    /// <returns>Null if another commit came first.</returns>
    public async Task<Committed<TRequest, TEvent>?> CreateAsync(Commit<TRequest, TEvent> commit, CancellationToken cancellation, Action? onStored = null)
    {
        if (await CommitAsync(commit, cancellation) is not { } committed)
        {
            return null;
        }

        onStored?.Invoke();
        await FollowUpAsync(committed, cancellation);
        return committed;
    }

    /// <summary>Called once a change is committed. A crash may skip the call, so use it only for hints.</summary>
    protected virtual void OnCommitted(TRequest request)
    {
    }

    /// <summary>The lists that a changed request belongs to from now on, by its index keys; they are written before it.</summary>
    protected virtual IReadOnlyList<string> ListsOf(TRequest request) => [];

    /// <summary>Collects what the rules need besides the request, and asks them.</summary>
    protected virtual ValueTask<Decision<TRequest, TEvent>> DecideAsync(
        TRequest request, TCommand command, DateTimeOffset now, CancellationToken cancellation) => ValueTask.FromResult(Decide(request, command, now));

    /// <summary>The rules: what follows from the command, given the request's state.</summary>
    protected abstract Decision<TRequest, TEvent> Decide(TRequest request, TCommand command, DateTimeOffset now);

    private async Task<Committed<TRequest, TEvent>?> CommitAsync(Commit<TRequest, TEvent> commit, CancellationToken cancellation)
    {
        var committed = await store.CommitAsync(commit, cancellation);
        if (committed is not null)
        {
            OnCommitted(committed.Stored.Request);
        }

        return committed;
    }

    /// <summary>
    /// Delivers the effects of a commit and tells the scheduler when to look again. A commit stands and is reported as done even if
    /// this fails: the due entries added before it lead a later run to the effects that are left.
    /// </summary>
    private async Task FollowUpAsync(Committed<TRequest, TEvent> committed, CancellationToken cancellation)
    {
        var request = committed.Stored.Request;
        try
        {
            var owedFrom = await dispatcher.DeliverAsync(committed, clock.GetUtcNow(), cancellation);
            await scheduler.ScheduleAsync(
                request.Id, new NextRun(Instants.Earlier(request.Deadline?.At, Instants.Earlier(owedFrom, committed.Stored.Stored.OwedFrom)), request.Deadline),
                cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LeftToALaterTurn(log, request.Id, committed.Entry.Number, failure);
        }
    }

    private async Task<(Outcome<TRequest>, Committed<TRequest, TEvent>?)> DecideAsync(string requestId, Ordered order, CancellationToken cancellation)
    {
        using var turn = await locks.EnterAsync(requestId, cancellation);
        var commitId = store.NewCommitId();
        var remembered = cache.Find(requestId);
        await books.CurrentAsync(cancellation);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var stored = remembered ?? await store.ReadAsync(requestId, cancellation);
            if (stored is null)
            {
                return (new NoSuchRequest<TRequest>(), null);
            }

            var now = clock.GetUtcNow();
            var unmet = Unmet(stored, order);
            var decision = unmet is null ? await DecideAsync(stored.Request, order.Command, now, cancellation) : null;

            // Only the stored version may refuse or ignore a command: the cached one may be out of date.
            if (remembered is not null && decision is not Decided<TRequest, TEvent>)
            {
                remembered = null;
                continue;
            }

            remembered = null;
            if (unmet is not null)
            {
                return (unmet, null);
            }

            if (decision is Refused<TRequest, TEvent> refused)
            {
                return (new CommandRefused<TRequest>(refused.Refusal, refused.Why), null);
            }

            var ignored = decision as Ignored<TRequest, TEvent>;
            if (ignored is { Events: [] })
            {
                return (new NoChange<TRequest>(stored, ignored.Why), null);
            }

            var change = (Change<TRequest, TEvent>)decision!;
            RowWrite[] with = ignored is null && order.Alongside?.Invoke(change.Request, commitId) is { } write ? [write] : [];
            var commit = new Commit<TRequest, TEvent>(commitId, stored.Partition, stored, change, order.By, now)
            {
                Alongside = with,
                DueEntryHeld = order.DueEntryHeld,
                Order = order.Given,
                ListedUnder = ListsOf(change.Request),
            };
            if (await CommitAsync(commit, cancellation) is { } committed)
            {
                return (ignored is null ? new Done<TRequest>(committed.Stored) : new NoChange<TRequest>(committed.Stored, ignored.Why), committed);
            }
        }

        throw new RequestBusyException(requestId);
    }

    /// <summary>
    /// What stands against an order before the rules are asked. The same order given again is known before its version is looked at: the
    /// first time changed it.
    /// </summary>
    private static Outcome<TRequest>? Unmet(VersionedRequest<TRequest> stored, Ordered order) =>
        order.Given is { } given && stored.Stored.Orders?.FirstOrDefault(known => known.Key == given.Key) is { } known
            ? known.Content == given.Content ? new Done<TRequest>(stored) { Before = true } : new OrderIdReused<TRequest>()
            : order.Terms.Holds(stored) ? null : new ChangedSince<TRequest>(stored);

    private sealed record Ordered(TCommand Command, Actor By, OrderTerms Terms, bool DueEntryHeld, Func<TRequest, string, RowWrite?>? Alongside)
    {
        /// <summary>The order as the request remembers it; null if it has no id.</summary>
        public GivenOrder? Given { get; } = Terms.Order(By);
    }

    [LoggerMessage(3102, LogLevel.Warning, "The effects of entry {Entry} of request {RequestId} are left to a later turn")]
    private static partial void LeftToALaterTurn(ILogger log, string requestId, int entry, Exception failure);
}
