using Hkall.Functions.Scheduling;
using Hkall.Service.Upkeep;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions.Upkeep;

/// <summary>
/// The orchestration that looks for late jobs for as long as the app exists. It needs no timer trigger of the host: the engine's own timer
/// wakes it. A failed look ends nothing; the next one follows.
/// </summary>
/// <param name="every">The time between two looks.</param>
public sealed class JobsWatch(WatchInterval every)
{
    /// <summary>There is one; a request's id is longer and has no hyphen.</summary>
    public const string Instance = "jobs-watch";

    [Function(nameof(JobsWatch))]
    public async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            await context.CallActivityAsync(nameof(RunLateJobs), context.InstanceId);
        }
        catch (TaskFailedException)
        {
            // The activity has logged why.
        }

        await context.CreateTimer(every.Time, CancellationToken.None);
        context.ContinueAsNew(newInput: (object?)null);
    }
}

/// <summary>
/// Ten minutes: by arithmetic about 80 storage requests an hour (a wake of the engine costs about 12), and late jobs run within 25 minutes though
/// nobody uses the service.
/// </summary>
public sealed record WatchInterval(TimeSpan Time)
{
    public static WatchInterval Usual { get; } = new(TimeSpan.FromMinutes(10));
}

/// <summary>The activity of <see cref="JobsWatch"/>.</summary>
public sealed class RunLateJobs(Jobs jobs, DurableClientAccessor accessor)
{
    [Function(nameof(RunLateJobs))]
    public Task RunAsync([ActivityTrigger] string watch, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        accessor.Use(client);
        return jobs.RunLateAsync(JobDriver.Orchestration, cancellation);
    }
}
