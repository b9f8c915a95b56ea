using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Upkeep;

namespace Hkall.LocalHost.Clock;

/// <summary>
/// Resumes the bench's work at the start, keeps it running, and periodically repairs what lost hints left behind. These jobs run
/// by real time in every mode of the clock, because crashes and lost messages happen in real time.
/// </summary>
public sealed partial class Housekeeping(
    BenchDriver driver,
    LocalScheduler clock,
    PartnerPump pump,
    ISweep sweep,
    Jobs jobs,
    IMessageQueue queue,
    TimeProvider real,
    IHostApplicationLifetime lifetime,
    ILogger<Housekeeping> logger) : BackgroundService
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);

    /// <summary>The wait after a failure: storage that starts together with the bench is available within seconds.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>The time between two checks for a message that will become visible again.</summary>
    public static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>By then a message has come back as often as it may, and is processed or parked.</summary>
    public static readonly TimeSpan LongestCatchingUp = 6 * PartnerPump.InvisibleFor;

    private readonly CancellationTokenSource _stopping = new();
    private Task _caughtUp = Task.CompletedTask;
    private bool _learnt;

    /// <summary>Runs one sweep. It learns the due entries at the first sweep, and after a sweep that repaired something.</summary>
    public Task SweepAsync(CancellationToken cancellation) => driver.ExclusivelyAsync(() => SweepNowAsync(cancellation), cancellation);

    /// <summary>Reads the partner queue once.</summary>
    public Task LookAsync(CancellationToken cancellation) => driver.ExclusivelyAsync(() => pump.LookAsync(cancellation), cancellation);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // The driver is taken before the bench serves anyone: a call to move the clock waits until the bench has caught up.
        _caughtUp = driver.ExclusivelyAsync(() => CatchUpAsync(_stopping.Token), CancellationToken.None);
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _stopping.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var caughtUp = await SucceedsAsync(_caughtUp.WaitAsync, stoppingToken);
        await Task.WhenAll(
            EveryAsync(SweepEvery, SweepAsync, atOnce: !caughtUp, stoppingToken),
            EveryAsync(LookEvery, LookAsync, atOnce: !caughtUp, stoppingToken),
            EveryAsync(RetryAfter, stopping => driver.RunAsync(real, stopping), atOnce: true, stoppingToken));
    }

    /// <summary>
    /// Processes what an earlier process left behind. A message that a killed process was handling is invisible for a while and
    /// then comes back. If the clock moved meanwhile, deadlines would pass that the message still meets.
    /// </summary>
    private async Task CatchUpAsync(CancellationToken stopping)
    {
        // Not before the bench listens: the simulated libraries call the service over HTTP.
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stopping);
        var begun = real.GetTimestamp();
        await pump.LookAsync(stopping);
        while (await queue.CountAsync(stopping) > 0)
        {
            if (real.GetElapsedTime(begun) > LongestCatchingUp)
            {
                Log.MessagesLeft(logger);
                break;
            }

            await Task.Delay(LookAgainAfter, real, stopping);
            await pump.LookAsync(stopping);
        }

        await SweepNowAsync(stopping);
    }

    private async Task SweepNowAsync(CancellationToken cancellation)
    {
        if (await jobs.RunAsync(Job.Sweep, JobDriver.Timer, cancellation) > 0 || !_learnt)
        {
            await clock.LearnAsync(sweep, cancellation);
            _learnt = true;
        }
    }

    /// <summary>Runs the job at once or after the first period, and again after each period; sooner after a failure.</summary>
    private async Task EveryAsync(TimeSpan period, Func<CancellationToken, Task> round, bool atOnce, CancellationToken stopping)
    {
        if (!atOnce)
        {
            await Task.Delay(period, real, stopping);
        }

        while (true)
        {
            var done = await SucceedsAsync(round, stopping);
            await Task.Delay(done ? period : RetryAfter, real, stopping);
        }
    }

    private async Task<bool> SucceedsAsync(Func<CancellationToken, Task> round, CancellationToken stopping)
    {
        try
        {
            await round(stopping);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Storage that is down for a while must not end the bench.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.RoundFailed(logger, failure);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Warning, "There are still messages on the partner queue that nobody could work off; the bench goes on.")]
        public static partial void MessagesLeft(ILogger log);

        [LoggerMessage(5002, LogLevel.Error, "A round of the bench failed; the next one follows.")]
        public static partial void RoundFailed(ILogger log, Exception failure);
    }
}
