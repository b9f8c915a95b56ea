using Hkall.Simulation.Exhaustive;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Tests;

public sealed class PairTests
{
    /// <summary>The pairs that are nearest to each other; the program tries all (<c>--pairs</c>).</summary>
    private const int Reach = 1;

    private static readonly FaultKind[] Some = [FaultKind.KilledBefore, FaultKind.KilledAfter, FaultKind.AnswerLost, FaultKind.WrittenLate];

    [Fact]
    public void Two_faults_one_after_the_other_do_no_more_harm_than_one()
    {
        var journeys = Pairs.Journeys();
        var results = Campaign.All([.. journeys.SelectMany(journey => Pairs.Of(journey.Plan, journey.Writes, Some, Reach))], threads: 2);

        results.Where(result => !result.Passed).Select(result => $"{result.Plan.Seed} {string.Join(" and ", result.Plan.Script!)}: {result.Violations[0]}").ShouldBeEmpty();
        results.Count(result => result.Fired.Sum() == 2).ShouldBeGreaterThan(results.Count / 2);
        journeys.Count.ShouldBe(2);
    }
}
