using Hkall.Service.Engine;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions.Scheduling;

/// <summary>The engine's status of a request's orchestration.</summary>
public sealed class OrchestrationStatus(DurableClientAccessor accessor) : IScheduleLookup
{
    public async Task<ScheduleState?> FindAsync(string requestId, CancellationToken cancellation) =>
        await accessor.Client.GetInstanceAsync(requestId, getInputsAndOutputs: true, cancellation) is { } instance
            ? new ScheduleState(instance.RuntimeStatus.ToString(), Read(instance)?.Until, Read(instance)?.For)
            : null;

    /// <summary>When it wakes next; null where it has ended, or has not armed a timer yet.</summary>
    public static DateTimeOffset? ArmedFor(OrchestrationMetadata? instance) => Read(instance)?.Until;

    /// <summary>An orchestration that has ended keeps its last status, which is no longer true.</summary>
    private static Wait? Read(OrchestrationMetadata? instance) => instance is null or { IsCompleted: true } ? null : instance.ReadCustomStatusAs<Wait>();
}
