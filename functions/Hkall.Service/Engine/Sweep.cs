using Hkall.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Engine;

/// <inheritdoc cref="ISweep"/>
public sealed partial class Sweep(RequestIndex index, IDueRequestProcessor dueRequests, IRequestScheduler scheduler, TimeProvider clock, ILogger<Sweep> log) : ISweep
{
    /// <summary>Wakes looked at in one run; the next run goes on.</summary>
    public const int EntriesPerRun = 1_000;

    /// <summary>Wakes a fresh waker learns; later ones come up by the sweep.</summary>
    public const int EntriesLearnt = 100_000;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await index.RemoveObsoleteAsync(cancellation);
        var due = await index.DueEntriesAsync(Keys.DueUpTo(clock.GetUtcNow()), EntriesPerRun, cancellation);
        foreach (var request in due.GroupBy(wake => wake.RequestId))
        {
            try
            {
                // The partition comes with the wake, so that no look-up is spent on it.
                index.Remember(request.Key, request.First().Partition);
                var turn = await dueRequests.ProcessAsync(request.Key, cancellation);
                await scheduler.ScheduleAsync(request.Key, turn, cancellation);
                index.MarkObsolete(request.Where(wake => turn.At is not { } next || wake.At < next).Select(wake => wake.Key));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Its wakes stay up: the next run tries again, and the other requests are not held up by this one.
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
