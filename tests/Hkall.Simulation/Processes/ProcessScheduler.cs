using Hkall.Service.Engine;
using Hkall.Simulation.Faults;

namespace Hkall.Simulation.Processes;

/// <summary>
/// Wakes requests, in the memory of one process. It forgets with the process, and some of what it is told it never hears: the
/// sweep is what counts.
/// </summary>
public sealed class ProcessScheduler(Process process) : IRequestScheduler
{
    private const int MostTries = 5;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, DateTimeOffset> _times = [];
    private readonly Dictionary<string, int> _failures = [];
    private DateTimeOffset? _round;

    public Task ScheduleAsync(string requestId, NextRun next, CancellationToken cancellation)
    {
        if (!process.World.Faults.Strikes(FaultKind.NudgeLost))
        {
            Set(requestId, next.At);
        }

        return Task.CompletedTask;
    }

    public void MessageQueued()
    {
        // The queue's own trigger sees for itself.
    }

    /// <summary>Learns the recorded wakes, as the bench does at its start.</summary>
    public void Learn() => process.Work("learn", async () =>
    {
        foreach (var (requestId, at) in await process.Sweep.DueEntriesAsync(CancellationToken.None))
        {
            SetNoLater(requestId, at);
        }
    });

    /// <summary>Has the tray looked at when something in it may go.</summary>
    public void ExpectRound()
    {
        if (!process.World.Plan.NoTimers && process.Round.NextRun is { } next && !(_round <= next))
        {
            _round = next;
            process.World.Stage.At(TrueTimeOf(next), () => process.Reply(RunRound));
        }
    }

    private void RunRound()
    {
        _round = null;
        process.Work("round", async () => await process.Round.RunAsync(CancellationToken.None), done =>
        {
            if (done)
            {
                ExpectRound();
            }
        });
    }

    private void Set(string requestId, DateTimeOffset? at)
    {
        _times.Remove(requestId);
        if (at is { } time && !process.World.Plan.NoTimers)
        {
            _times[requestId] = time;
            process.World.Stage.At(TrueTimeOf(time), () => process.Reply(() => Wake(requestId, time)));
        }
    }

    private void SetNoLater(string requestId, DateTimeOffset at)
    {
        if (!_times.TryGetValue(requestId, out var known) || at < known)
        {
            Set(requestId, at);
        }
    }

    private void Wake(string requestId, DateTimeOffset at)
    {
        if (!_times.TryGetValue(requestId, out var known) || known != at)
        {
            return;
        }

        if (process.Clock.GetUtcNow() < at)
        {
            // The clock was set back meanwhile.
            process.World.Stage.At(TrueTimeOf(at), () => process.Reply(() => Wake(requestId, at)));
            return;
        }

        _times.Remove(requestId);
        process.Work("turn", async () =>
        {
            var turn = await process.Turns.ProcessAsync(requestId, CancellationToken.None);
            _failures.Remove(requestId);
            if (turn.At is { } next)
            {
                SetNoLater(requestId, next);
            }
        }, done => Ended(requestId, done));
    }

    private void Ended(string requestId, bool done)
    {
        ExpectRound();
        if (done)
        {
            return;
        }

        var tries = _failures.GetValueOrDefault(requestId) + 1;
        if (tries < MostTries)
        {
            _failures[requestId] = tries;
            SetNoLater(requestId, process.Clock.GetUtcNow() + RetryAfter);
        }
        else
        {
            _failures.Remove(requestId);
        }
    }

    private DateTimeOffset TrueTimeOf(DateTimeOffset at) => at - process.Machine.Skew;
}
