using Hkall.Simulation.Faults;

namespace Hkall.Simulation.Running;

/// <summary>What a run is made from. The same plan gives the same run, to the last step.</summary>
public sealed record RunPlan(ulong Seed)
{
    public static IReadOnlySet<FaultKind> AllFaults { get; } = Enum.GetValues<FaultKind>().ToHashSet();

    public int People { get; init; } = 3;

    public int Requests { get; init; } = 8;

    public IReadOnlySet<FaultKind> Faults { get; init; } = AllFaults;

    public Sabotage Sabotage { get; init; } = Sabotage.None;
}
