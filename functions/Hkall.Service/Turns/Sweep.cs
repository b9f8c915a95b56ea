using Hkall.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Turns;

/// <inheritdoc cref="ISweep"/>
public sealed partial class Sweep(Pointers pointers, ITurns turns, IWaker waker, TimeProvider clock, ILogger<Sweep> log) : ISweep
{
    /// <summary>Wakes looked at in one run; the next run goes on.</summary>
    public const int WakesPerRun = 1_000;

    /// <summary>Wakes a fresh waker learns; later ones come up by the sweep.</summary>
    public const int WakesLearnt = 100_000;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await pointers.TakeDownSpentAsync(cancellation);
        var due = await pointers.WakesAsync(Keys.WakesUpTo(clock.GetUtcNow()), WakesPerRun, cancellation);
        foreach (var request in due.GroupBy(wake => wake.RequestId))
        {
            try
            {
                // The partition comes with the wake, so that no look-up is spent on it.
                pointers.Remember(request.Key, request.First().Partition);
                var turn = await turns.TakeAsync(request.Key, cancellation);
                await waker.WakeAsync(request.Key, turn, cancellation);
                pointers.Spend(request.Where(wake => turn.NextWake is not { } next || wake.At < next).Select(wake => wake.Key));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Its wakes stay up: the next run tries again, and the other requests are not held up by this one.
                TurnFailed(log, request.Key, failure);
            }
        }

        await pointers.TakeDownSpentAsync(cancellation);
        var repaired = due.Select(wake => wake.RequestId).Distinct().Count();
        DeskMeter.Swept(repaired);
        return repaired;
    }

    public async Task<IReadOnlyList<(string RequestId, DateTimeOffset At)>> WakesAsync(CancellationToken cancellation)
    {
        var wakes = await pointers.WakesAsync(Keys.WakesTo, WakesLearnt, cancellation);
        return [.. wakes.GroupBy(wake => wake.RequestId).Select(request => (request.Key, request.Min(wake => wake.At))).OrderBy(wake => wake.Item2)];
    }

    [LoggerMessage(3101, LogLevel.Error, "A turn of request {RequestId} failed in the sweep")]
    private static partial void TurnFailed(ILogger log, string requestId, Exception failure);
}
