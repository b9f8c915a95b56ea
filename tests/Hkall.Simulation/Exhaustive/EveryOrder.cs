using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Exhaustive;

/// <summary>A race in every order of its calls, or in some of them.</summary>
public static class EveryOrder
{
    /// <summary>More choices than the shorter races have; where a race has more, the first call goes first.</summary>
    private const int ChoicesThrown = 64;

    /// <returns>How many orders there are, and what was wrong in which.</returns>
    public static (int Orders, IReadOnlyList<string> Wrong) Of(Race race, bool bothRemember)
    {
        var wrong = new List<string>();
        var orders = 0;
        for (IReadOnlyList<int>? choices = []; choices is not null; orders++)
        {
            choices = Gate.After(Try(race, bothRemember, choices, wrong));
        }

        return (orders, wrong);
    }

    /// <summary>Some orders, spread over all of them by dice: the same in every run.</summary>
    /// <returns>How many different orders were tried, and what was wrong in which.</returns>
    public static (int Orders, IReadOnlyList<string> Wrong) Some(Race race, bool bothRemember, int tries)
    {
        var wrong = new List<string>();
        var orders = new HashSet<string>();
        for (var number = 1; number <= tries; number++)
        {
            var dice = new Dice((ulong)number);
            orders.Add(string.Concat(Try(race, bothRemember, [.. Enumerable.Range(0, ChoicesThrown).Select(_ => dice.Below(2))], wrong)));
        }

        return (orders.Count, wrong);
    }

    /// <returns>The choices that were taken.</returns>
    private static IReadOnlyList<int> Try(Race race, bool bothRemember, IReadOnlyList<int> choices, List<string> wrong)
    {
        var meeting = new Meeting();
        race.Before(meeting);
        var taken = meeting.Meet(race.One(meeting), race.Two(meeting), bothRemember, choices);
        if (meeting.Violations is [var violation, ..])
        {
            wrong.Add($"{string.Concat(taken)}: {violation}");
        }
        else if (!race.May.Contains(meeting.Request.Status))
        {
            wrong.Add($"{string.Concat(taken)}: it is {meeting.Request.Status}");
        }

        return taken;
    }
}
