using Hkall.Simulation.Exhaustive;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Tests;

public sealed class PairTests
{
    /// <summary>The pairs that are nearest to each other; the program tries all (<c>--pairs</c>).</summary>
    private const int Reach = 1;

    /// <summary>
    /// One pair in so many is tried in the quick run. It shares no factor with the pairs of each write, so that every kind meets every other.
    /// </summary>
    private const int OneIn = 9;

    private static readonly FaultKind[] Some = [FaultKind.KilledBefore, FaultKind.KilledAfter, FaultKind.AnswerLost, FaultKind.WrittenLate];

    private static readonly Lazy<IReadOnlyList<(RunPlan Plan, int Writes)>> Journeys = new(Pairs.Journeys);

    private static IReadOnlyList<RunPlan> All => [.. Journeys.Value.SelectMany(journey => Pairs.Of(journey.Plan, journey.Writes, Some, Reach))];

    /// <summary>Takes seconds: the shortest loan and copy are looked for among sixty runs.</summary>
    [Fact]
    public void Two_faults_in_a_row_do_no_more_harm_than_one()
    {
        var tried = All.Where((_, number) => number % OneIn == 0).ToList();

        ShouldDoNoHarm(tried);
        tried.Select(plan => (plan.Script![0].Kind, plan.Script[1].Kind)).Distinct().Count().ShouldBe(Some.Length * Some.Length);
    }

    [Fact]
    [Trait("Run", "Full")]
    public void Two_faults_in_a_row_do_no_more_harm_than_one_at_any_write_of_a_journey() => ShouldDoNoHarm(All);

    private static void ShouldDoNoHarm(IReadOnlyList<RunPlan> plans)
    {
        var results = Campaign.All(plans, threads: 2);

        results.Where(result => !result.Passed)
            .Select(result => $"{result.Plan.Seed} {string.Join(" and ", result.Plan.Script!)}: {result.Violations[0]}").ShouldBeEmpty();
        results.Count(result => result.Fired.Sum() == 2).ShouldBeGreaterThan(results.Count / 2);
        Journeys.Value.Count.ShouldBe(2);
    }
}
