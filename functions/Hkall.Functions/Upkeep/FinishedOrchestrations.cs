using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Hkall.Functions.Upkeep;

/// <summary>
/// Deletes what the engine keeps of orchestrations that have ended: the records have all that happened, and the engine's own history would grow for
/// ever. One that fails to be deleted costs storage and nothing else, so the next night tries again.
/// </summary>
public sealed partial class FinishedOrchestrations(TimeProvider clock, ILogger<FinishedOrchestrations> log)
{
    /// <summary>From the start of an orchestration: long enough to look into one that failed.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <param name="purge">Deletes what fits in the engine.</param>
    /// <returns>How many were deleted.</returns>
    public async Task<int> DeleteAsync(Func<PurgeInstancesFilter, CancellationToken, Task<PurgeResult>> purge, CancellationToken cancellation)
    {
        try
        {
            var old = new PurgeInstancesFilter(CreatedTo: clock.GetUtcNow() - KeptFor, Statuses: Ended);
            var result = await purge(old, cancellation);
            Deleted(log, result.PurgedInstanceCount);
            return result.PurgedInstanceCount;
        }
#pragma warning disable CA1031 // How a backend says that it cannot differs; the erasing that ran before has come to its end.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            NotDeleted(log, failure);
            return 0;
        }
    }

    [LoggerMessage(4021, LogLevel.Information, "{Count} orchestrations that ended were deleted")]
    private static partial void Deleted(ILogger log, int count);

    [LoggerMessage(4022, LogLevel.Warning, "Orchestrations that ended could not be deleted; the next night tries again")]
    private static partial void NotDeleted(ILogger log, Exception failure);
}
