using Hkall.Functions.Upkeep;
using Hkall.Service.Upkeep;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions;

/// <summary>The timer that repairs what a crash, a lost nudge or a missing orchestration left behind.</summary>
public sealed class Sweeper(Jobs jobs, UpkeepOnUse upkeep)
{
    /// <summary>The setting with the schedule.</summary>
    public const string Schedule = "%Schedules:Sweep%";

    [Function("Sweep")]
    public async Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        upkeep.Note(client);
        await jobs.RunAsync(Job.Sweep, JobDriver.Timer, cancellation);
    }
}
