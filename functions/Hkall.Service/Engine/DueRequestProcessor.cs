using Hkall.Domain;
using Hkall.Service.Telemetry;

namespace Hkall.Service.Engine;

/// <inheritdoc cref="IDueRequestProcessor"/>
public sealed class DueRequestProcessor<TRequest, TEvent, TCommand>(
    RequestProcessor<TRequest, TEvent, TCommand> processor,
    RequestStore<TRequest, TEvent> store,
    RequestCache<TRequest> cache,
    RequestIndex index,
    OutboxDispatcher<TRequest, TEvent> dispatcher,
    TimeProvider clock) : IDueRequestProcessor
    where TRequest : class, IRequestState
    where TEvent : class
{
    /// <summary>The most deadlines one run acts on. After an outage each may lead to the next; the limit keeps the run short.</summary>
    public const int DeadlinesPerRun = 10;

    public async Task<NextRun> ProcessAsync(string requestId, CancellationToken cancellation)
    {
        using var step = RequestTracing.Step("turn", requestId);

        // If the cached request says that its deadline is due, we act on it as it is: a commit on an old version fails.
        // Only the stored version can say that nothing is due.
        var remembered = cache.Find(requestId);
        var stored = remembered?.Request.Deadline?.At <= clock.GetUtcNow() ? remembered : await store.ReadAsync(requestId, cancellation);
        for (var acted = 0; stored is not null && acted < DeadlinesPerRun; acted++)
        {
            if (stored.Request.Deadline is not { } deadline || deadline.At > clock.GetUtcNow())
            {
                break;
            }

            await processor.HandleAsync(requestId, processor.DeadlineCommand(deadline), Actor.Deadline, cancellation, dueEntryHeld: true);
            stored = cache.Find(requestId) ?? await store.ReadAsync(requestId, cancellation);
        }

        if (stored is null)
        {
            return new NextRun(null, null);
        }

        var owed = await dispatcher.DeliverOwedAsync(stored, clock.GetUtcNow(), cancellation);
        await ScheduleNextAsync(stored, owed, cancellation);
        return new NextRun(Instants.Earlier(stored.Request.Deadline?.At, Instants.Earliest(owed)), stored.Request.Deadline);
    }

    /// <summary>
    /// Adds index entries for the deadline and for every effect still to be delivered; only then is the entry that came due obsolete.
    /// Effects have entries of their own. The commit that moves the deadline removes the deadline's entry.
    /// </summary>
    private async Task ScheduleNextAsync(VersionedRequest<TRequest> stored, IReadOnlyDictionary<int, DateTimeOffset> owed, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (id, standing) = (stored.Request.Id, stored.Stored.Wake);
        var keys = owed.Select(entry => Keys.DeliveryLease(entry.Value, id, entry.Key)).ToList();
        var next = stored.Request.Deadline is null ? null : standing;
        if (stored.Request.Deadline?.At is { } deadline && !(standing?.At > now && standing.At <= deadline))
        {
            next = new DeadlineEntry(deadline, stored.Stored.Journal);
            keys.Add(next.KeyOf(id));
        }

        if (keys.Count > 0)
        {
            await index.AddAsync(id, keys, withId: false, stored.Partition, store.NewCommitId(), cancellation);
        }

        cache.Amend(stored, kept => kept with { Wake = next, OwedFrom = Instants.Earliest(owed) });
        if (standing?.At <= now && standing != next)
        {
            index.MarkObsolete([standing.KeyOf(id)]);
        }
    }
}
