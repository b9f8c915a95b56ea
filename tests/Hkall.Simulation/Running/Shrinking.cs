namespace Hkall.Simulation.Running;

/// <summary>A run that fails, made smaller for as long as it still fails in the same invariant: fewer faults, requests, people.</summary>
public static class Shrinking
{
    public static RunResult Least(RunPlan failing)
    {
        var least = OneRun.Play(failing);
        var smaller = true;
        while (smaller)
        {
            smaller = false;
            foreach (var plan in Smaller(least.Plan))
            {
                var result = OneRun.Play(plan);
                if (!result.Passed && result.Violations[0].Invariant == least.Violations[0].Invariant)
                {
                    (least, smaller) = (result, true);
                    break;
                }
            }
        }

        return least;
    }

    private static IEnumerable<RunPlan> Smaller(RunPlan plan)
    {
        // Halves first, then one by one.
        var kinds = plan.Faults.Order().ToList();
        for (var piece = (kinds.Count + 1) / 2; piece >= 1; piece /= 2)
        {
            for (var from = 0; from < kinds.Count; from += piece)
            {
                yield return plan with { Faults = kinds.Take(from).Concat(kinds.Skip(from + piece)).ToHashSet() };
            }
        }

        if (plan.Requests > 1)
        {
            yield return plan with { Requests = plan.Requests / 2 };
            yield return plan with { Requests = plan.Requests - 1 };
        }

        if (plan.People > 1)
        {
            yield return plan with { People = plan.People - 1 };
        }
    }
}
