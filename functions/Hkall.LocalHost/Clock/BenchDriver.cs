namespace Hkall.LocalHost.Clock;

/// <summary>
/// Has all due work done in the order of its times, one piece after another: one driver, so that what happens on the bench
/// happens in the same order each time.
/// </summary>
/// <param name="work">Who may have work; at the same instant they are asked in this order.</param>
public sealed class BenchDriver(BenchClock clock, WorkSignal signal, IReadOnlyList<IDueWork> work) : IDisposable
{
    /// <summary>Pieces of work in one go. Years of a busy desk need fewer; more means that something is always due.</summary>
    public const int MostSteps = 100_000;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The earliest time at which anybody has work.</summary>
    public DateTimeOffset? NextDue => work.Min(one => one.NextDue);

    /// <summary>Returns once nothing is due and nobody is busy.</summary>
    /// <exception cref="TooManyStepsException">Something was due over and over.</exception>
    public Task SettleAsync(CancellationToken cancellation) => ExclusivelyAsync(() => SettleAsync(new Steps(), cancellation), cancellation);

    /// <summary>Moves a manual clock, stopping at every time on the way at which there is work; returns once all work due by then is done.</summary>
    /// <exception cref="InvalidOperationException">The clock is not moved by hand.</exception>
    /// <exception cref="TooManyStepsException">There was no end of work.</exception>
    public Task AdvanceAsync(DateTimeOffset to, CancellationToken cancellation) => AdvanceAsync(_ => to, cancellation);

    /// <summary>As the other, by a duration from the time at which it is its turn.</summary>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellation) => AdvanceAsync(now => now + by, cancellation);

    /// <summary>Does something of its own while no due work is being done.</summary>
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

    /// <summary>Runs whatever comes due, for as long as the bench runs. Time that is moved by hand stands still meanwhile.</summary>
    /// <param name="real">The time in which the waiting is done.</param>
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

    /// <summary>A wait is cut into pieces of an hour: timers end at 49 days.</summary>
    private static async Task WaitAsync(Task ring, TimeSpan? wait, TimeProvider real, CancellationToken cancellation)
    {
        var longest = TimeSpan.FromHours(1);
        try
        {
            await ring.WaitAsync(wait < longest ? wait.Value : longest, real, cancellation);
        }
        catch (TimeoutException)
        {
            // It is time.
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

/// <summary>Work that is always due would keep the bench busy for ever.</summary>
public sealed class TooManyStepsException(DateTimeOffset now)
    : Exception($"After {BenchDriver.MostSteps} pieces of work there was still work due at {now:O}: something is due over and over.");
