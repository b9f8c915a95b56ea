using Hkall.Requests;
using Hkall.Service.Outbox;
using Hkall.Service.Telemetry;

namespace Hkall.Service.Turns;

/// <inheritdoc cref="ITurns"/>
public class TurnTaker<TRequest, TEvent, TCommand>(
    Desk<TRequest, TEvent, TCommand> desk,
    Cabinet<TRequest, TEvent> cabinet,
    RecentCards<TRequest> recent,
    Pointers pointers,
    Courier<TRequest, TEvent> courier,
    TimeProvider clock) : ITurns
    where TRequest : class, IKept
    where TEvent : class
{
    /// <summary>Deadlines one turn acts on: after an outage each leads to the next, but never for long.</summary>
    public const int DeadlinesPerTurn = 10;

    public async Task<Turn> TakeAsync(string requestId, CancellationToken cancellation)
    {
        using var step = Journey.Step("turn", requestId);

        // Where the card remembered says that the deadline is due, it is acted on as it is: a commit on an old version fails.
        // That nothing is due is believed of the stored version only.
        var remembered = recent.Find(requestId);
        var card = remembered?.Request.Deadline?.At <= clock.GetUtcNow() ? remembered : await cabinet.ReadAsync(requestId, cancellation);
        for (var acted = 0; card is not null && acted < DeadlinesPerTurn; acted++)
        {
            if (card.Request.Deadline is not { } deadline || deadline.At > clock.GetUtcNow())
            {
                break;
            }

            await desk.DoAsync(requestId, desk.Reached(deadline), By.Deadline, cancellation, wakeHeld: true);
            card = recent.Find(requestId) ?? await cabinet.ReadAsync(requestId, cancellation);
        }

        if (card is null)
        {
            return new Turn(null, null);
        }

        var owed = await courier.DeliverOwedAsync(card, clock.GetUtcNow(), cancellation);
        await PutUpNextAsync(card, owed, cancellation);
        return new Turn(Instants.Earlier(card.Request.Deadline?.At, Instants.Earliest(owed)), card.Request.Deadline);
    }

    /// <summary>
    /// Puts up the wakes of the deadline and of everything still owed; only then is the one that has come due no longer needed.
    /// What is owed has wakes of its own: the deadline's is taken down by whichever commit moves the deadline.
    /// </summary>
    private async Task PutUpNextAsync(HeldCard<TRequest> card, IReadOnlyDictionary<int, DateTimeOffset> owed, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (id, standing) = (card.Request.Id, card.Card.Wake);
        var keys = owed.Select(entry => Keys.Guard(entry.Value, id, entry.Key)).ToList();
        var next = card.Request.Deadline is null ? null : standing;
        if (card.Request.Deadline?.At is { } deadline && !(standing?.At > now && standing.At <= deadline))
        {
            next = new StandingWake(deadline, card.Card.Journal);
            keys.Add(next.KeyOf(id));
        }

        if (keys.Count > 0)
        {
            await pointers.PutUpAsync(id, keys, withId: false, card.Partition, cabinet.NewCommitId(), cancellation);
        }

        recent.Amend(card, kept => kept with { Wake = next, OwedFrom = Instants.Earliest(owed) });
        if (standing?.At <= now && standing != next)
        {
            pointers.Spend([standing.KeyOf(id)]);
        }
    }
}
