using Hkall.Simulation.Running;
using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Stores;

/// <summary>The queue's trigger: has a process look where a message is, or has become visible again.</summary>
public sealed class Pump(World world)
{
    private const int MostAtOnce = 4;
    private static readonly TimeSpan AgainIn = TimeSpan.FromMinutes(1);

    private readonly Dice _dice = world.Dice.Fork(0x9049);

    public void LookSoon() => Look(_dice.Between(TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(2)));

    public void Look(TimeSpan after) => world.Stage.After(after, LookNow);

    private void LookNow()
    {
        if (world.Queue.CountAsync(CancellationToken.None).GetAwaiter().GetResult() == 0)
        {
            return;
        }

        if (world.AnyProcess(_dice) is not { } process)
        {
            Look(AgainIn);
            return;
        }

        process.Work("pump", async () =>
        {
            if (await process.Inbox.PumpAsync(MostAtOnce, CancellationToken.None) == MostAtOnce)
            {
                LookSoon();
            }
        }, done =>
        {
            process.Waker.ExpectRound();
            if (!done)
            {
                Look(AgainIn);
            }
        });
    }
}
