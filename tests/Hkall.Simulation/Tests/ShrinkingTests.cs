using Hkall.Simulation.Running;

namespace Hkall.Simulation.Tests;

public sealed class ShrinkingTests
{
    [Fact]
    public void A_failing_run_is_made_smaller_and_still_fails_in_the_same_way()
    {
        var failing = OneRun.Play(new RunPlan(1) { Sabotage = new TellTaleRows() });

        var least = Shrinking.Least(failing.Plan);

        least.Violations[0].Invariant.ShouldBe(failing.Violations[0].Invariant);
        least.Plan.Faults.ShouldBeEmpty();
        (least.Plan.Requests, least.Plan.People).ShouldBe((1, 1));
        SeedArguments.Read(SeedArguments.Replay(least.Plan).Split(' '))!.Plan.Faults.ShouldBeEmpty();
    }
}
