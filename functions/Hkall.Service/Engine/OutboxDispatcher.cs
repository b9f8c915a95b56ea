using Hkall.Domain;
using Hkall.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Engine;

/// <summary>The result of one try at one effect.</summary>
public abstract record Attempt
{
    public sealed record Delivered : Attempt;

    /// <summary>Not delivered; try again later.</summary>
    public sealed record Later(TimeSpan? After, string Why) : Attempt;

    /// <summary>Not delivered; do not try again.</summary>
    public sealed record Refused(string Why) : Attempt;

    /// <summary>Not delivered, because it no longer matters.</summary>
    public sealed record NotNeeded(string Why) : Attempt;

    /// <summary>No answer: it may have been delivered.</summary>
    public sealed record Unknown(string Why) : Attempt;
}

/// <summary>Delivers one kind of effect.</summary>
public interface IEffectHandler<in TEffect>
    where TEffect : Effect
{
    /// <param name="again">An earlier try ended without an answer: the effect may have been delivered.</param>
    Task<Attempt> TryAsync(VersionedRequest<PatronRequest> stored, TEffect effect, OutboxItem item, bool again, CancellationToken cancellation);
}

/// <summary>Passes each effect of one kind of request to the handler that delivers it.</summary>
public interface IEffectRouter<TRequest>
    where TRequest : class, IRequestState
{
    Task<Attempt> TryAsync(VersionedRequest<TRequest> stored, OutboxItem item, bool again, CancellationToken cancellation);
}

/// <summary>
/// Delivers the effects of a commit, each once. A try is stored before it begins, and its result when it ends. A crash in
/// between leaves "under way"; once the lease has passed, the next process to see it tries again under the same key.
/// </summary>
public sealed partial class OutboxDispatcher<TRequest, TEvent>(
    RequestStore<TRequest, TEvent> store,
    RequestCache<TRequest> cache,
    RequestIndex index,
    IEffectRouter<TRequest> router,
    ILogger<OutboxDispatcher<TRequest, TEvent>> log)
    where TRequest : class, IRequestState
    where TEvent : class
{
    /// <summary>Waits between tries: about three days in all, so that a partner's server may be down for a weekend.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    /// <summary>The first try, made by the process that committed.</summary>
    /// <returns>When to look again; null if nothing is left to deliver.</returns>
    public async Task<DateTimeOffset?> DeliverAsync(Committed<TRequest, TEvent> committed, DateTimeOffset now, CancellationToken cancellation)
    {
        var entry = committed.Entry;
        if (entry.Outbox.Count == 0)
        {
            return null;
        }

        var tried = await Task.WhenAll(entry.Outbox.Select(item =>
            item.State == Delivery.UnderWay ? TryAsync(committed.Stored, item, again: false, now, cancellation) : Task.FromResult(item)));
        var after = entry with { Outbox = tried };
        if (!tried.SequenceEqual(entry.Outbox)
            && await store.AmendEntryAsync(committed.Stored.Partition, committed.Stored.Request.Id, after, committed.EntryETag, cancellation) is null)
        {
            // We took so long that another process has begun again; that process settles the entry now.
            return now + RequestStore<TRequest, TEvent>.DeliveryLease;
        }

        var owedFrom = Settle(committed.Stored, after, committed.Lease);
        if (owedFrom is not null)
        {
            cache.Amend(committed.Stored, kept => kept with { OwedFrom = Instants.Earlier(kept.OwedFrom, owedFrom) });
        }

        return owedFrom;
    }

    /// <summary>Tries the undelivered effects of this and earlier commits that may be tried now.</summary>
    /// <returns>The entries with effects still to be delivered, and when to look again.</returns>
    public async Task<IReadOnlyDictionary<int, DateTimeOffset>> DeliverOwedAsync(
        VersionedRequest<TRequest> stored, DateTimeOffset now, CancellationToken cancellation)
    {
        var owed = new Dictionary<int, DateTimeOffset>();
        foreach (var number in stored.Stored.Owed)
        {
            if (await store.ReadEntryAsync(stored.Partition, stored.Request.Id, number, cancellation) is not var (entry, etag))
            {
                continue;
            }

            if (await DeliverAgainAsync(stored, entry, etag, now, cancellation) is { } from)
            {
                owed[number] = from;
            }
        }

        return owed;
    }

    private async Task<DateTimeOffset?> DeliverAgainAsync(
        VersionedRequest<TRequest> stored, JournalEntry<TEvent> entry, string etag, DateTimeOffset now, CancellationToken cancellation)
    {
        var due = entry.Outbox.Where(item => item.IsOwed && item.NextAt <= now).Select(item => item.Key).ToHashSet();
        if (due.Count > 0)
        {
            var begun = entry with { Outbox = [.. entry.Outbox.Select(item => due.Contains(item.Key) ? BeginAgain(item, now) : item)] };
            if (await store.AmendEntryAsync(stored.Partition, stored.Request.Id, begun, etag, cancellation) is not { } begunETag)
            {
                // Another process is delivering it; we look again when its lease has passed.
                return now + RequestStore<TRequest, TEvent>.DeliveryLease;
            }

            var tried = await Task.WhenAll(begun.Outbox.Select(item => due.Contains(item.Key)
                ? TryAsync(stored, item, again: item.OutcomeUnknown, now, cancellation)
                : Task.FromResult(item)));
            entry = begun with { Outbox = tried };
            if (await store.AmendEntryAsync(stored.Partition, stored.Request.Id, entry, begunETag, cancellation) is null)
            {
                return now + RequestStore<TRequest, TEvent>.DeliveryLease;
            }
        }

        return Settle(stored, entry, lease: null);
    }

    private static OutboxItem BeginAgain(OutboxItem item, DateTimeOffset now) => item with
    {
        Tries = item.Tries + 1,
        NextAt = now + RequestStore<TRequest, TEvent>.DeliveryLease,
        OutcomeUnknown = item.OutcomeUnknown || item.State == Delivery.UnderWay,
        State = Delivery.UnderWay,
    };

    private DateTimeOffset? Settle(VersionedRequest<TRequest> stored, JournalEntry<TEvent> entry, string? lease)
    {
        var owed = entry.Outbox.Where(item => item.IsOwed).ToList();
        if (owed.Count > 0)
        {
            return owed.Min(item => item.NextAt);
        }

        cache.Amend(stored, kept => kept with { Owed = [.. kept.Owed.Where(number => number != entry.Number)] });
        if (lease is not null)
        {
            index.MarkObsolete([lease]);
        }

        return null;
    }

    private async Task<OutboxItem> TryAsync(VersionedRequest<TRequest> stored, OutboxItem item, bool again, DateTimeOffset now, CancellationToken cancellation)
    {
        using var step = RequestTracing.Step("deliver", stored.Request.Id)?.SetTag("hkall.effect", item.Key);
        Attempt attempt;
        try
        {
            attempt = await router.TryAsync(stored, item, again, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Log.TryFailed(log, item.Key, failure);
            attempt = new Attempt.Unknown(failure.GetType().Name);
        }

        var after = Read(item, attempt, now);
        step?.SetTag("hkall.delivery", after.State.ToString());
        HkallMetrics.Delivered(after);
        return after;
    }

    private OutboxItem Read(OutboxItem item, Attempt attempt, DateTimeOffset now) => attempt switch
    {
        Attempt.Delivered => item with { State = Delivery.Delivered, Note = null },
        Attempt.NotNeeded moot => item with { State = Delivery.NotNeeded, Note = moot.Why },
        Attempt.Refused refused => GiveUp(item, refused.Why),
        Attempt.Later later => TryLater(item, later.After, later.Why, now),
        Attempt.Unknown unknown => TryLater(item with { OutcomeUnknown = true }, null, unknown.Why, now),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private OutboxItem TryLater(OutboxItem item, TimeSpan? after, string why, DateTimeOffset now) => item.Tries > Waits.Count
        ? GiveUp(item, why)
        : item with { State = Delivery.Waiting, NextAt = now + (after ?? Waits[item.Tries - 1]), Note = why };

    private OutboxItem GiveUp(OutboxItem item, string why)
    {
        Log.GivenUp(log, item.Key, item.Tries, why);
        return item with { State = Delivery.GivenUp, Note = why };
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Warning, "A try at {Key} ended without an answer")]
        public static partial void TryFailed(ILogger log, string key, Exception failure);

        [LoggerMessage(3002, LogLevel.Error, "{Key} was given up after {Tries} tries: {Why}")]
        public static partial void GivenUp(ILogger log, string key, int tries, string why);
    }
}
