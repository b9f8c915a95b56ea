using Hkall.Functions.Upkeep;
using Hkall.Service.Upkeep;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions;

/// <summary>
/// The timer that erases data whose retention period is over: people, their requests, parked messages. What the engine keeps of orchestrations that
/// have ended goes with it.
/// </summary>
public sealed class Retention(Jobs jobs, FinishedOrchestrations finished)
{
    /// <summary>The setting with the schedule.</summary>
    public const string Schedule = "%Schedules:Retention%";

    [Function("Retention")]
    public async Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        await jobs.RunAsync(Job.Retention, JobDriver.Timer, cancellation);
        await finished.DeleteAsync(client.PurgeAllInstancesAsync, cancellation);
    }
}
