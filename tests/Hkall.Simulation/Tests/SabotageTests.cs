using Hkall.Simulation.Invariants;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Tests;

/// <summary>The desk is broken on purpose, and the ledger says in which way. What it never says would be no check at all.</summary>
public sealed class SabotageTests
{
    /// <summary>Runs in which each of them is met.</summary>
    private const int Seeds = 6;

    public static TheoryData<Invariant, string> Sabotages => new()
    {
        { Invariant.I1, nameof(ForgetfulQueue) },
        { Invariant.I2, nameof(LostEvents) },
        { Invariant.I3, nameof(TwiceMailer) },
        { Invariant.I4, nameof(HastyRule) },
        { Invariant.I5, nameof(SleepyHouse) },
        { Invariant.I6, nameof(HangingMailer) },
        { Invariant.I7, nameof(WrongPartition) },
        { Invariant.I8, nameof(TellTaleRows) },
        { Invariant.I9, nameof(OneDownloadMore) },
        { Invariant.I10, nameof(BlindService) },
    };

    [Theory]
    [MemberData(nameof(Sabotages))]
    public void Every_deliberate_defect_is_found_as_a_breach_of_its_invariant(Invariant invariant, string sabotage)
    {
        var how = (Sabotage)Activator.CreateInstance(typeof(SabotageTests).Assembly.GetType($"{typeof(SabotageTests).Namespace}.{sabotage}")!)!;

        var results = Campaign.All(new RunPlan(0) { Sabotage = how, Requests = 6 }, from: 1, Seeds, threads: 2);

        var violations = results.SelectMany(result => result.Violations).ToList();
        violations.ShouldNotBeEmpty();
        violations.Where(violation => violation.Invariant != invariant).ShouldBeEmpty();
    }

    [Fact]
    public void Every_invariant_is_broken_by_somebody() =>
        Sabotages.Select(row => (Invariant)row[0]).ShouldBe(Enum.GetValues<Invariant>());
}
