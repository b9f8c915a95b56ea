using Hkall.Requests;
using Hkall.Service.Outbox;
using Hkall.Service.Telemetry;

namespace Hkall.Service.Turns;

/// <inheritdoc cref="ITurns"/>
public sealed class TurnTaker(RequestDesk desk, Cabinet cabinet, RecentCards recent, Pointers pointers, Courier courier, TimeProvider clock) : ITurns
{
    /// <summary>Deadlines one turn acts on: after an outage each leads to the next, but never for long.</summary>
    public const int DeadlinesPerTurn = 10;

    public async Task<Turn> TakeAsync(string requestId, CancellationToken cancellation)
    {
        using var step = Journey.Step("turn", requestId);
        var card = await cabinet.ReadAsync(requestId, cancellation);
        for (var acted = 0; card is not null && acted < DeadlinesPerTurn; acted++)
        {
            if (card.Request.Deadline is not { } deadline || deadline.At > clock.GetUtcNow())
            {
                break;
            }

            await desk.DoAsync(requestId, new DeadlineReached(deadline.Id), By.Deadline, cancellation, wakeHeld: true);
            card = recent.Find(requestId) ?? await cabinet.ReadAsync(requestId, cancellation);
        }

        if (card is null)
        {
            return new Turn(null, null);
        }

        var owedFrom = await courier.DeliverOwedAsync(card, clock.GetUtcNow(), cancellation);
        var next = RequestDesk.Earlier(card.Request.Deadline?.At, owedFrom);
        await MoveWakeAsync(card, next, cancellation);
        return new Turn(next, card.Request.Deadline);
    }

    /// <summary>Puts the next wake up; only then is the old one no longer needed.</summary>
    private async Task MoveWakeAsync(HeldCard card, DateTimeOffset? next, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var standing = card.Card.Wake;
        if (next is { } wake && !(standing > now && standing <= wake))
        {
            await pointers.PutUpAsync(card.Request.Id, [Keys.Wake(wake, card.Request.Id)], withId: false, card.Partition, cabinet.NewCommitId(), cancellation);
            recent.Amend(card, kept => kept with { Wake = wake });
        }

        if (standing <= now && standing != next)
        {
            pointers.Spend([Keys.Wake(standing.Value, card.Request.Id)]);
        }
    }
}
