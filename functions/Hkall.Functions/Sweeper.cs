using Hkall.Functions.Scheduling;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.OpeningDays;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions;

/// <summary>The timer that repairs what a crash, a lost nudge or a missing orchestration left behind.</summary>
public sealed class Sweeper(ISweep sweep, IDateMover mover, ParkedMessages parked, ArmedTimers armed, DurableClientAccessor accessor)
{
    /// <summary>The setting with the schedule.</summary>
    public const string Schedule = "%Schedules:Sweep%";

    [Function("Sweep")]
    public async Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        accessor.Use(client);

        // A request that is overdue shows that something recorded here is wrong, so the engine is asked again.
        armed.ForgetAll();
        await sweep.RunAsync(cancellation);
        await mover.RunAsync(cancellation);
        await parked.CountAsync(cancellation);
    }
}
