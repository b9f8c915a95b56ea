using Microsoft.Extensions.Logging;

namespace Hkall.Service.Engine;

/// <inheritdoc cref="ISweep"/>
public sealed partial class Sweep(
    RequestIndex index, IDueRequestProcessor dueRequests, IRequestScheduler scheduler, TimeProvider clock, ILogger<Sweep> log) : ISweep
{
    /// <summary>The most due entries processed in one run; the next run continues.</summary>
    public const int EntriesPerRun = 1_000;

    /// <summary>The most due entries a scheduler reads when it starts; the sweep finds later ones.</summary>
    public const int EntriesLearnt = 100_000;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await index.RemoveObsoleteAsync(cancellation);
        var due = await index.DueEntriesAsync(Keys.DueUpTo(clock.GetUtcNow()), EntriesPerRun, cancellation);
        foreach (var request in due.GroupBy(wake => wake.RequestId))
        {
            try
            {
                // The due entry carries the partition, so no look-up is needed.
                index.Remember(request.Key, request.First().Partition);
                var turn = await dueRequests.ProcessAsync(request.Key, cancellation);
                await scheduler.ScheduleAsync(request.Key, turn, cancellation);
                index.MarkObsolete(request.Where(wake => turn.At is not { } next || wake.At < next).Select(wake => wake.Key));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The request's entries stay: the next run tries again, and the other requests need not wait for this one.
                TurnFailed(log, request.Key, failure);
            }
        }

        await index.RemoveObsoleteAsync(cancellation);
        var repaired = due.Select(wake => wake.RequestId).Distinct().Count();
        HkallMetrics.Swept(repaired);
        return repaired;
    }

    public async Task<IReadOnlyList<(string RequestId, DateTimeOffset At)>> DueEntriesAsync(CancellationToken cancellation)
    {
        var wakes = await index.DueEntriesAsync(Keys.DueTo, EntriesLearnt, cancellation);
        return [.. wakes.GroupBy(wake => wake.RequestId).Select(request => (request.Key, request.Min(wake => wake.At))).OrderBy(wake => wake.Item2)];
    }

    [LoggerMessage(3101, LogLevel.Error, "A turn of request {RequestId} failed in the sweep")]
    private static partial void TurnFailed(ILogger log, string requestId, Exception failure);
}
