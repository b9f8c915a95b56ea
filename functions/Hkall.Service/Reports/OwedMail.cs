using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;

namespace Hkall.Service.Reports;

/// <summary>A mail or a message to a library that has not gone out yet.</summary>
public sealed record Owed(string Kind, DateTimeOffset Since, int Tries);

/// <param name="Looked">How many delivery leases were read; at the maximum, more may be waiting.</param>
public sealed record OwedList(IReadOnlyList<Owed> Items, int Looked)
{
    public Report ToReport(DateTimeOffset now) => new(
        "mail-backlog",
        null,
        null,
        [new("kind", Unit.Text), new("waiting", Unit.Count), new("triedBefore", Unit.Count), new("oldestMinutes", Unit.Count)],
        [
            .. Items.GroupBy(item => item.Kind)
                .OrderBy(kind => kind.Min(item => item.Since)).ThenBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => (IReadOnlyList<object?>)
            [
                kind.Key, kind.Count(), kind.Count(item => item.Tries > 1), (int)(now - kind.Min(item => item.Since)).TotalMinutes,
            ]),
        ])
    {
        Drawn = ["waiting"],
    };
}

/// <summary>Undelivered mails and messages, found through their delivery leases in the due index.</summary>
public sealed class OwedMail(RequestIndex index, RequestStore<PatronRequest, RequestEvent> store, RequestStore<LendingRequest, LendingEvent> lending)
{
    /// <summary>The most leases read: a thousand mails are ten hours of the mail service's usual limit, and reason enough to act.</summary>
    public const int MostLookedAt = 1_000;

    private const int ReadAtOnce = 8;

    public async Task<OwedList> ReadAsync(CancellationToken cancellation)
    {
        var wakes = await index.DueEntriesAsync(Keys.DueTo, OpenRequestsRead, cancellation);
        var guards = wakes.Where(wake => wake.LeasedEntry is not null).DistinctBy(wake => (wake.RequestId, wake.LeasedEntry)).Take(MostLookedAt).ToList();
        var found = new System.Collections.Concurrent.ConcurrentBag<Owed>();
        await Parallel.ForEachAsync(
            guards,
            new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellation },
            async (guard, stop) =>
            {
                var (at, outbox) = await OutboxAsync(guard, stop);
                foreach (var item in outbox.Where(item => item is { IsOwed: true, Effect: not DiscardScan }))
                {
                    found.Add(new Owed(item.Effect.Kind, at, item.Tries));
                }
            });
        return new OwedList([.. found.OrderBy(owed => owed.Since).ThenBy(owed => owed.Kind, StringComparer.Ordinal)], guards.Count);
    }

    /// <summary>As many due entries as open requests can have, and as many leases.</summary>
    private const int OpenRequestsRead = OpenRequests.MostLookedAt + MostLookedAt;

    /// <summary>The effects of the leased journal entry, for a request of either direction.</summary>
    private async Task<(DateTimeOffset At, IReadOnlyList<OutboxItem> Outbox)> OutboxAsync(DueEntry guard, CancellationToken cancellation)
    {
        var number = guard.LeasedEntry!.Value;
        if (LendingIds.IsWellFormed(guard.RequestId))
        {
            return await lending.ReadEntryAsync(guard.Partition, guard.RequestId, number, cancellation) is { Entry: var lent }
                ? (lent.At, lent.Outbox) : (default, []);
        }

        return await store.ReadEntryAsync(guard.Partition, guard.RequestId, number, cancellation) is { Entry: var entry }
            ? (entry.At, entry.Outbox) : (default, []);
    }
}
