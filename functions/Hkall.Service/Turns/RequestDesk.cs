using Hkall.Requests;
using Hkall.Service.Outbox;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Turns;

/// <summary>
/// The one path every change of a request takes: load, decide, commit, deliver. Whoever gives the order — patron, staff,
/// partner or deadline — it comes through here.
/// </summary>
public sealed partial class RequestDesk(
    Cabinet cabinet,
    RecentCards recent,
    OneAtATime turnstile,
    Courier courier,
    IWaker waker,
    RuleBook book,
    TimeProvider clock,
    ILogger<RequestDesk> log)
{
    /// <summary>Tries at a commit when others change the request at the same time; each failure means that another one succeeded.</summary>
    public const int MaxTries = 12;

    public DateTimeOffset Now => clock.GetUtcNow();

    public RuleBook Book => book;

    /// <exception cref="RequestBusyException">Others kept coming first.</exception>
    public async Task<Outcome> DoAsync(string requestId, RequestCommand command, string by, CancellationToken cancellation, bool wakeHeld = false)
    {
        var (outcome, committed) = await DecideAsync(requestId, command, by, wakeHeld, cancellation);
        if (committed is not null)
        {
            await FollowUpAsync(committed, cancellation);
        }

        return outcome;
    }

    /// <summary>
    /// Delivers what a commit caused and tells the waker when to look again. What is committed stands and is answered as done,
    /// whatever fails here: the wakes put up before it lead a later turn to what is left.
    /// </summary>
    public async Task FollowUpAsync(Committed committed, CancellationToken cancellation)
    {
        var request = committed.Card.Request;
        try
        {
            var owedFrom = await courier.DeliverAsync(committed, clock.GetUtcNow(), cancellation);
            await waker.WakeAsync(request.Id, new Turn(Earlier(request.Deadline?.At, Earlier(owedFrom, committed.Card.Card.OwedFrom)), request.Deadline), cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LeftToALaterTurn(log, request.Id, committed.Entry.Number, failure);
        }
    }

    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one < other ? one : other;

    private async Task<(Outcome, Committed?)> DecideAsync(string requestId, RequestCommand command, string by, bool wakeHeld, CancellationToken cancellation)
    {
        using var turn = await turnstile.EnterAsync(requestId, cancellation);
        var commit = cabinet.NewCommitId();
        var remembered = recent.Find(requestId);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var card = remembered ?? await cabinet.ReadAsync(requestId, cancellation);
            if (card is null)
            {
                return (new NoSuchRequest(), null);
            }

            var now = clock.GetUtcNow();
            var decision = RequestRules.Decide(card.Request, command, now, book);

            // "No" and "nothing" are said on the stored version only: what is remembered may be out of date.
            if (remembered is not null && decision is not Decided)
            {
                remembered = null;
                continue;
            }

            remembered = null;
            var (request, events, effects) = decision switch
            {
                Decided decided => (decided.Request, decided.Events, decided.Effects),
                Ignored ignored => (ignored.Request, ignored.Events, ignored.Effects),
                _ => (card.Request, [], []),
            };
            if (decision is Refused refused)
            {
                return (new TurnedDown(refused.Refusal, refused.Why), null);
            }

            if (events.Count == 0)
            {
                return (new Nothing(card, ((Ignored)decision).Why), null);
            }

            if (await cabinet.CommitAsync(card.Partition, card, request, events, effects, by, now, [], commit, wakeHeld, cancellation) is { } committed)
            {
                Outcome outcome = decision is Ignored { Why: var why } ? new Nothing(committed.Card, why) : new Done(committed.Card);
                return (outcome, committed);
            }
        }

        throw new RequestBusyException(requestId);
    }

    [LoggerMessage(3102, LogLevel.Warning, "The effects of entry {Entry} of request {RequestId} are left to a later turn")]
    private static partial void LeftToALaterTurn(ILogger log, string requestId, int entry, Exception failure);
}
