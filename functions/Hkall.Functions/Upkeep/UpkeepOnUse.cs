using Hkall.Functions.Scheduling;
using Hkall.Service.Engine;
using Hkall.Service.Upkeep;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Hkall.Functions.Upkeep;

/// <summary>
/// What every request, message and timer does for the jobs: it has late ones looked for, and starts the orchestration that looks for them
/// where it is missing. Nobody waits for either.
/// </summary>
public sealed partial class UpkeepOnUse(LateJobs late, DurableClientAccessor accessor, MachineTime machine, ILogger<UpkeepOnUse> log)
{
    /// <summary>The wait between two looks whether the orchestration runs: it ends only where somebody ends it, or with its task hub.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromHours(1);

    private static readonly OrchestrationRuntimeStatus[] UnderWay =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private readonly Lock _lock = new();
    private long? _looked;

    /// <summary>The last look for the orchestration, for who waits for its end.</summary>
    public Task Starting { get; private set; } = Task.CompletedTask;

    public void Note(DurableTaskClient client)
    {
        accessor.Use(client);
        late.Used();
        lock (_lock)
        {
            if (_looked is { } before && machine.Clock.GetElapsedTime(before) < LookEvery)
            {
                return;
            }

            _looked = machine.Clock.GetTimestamp();
            Starting = StartWatchAsync(client);
        }
    }

    private async Task StartWatchAsync(DurableTaskClient client)
    {
        try
        {
            if (await client.GetInstanceAsync(JobsWatch.Instance, CancellationToken.None) is null or { IsCompleted: true })
            {
                await client.ScheduleNewOrchestrationInstanceAsync(
                    nameof(JobsWatch), null, new StartOrchestrationOptions { InstanceId = JobsWatch.Instance }.WithDedupeStatuses(UnderWay),
                    CancellationToken.None);
            }
        }
#pragma warning disable CA1031 // Another process may have started it at the same moment; whatever else it is, the next look follows.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            NotStarted(log, failure);
        }
    }

    [LoggerMessage(4101, LogLevel.Warning, "The orchestration that looks for late jobs could not be started")]
    private static partial void NotStarted(ILogger log, Exception failure);
}
