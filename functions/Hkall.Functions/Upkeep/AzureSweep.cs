using Hkall.Functions.Scheduling;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.OpeningDays;

namespace Hkall.Functions.Upkeep;

/// <summary>The sweep with what only this host needs, whatever makes it run.</summary>
public sealed class AzureSweep(Sweep sweep, IDateMover mover, ParkedMessages parked, ArmedTimers armed) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        // A request that is overdue shows that something recorded here is wrong, so the engine is asked again.
        armed.ForgetAll();
        var repaired = await sweep.RunAsync(cancellation);
        await mover.RunAsync(cancellation);
        await parked.CountAsync(cancellation);
        return repaired;
    }

    public Task<IReadOnlyList<(string RequestId, DateTimeOffset At)>> DueEntriesAsync(CancellationToken cancellation) => sweep.DueEntriesAsync(cancellation);
}
