using System.Globalization;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Running;
using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Processes;

/// <summary>Where processes run, one after the other. It has a clock of its own, which may be wrong.</summary>
public sealed class Machine
{
    /// <summary>Two machines may be a quarter of an hour apart: each is wrong by half of it at most.</summary>
    private static readonly TimeSpan MostWrong = TimeSpan.FromMinutes(7.5);

    private readonly World _world;
    private readonly Dice _dice;

    public Machine(World world, int number)
    {
        (_world, Number, _dice) = (world, number, world.Dice.Fork(0x3AC41E00u + (ulong)number));
        if (world.Faults.Strikes(FaultKind.Skewed))
        {
            Skew = AnySkew(FaultKind.Skewed);
        }

        Process = new Process(world, this);
    }

    public int Number { get; }

    /// <summary>Null while it starts again.</summary>
    public Process? Process { get; private set; }

    public TimeSpan Skew { get; private set; }

    /// <summary>Whether it takes calls.</summary>
    public bool IsUp => Process is { Frozen: false };

    public void Kill()
    {
        if (Process is not { } process)
        {
            return;
        }

        Note("killed");
        Process = null;
        process.Die();
        _world.Ledger.ProcessDied();
        _world.Stage.After(_dice.Between(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(_dice.OneIn(5) ? 90 : 5)), Boot);
    }

    public void Freeze()
    {
        if (Process is { Frozen: false } process)
        {
            Note("frozen");
            process.Freeze(_world.Stage.Now + _dice.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15)));
        }
    }

    private void Boot()
    {
        if (_world.Faults.Strikes(FaultKind.ClockJumps))
        {
            Skew = AnySkew(FaultKind.ClockJumps);
        }

        Note("started");
        Process = new Process(_world, this);
        if (_dice.OneIn(2))
        {
            Process.Waker.Learn();
        }
    }

    /// <summary>The clock is set anew while the process runs.</summary>
    public void MaySetClock()
    {
        if (_world.Faults.Strikes(FaultKind.ClockJumps))
        {
            Skew = AnySkew(FaultKind.ClockJumps);
            Note("set its clock");
        }
    }

    private TimeSpan AnySkew(FaultKind kind) => _world.Faults.DiceOf(kind).Between(-MostWrong, MostWrong);

    private void Note(string what) => _world.Stage.Trace.Note(_world.Stage.Now, what, Number.ToString(CultureInfo.InvariantCulture));
}
