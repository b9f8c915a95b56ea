using Hkall.Service.Engine;

namespace Hkall.LocalHost.Clock;

/// <summary>
/// Schedules requests on the bench, as the durable orchestrator does on Azure. It holds the due times of all open requests in
/// memory and learns them again at each start.
/// </summary>
/// <param name="dueRequests">Resolved late: the processor of due requests itself depends on this scheduler.</param>
public sealed partial class LocalScheduler(
    Func<IDueRequestProcessor> dueRequests, PartnerPump pump, WorkSignal signal, ILogger<LocalScheduler> logger) : IRequestScheduler, IScheduleLookup, IDueWork
{
    /// <summary>The tries of a run that throws, before it is left to the sweep. A fault that lasts through five tries is not a brief one.</summary>
    public const int MostTries = 5;

    /// <summary>The bench's time between two tries.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private readonly TimerList _wakes = new();
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>Drops every nudge and learns nothing, so that only the sweep is left; for tests of the sweep.</summary>
    public bool DropNudges { get; set; }

    public DateTimeOffset? NextDue => _wakes.Earliest;

    public bool Busy => false;

    public Task ScheduleAsync(string requestId, NextRun next, CancellationToken cancellation)
    {
        if (!DropNudges)
        {
            _wakes.Set(requestId, next.At);
            signal.Notify();
        }

        return Task.CompletedTask;
    }

    public Task<ScheduleState?> FindAsync(string requestId, CancellationToken cancellation) =>
        Task.FromResult(_wakes.TimeOf(requestId) is { } at ? new ScheduleState("Armed", at, null) : null);

    public void MessageQueued()
    {
        if (!DropNudges)
        {
            pump.Expect(1);
        }
    }

    /// <summary>Learns the recorded due entries; earlier times that it already knows stay.</summary>
    public async Task LearnAsync(ISweep sweep, CancellationToken cancellation)
    {
        if (DropNudges)
        {
            return;
        }

        foreach (var (requestId, at) in await sweep.DueEntriesAsync(cancellation))
        {
            _wakes.SetNoLater(requestId, at);
        }

        signal.Notify();
    }

    /// <summary>Processes the request that has waited longest; the driver calls again for the next one.</summary>
    public async Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (_wakes.TakeDue(now) is not { } requestId)
        {
            return;
        }

        try
        {
            var turn = await dueRequests().ProcessAsync(requestId, cancellation);
            _failures.Remove(requestId);
            if (turn.At is { } next)
            {
                // A nudge during the run may be about a change that the run did not see.
                _wakes.SetNoLater(requestId, next);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _wakes.SetNoLater(requestId, now);
            throw;
        }
#pragma warning disable CA1031 // Whatever is wrong with one request, the others are to have their turns.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failed(requestId, now, failure);
        }
    }

    private void Failed(string requestId, DateTimeOffset now, Exception failure)
    {
        var tries = _failures.GetValueOrDefault(requestId) + 1;
        if (tries < MostTries)
        {
            _failures[requestId] = tries;
            _wakes.SetNoLater(requestId, now + RetryAfter);
            Log.TurnFailed(logger, failure, requestId, tries);
        }
        else
        {
            _failures.Remove(requestId);
            Log.LeftToTheSweep(logger, failure, requestId, tries);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5101, LogLevel.Warning, "The turn of request {RequestId} failed at try {Tries}; it is tried again.")]
        public static partial void TurnFailed(ILogger log, Exception failure, string requestId, int tries);

        [LoggerMessage(5102, LogLevel.Error, "The turn of request {RequestId} failed {Tries} times; it is left to the sweep.")]
        public static partial void LeftToTheSweep(ILogger log, Exception failure, string requestId, int tries);
    }
}
