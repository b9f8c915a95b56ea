namespace Hkall.Simulation.Exhaustive;

/// <summary>A race in every order of its calls.</summary>
public static class EveryOrder
{
    /// <returns>How many orders there are, and what was wrong in which.</returns>
    public static (int Orders, IReadOnlyList<string> Wrong) Of(Race race, bool bothRemember)
    {
        var wrong = new List<string>();
        var orders = 0;
        for (IReadOnlyList<int>? choices = []; choices is not null; orders++)
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

            choices = Gate.After(taken);
        }

        return (orders, wrong);
    }
}
