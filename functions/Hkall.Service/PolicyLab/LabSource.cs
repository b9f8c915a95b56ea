using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Service.Engine;
using Hkall.Service.Reports;

namespace Hkall.Service.PolicyLab;

/// <summary>What a replay starts from.</summary>
/// <param name="Requests">Those of the period and, for the quota, those placed shortly before it.</param>
/// <param name="FromStatistics">Of those of the period: how many have no history any more.</param>
/// <param name="LeftOut">Whether there were more than are read.</param>
public sealed record LabFacts(IReadOnlyList<LabRequest> Requests, int FromStatistics, bool LeftOut);

/// <summary>Reads the requests of a period with their histories, and from the statistics those whose histories are erased.</summary>
public sealed class LabSource(RequestIndex index, RequestStore<PatronRequest, RequestEvent> store, ClosedRequests closed)
{
    /// <summary>The most requests with a history that are read: two terms of a busy library.</summary>
    public const int MostRequests = 10_000;

    /// <summary>Requests placed so long before the period may still take a place in a quota: a loan with its renewals.</summary>
    public const int DaysBefore = 150;

    private const int ReadAtOnce = 16;
    private const int Batch = 256;

    public async Task<LabFacts> ReadAsync(ReportPeriod period, LibraryCalendar calendar, CancellationToken cancellation)
    {
        var newest = await index.NewestAsync(MostRequests, cancellation);
        var requests = new List<LabRequest>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var earliest = period.From.AddDays(-DaysBefore);
        var ended = newest.Count < MostRequests;
        foreach (var batch in newest.Chunk(Batch))
        {
            var found = await ReadAsync(batch, period.To, calendar, cancellation);
            requests.AddRange(found.Select(one => one.Request).Where(request => request.PlacedOn >= earliest));
            keys.UnionWith(found.Select(one => one.Key));
            if (found.Count > 0 && found.Max(one => one.Request.PlacedOn) < earliest)
            {
                // They are read from the newest on, so all others are older.
                ended = true;
                break;
            }
        }

        var rows = await closed.PlacedAsync(period.From, period.To, cancellation);
        var counted = rows.Where(row => !keys.Contains(row.Key)).Select(row => LabReading.Of(row.Value)).ToList();
        return new LabFacts([.. requests, .. counted], counted.Count, LeftOut: !ended);
    }

    private async Task<IReadOnlyList<(string Key, LabRequest Request)>> ReadAsync(
        IEnumerable<(string RequestId, string Partition)> ids, DateOnly to, LibraryCalendar calendar, CancellationToken cancellation)
    {
        var found = new System.Collections.Concurrent.ConcurrentBag<(string, LabRequest)>();
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellation },
            async (one, stop) =>
            {
                if (await store.ReadAsync(one.Partition, one.RequestId, stop) is not { } stored || calendar.DateOf(stored.Request.PlacedAt) > to)
                {
                    return;
                }

                var journal = await store.JournalAsync(stored.Partition, stored.Request.Id, stop);
                var history = journal.TakeWhile(entry => entry.Number <= stored.Stored.Journal)
                    .SelectMany(entry => entry.Events.Select(happened => (happened, entry.At))).ToList();
                if (history is [(Domain.Placing.RequestPlaced, _), ..])
                {
                    found.Add((closed.KeyOf(stored.Request), LabReading.Of(stored.Request.Id, history, calendar)));
                }
            });
        return [.. found];
    }
}
