using Hkall.Simulation.Exhaustive;
using Hkall.Simulation.Faults;

namespace Hkall.Simulation.Running;

/// <summary>What a run is made from. The same plan gives the same run, to the last step.</summary>
public sealed record RunPlan(ulong Seed)
{
    public static IReadOnlySet<FaultKind> AllFaults { get; } = Enum.GetValues<FaultKind>().ToHashSet();

    public int People { get; init; } = 3;

    public int Requests { get; init; } = 5;

    public IReadOnlySet<FaultKind> Faults { get; init; } = AllFaults;

    /// <summary>How many times as often as usual things go wrong.</summary>
    public int Fury { get; init; } = 1;

    /// <summary>In place of chance: what goes wrong at which write.</summary>
    public IReadOnlyList<FaultAt>? Script { get; init; }

    /// <summary>How long things go wrong, and in the first half of which requests are placed.</summary>
    public TimeSpan Storm { get; init; } = TimeSpan.FromDays(45);

    /// <summary>No timer goes off: no sweep, no waker and no round of the mail.</summary>
    public bool NoTimers { get; init; }

    public Sabotage Sabotage { get; init; } = Sabotage.None;
}
