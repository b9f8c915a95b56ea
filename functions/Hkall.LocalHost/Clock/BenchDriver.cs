namespace Hkall.LocalHost.Clock;

/// <summary>
/// Runs all due work in time order, one piece after another. There is only one driver, so that events on the bench happen in the
/// same order each time.
/// </summary>
/// <param name="work">The sources of work; at the same instant the driver asks them in this order.</param>
public sealed class BenchDriver(BenchClock clock, WorkSignal signal, IReadOnlyList<IDueWork> work) : IDisposable
{
    /// <summary>The limit of pieces of work in one call. Years of a busy service need fewer; more means that something is always due.</summary>
    public const int MostSteps = 100_000;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The earliest time at which any source has work.</summary>
    public DateTimeOffset? NextDue => work.Min(one => one.NextDue);

    /// <summary>Runs work until none is due and no source is busy.</summary>
    /// <exception cref="TooManyStepsException">Work kept coming due.</exception>
    public Task SettleAsync(CancellationToken cancellation) => ExclusivelyAsync(() => SettleAsync(new Steps(), cancellation), cancellation);

    /// <summary>Moves a manual clock, stopping at each time at which work is due; returns when all work due by then is done.</summary>
    /// <exception cref="InvalidOperationException">The clock is not a manual clock.</exception>
    /// <exception cref="TooManyStepsException">Work kept coming due.</exception>
    public Task AdvanceAsync(DateTimeOffset to, CancellationToken cancellation) => AdvanceAsync(_ => to, cancellation);

    /// <summary>The same, by a duration from the time at which the driver is free.</summary>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellation) => AdvanceAsync(now => now + by, cancellation);

    /// <summary>Runs the action while no due work runs.</summary>
    public async Task ExclusivelyAsync(Func<Task> action, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await action();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Runs work as it comes due, for as long as the bench runs. A clock moved by hand stands still meanwhile.</summary>
    /// <param name="real">The clock for the waits.</param>
    public async Task RunAsync(TimeProvider real, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var ring = signal.Next;
            var wait = NextDue is { } due ? clock.RealWaitUntil(due) : null;
            if (wait == TimeSpan.Zero)
            {
                await SettleAsync(cancellation);
            }
            else
            {
                await WaitAsync(ring, wait, real, cancellation);
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Waits at most an hour at a time, since timers are limited to 49 days.</summary>
    private static async Task WaitAsync(Task ring, TimeSpan? wait, TimeProvider real, CancellationToken cancellation)
    {
        var longest = TimeSpan.FromHours(1);
        try
        {
            await ring.WaitAsync(wait < longest ? wait.Value : longest, real, cancellation);
        }
        catch (TimeoutException)
        {
            // The wait is over.
        }
    }

    private Task AdvanceAsync(Func<DateTimeOffset, DateTimeOffset> target, CancellationToken cancellation) => ExclusivelyAsync(
        async () =>
        {
            var steps = new Steps();
            var to = target(clock.GetUtcNow());
            await SettleAsync(steps, cancellation);
            while (NextDue is { } due && due <= to)
            {
                clock.MoveTo(due);
                await SettleAsync(steps, cancellation);
            }

            clock.MoveTo(to);
            await SettleAsync(steps, cancellation);
        },
        cancellation);

    private async Task SettleAsync(Steps steps, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var ring = signal.Next;
            var now = clock.GetUtcNow();
            if (work.FirstOrDefault(one => one.NextDue <= now) is { } due)
            {
                steps.Take(now);
                await due.RunDueAsync(now, cancellation);
            }
            else if (work.Any(one => one.Busy))
            {
                await ring.WaitAsync(cancellation);
            }
            else
            {
                return;
            }
        }
    }

    private sealed class Steps
    {
        private int _taken;

        public void Take(DateTimeOffset now)
        {
            if (++_taken > MostSteps)
            {
                throw new TooManyStepsException(now);
            }
        }
    }
}

/// <summary>The bench stopped, because work was always due.</summary>
public sealed class TooManyStepsException(DateTimeOffset now)
    : Exception($"After {BenchDriver.MostSteps} pieces of work there was still work due at {now:O}: something is due over and over.");
