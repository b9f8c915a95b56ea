using Hkall.Service.Turns;

namespace Hkall.LocalHost.Clock;

/// <summary>
/// Starts the bench's work where it was left, keeps it going, and now and then looks for what a lost hint left behind. These
/// rounds go by real time in every mode of the clock: what they repair, crashes and lost messages, happens in real time.
/// </summary>
public sealed partial class Housekeeping(
    BenchDriver driver,
    LocalClock clock,
    PartnerPump pump,
    ISweep sweep,
    TimeProvider real,
    IHostApplicationLifetime lifetime,
    ILogger<Housekeeping> logger) : BackgroundService
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);

    /// <summary>After a failure: storage that starts beside the bench is there within seconds.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private bool _learnt;

    /// <summary>One sweep. The wakes are learnt at the first, and after one that had something to repair.</summary>
    public Task SweepAsync(CancellationToken cancellation) => driver.ExclusivelyAsync(
        async () =>
        {
            if (await sweep.RunAsync(cancellation) > 0 || !_learnt)
            {
                await clock.LearnAsync(sweep, cancellation);
                _learnt = true;
            }
        },
        cancellation);

    /// <summary>One look at the partner queue.</summary>
    public Task LookAsync(CancellationToken cancellation) => driver.ExclusivelyAsync(() => pump.LookAsync(cancellation), cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before the bench listens: the simulated libraries speak to the desk over its own HTTP.
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        await Task.WhenAll(
            EveryAsync(SweepEvery, SweepAsync, stoppingToken),
            EveryAsync(LookEvery, LookAsync, stoppingToken),
            EveryAsync(RetryAfter, stopping => driver.RunAsync(real, stopping), stoppingToken));
    }

    /// <summary>At once, and again after each period; sooner after a failure.</summary>
    private async Task EveryAsync(TimeSpan period, Func<CancellationToken, Task> round, CancellationToken stopping)
    {
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
            RoundFailed(failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the bench failed; the next one follows.")]
    private partial void RoundFailed(Exception failure);
}
