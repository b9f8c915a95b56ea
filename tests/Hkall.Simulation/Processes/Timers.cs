using Hkall.Simulation.Faults;
using Hkall.Simulation.Running;
using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Processes;

/// <summary>
/// The timers of the service: the sweep, and with it a look at the queue and the tray, some times a day. Skipped, doubled and
/// killed they still have to do.
/// </summary>
public sealed class Timers(World world)
{
    /// <summary>In life it is minutes; what holds for hours holds for minutes, and a year of it is run through sooner.</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromHours(6);

    private static readonly TimeSpan AgainIn = TimeSpan.FromMinutes(10);

    private readonly Dice _dice = world.Dice.Fork(0x5EE9);

    public void Start() => world.Stage.After(_dice.Between(TimeSpan.FromMinutes(1), SweepEvery), Tick);

    private void Tick()
    {
        foreach (var machine in world.Machines)
        {
            machine.MaySetClock();
        }

        if (world.Faults.Strikes(FaultKind.SweepSkipped))
        {
            world.Stage.After(TimeSpan.FromDays(1), Tick);
            return;
        }

        if (world.AnyProcess(_dice) is not { } process)
        {
            world.Stage.After(AgainIn, Tick);
            return;
        }

        world.Stage.After(SweepEvery, Tick);
        Run(process);
        if (world.Faults.Strikes(FaultKind.SweepDoubled))
        {
            foreach (var other in world.Machines.Where(machine => machine.IsUp && machine.Process != process))
            {
                Run(other.Process!);
            }
        }

        if (world.Faults.Strikes(FaultKind.SweepKilled))
        {
            world.Stage.After(_dice.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(200)), () =>
            {
                if (process.Alive)
                {
                    process.Machine.Kill();
                }
            });
        }
    }

    private void Run(Process process)
    {
        var (since, clock, fired) = (world.Stage.Now, process.Clock.GetUtcNow(), world.Faults.Fired.Sum());
        process.Work("sweep", async () =>
        {
            if (await process.Sweep.RunAsync(CancellationToken.None) > 0)
            {
                process.Waker.Learn();
            }
        }, done =>
        {
            // A sweep during which nothing went wrong has left nothing behind.
            if (done && world.Faults.Fired.Sum() == fired && world.Stage.Now - since < AgainIn)
            {
                world.Ledger.Swept(since, clock);
            }

            process.Work("round", async () => await process.Round.RunAsync(CancellationToken.None), _ => process.Waker.ExpectRound());
            world.Pump.LookSoon();
        });
    }
}
