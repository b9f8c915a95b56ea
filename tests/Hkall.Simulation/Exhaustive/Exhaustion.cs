using System.Globalization;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Exhaustive;

/// <summary>What the program tries without chance.</summary>
public static class Exhaustion
{
    private const int MostShown = 10;

    public static int OfRaces(TextWriter output)
    {
        var failed = false;
        foreach (var race in Races.All)
        {
            foreach (var bothRemember in new[] { false, true })
            {
                var (orders, wrong) = EveryOrder.Of(race, bothRemember);
                failed |= wrong.Count > 0;
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture, $"{race.Name}{(bothRemember ? ", both remember" : string.Empty)}: {orders} orders, {wrong.Count} wrong"));
                wrong.Take(MostShown).ToList().ForEach(output.WriteLine);
            }
        }

        return failed ? 1 : 0;
    }

    public static int OfPairs(int threads, TextWriter output)
    {
        var failed = false;
        foreach (var (journey, writes) in Pairs.Journeys())
        {
            var results = Campaign.All([.. Pairs.Of(journey, writes, Pairs.Kinds, reach: int.MaxValue)], threads);
            var wrong = results.Where(result => !result.Passed).ToList();
            failed |= wrong.Count > 0;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {journey.Seed}, {writes} writes: {results.Count} pairs, {wrong.Count} wrong"));
            foreach (var result in wrong.Take(MostShown))
            {
                output.WriteLine($"{string.Join(" and ", result.Plan.Script!)}: {result.Violations[0]}");
            }
        }

        return failed ? 1 : 0;
    }
}
