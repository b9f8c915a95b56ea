using Hkall.Service.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Hkall.Functions.Scheduling;

/// <summary>
/// Schedules requests by their orchestrations. It starts an orchestration where none runs, and nudges one only when the next due
/// time is earlier than the armed one. An orchestration that wakes too early finds nothing to do and arms the right time. All of
/// this is a hint: a failure here is logged and left to the sweep, and never fails the commit.
/// </summary>
public sealed partial class OrchestrationScheduler(
    DurableClientAccessor accessor, ArmedTimers armed, TimeProvider clock, ILogger<OrchestrationScheduler> log) : IRequestScheduler
{
    /// <summary>
    /// An orchestration that is this late is stuck in the engine: the retries of a run end within the hour, and a nudge would
    /// have woken it.
    /// </summary>
    public static readonly TimeSpan StuckAfter = TimeSpan.FromHours(6);

    /// <summary>How long ending a stuck orchestration may take before its successor is left to the next sweep.</summary>
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(20);

    /// <summary>An orchestration in one of these states is not started again, whatever the backend would do by default.</summary>
    private static readonly OrchestrationRuntimeStatus[] UnderWay =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private readonly AsyncLocal<string?> _turning = new();

    /// <summary>Suppresses nudges until disposed: commits made in this run need none, since the end of the run sets the next time.</summary>
    public IDisposable SuppressDuring(string requestId)
    {
        _turning.Value = requestId;
        return new Quiet(this);
    }

    /// <summary>Records the time that a run gave to its orchestration.</summary>
    public void NoteTimer(string requestId, Wait wait) => armed.Set(requestId, wait.Until);

    public async Task ScheduleAsync(string requestId, NextRun next, CancellationToken cancellation)
    {
        var wait = Wait.Of(next);
        if (_turning.Value == requestId || Serves(armed.Find(requestId), wait))
        {
            return;
        }

        try
        {
            armed.Set(requestId, await TellAsync(requestId, wait, cancellation));
        }
#pragma warning disable CA1031 // A hint that cannot be given: the request is committed, and the sweep finds it.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            armed.Set(requestId, null);
            Log.NudgeFailed(log, requestId, failure);
        }
    }

    /// <summary>Does nothing: the queue trigger sees the message itself.</summary>
    public void MessageQueued()
    {
    }

    /// <returns>When the orchestration wakes now.</returns>
    private async Task<DateTimeOffset?> TellAsync(string requestId, Wait wait, CancellationToken cancellation)
    {
        if (armed.Find(requestId) is null)
        {
            var instance = await accessor.Client.GetInstanceAsync(requestId, getInputsAndOutputs: true, cancellation);
            var armedFor = OrchestrationStatus.ArmedFor(instance);
            switch (instance)
            {
                case null or { IsCompleted: true }:
                    return await StartAsync(requestId, wait, cancellation);
                case not null when Serves(armedFor, wait):
                    return armedFor;
                case not null when armedFor + StuckAfter < clock.GetUtcNow():
                    Log.Stuck(log, requestId, armedFor);
                    await EndAsync(requestId, cancellation);
                    return await StartAsync(requestId, wait, cancellation);
                default:
                    break;
            }
        }

        await accessor.Client.RaiseEventAsync(requestId, RequestLifecycle.Nudge, wait, cancellation);
        return wait.Until;
    }

    /// <summary>Whether an orchestration armed for this time wakes early enough. An orchestration that is due is awake, and may miss this nudge.</summary>
    private bool Serves(DateTimeOffset? armedFor, Wait wait) => armedFor <= wait.Until && armedFor > clock.GetUtcNow();

    private async Task<DateTimeOffset?> StartAsync(string requestId, Wait wait, CancellationToken cancellation)
    {
        if (wait.Until is null)
        {
            return null;
        }

        try
        {
            await accessor.Client.ScheduleNewOrchestrationInstanceAsync(
                nameof(RequestLifecycle), wait, new StartOrchestrationOptions { InstanceId = requestId }.WithDedupeStatuses(UnderWay), cancellation);
        }
#pragma warning disable CA1031 // How the engine says that the id is taken differs from one backend to the next.
        catch (Exception) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // Another caller has just started it, perhaps for another time.
            await accessor.Client.RaiseEventAsync(requestId, RequestLifecycle.Nudge, wait, cancellation);
        }

        return wait.Until;
    }

    private async Task EndAsync(string requestId, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(EndsWithin);
        await accessor.Client.TerminateInstanceAsync(requestId, "stuck", cancellation);
        await accessor.Client.WaitForInstanceCompletionAsync(requestId, patience.Token);
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Warning, "The orchestration of request {RequestId} could not be told; the sweep sees to it")]
        public static partial void NudgeFailed(ILogger log, string requestId, Exception failure);

        [LoggerMessage(4002, LogLevel.Warning, "The orchestration of request {RequestId} should have woken at {ArmedFor}; another takes its place")]
        public static partial void Stuck(ILogger log, string requestId, DateTimeOffset? armedFor);
    }

    private sealed class Quiet(OrchestrationScheduler scheduler) : IDisposable
    {
        public void Dispose() => scheduler._turning.Value = null;
    }
}
