using Hkall.Simulation.Exhaustive;

namespace Hkall.Simulation.Tests;

public sealed class RaceTests
{
    /// <summary>Where the second process has to read first they have thousands of orders: the program tries those (<c>--races</c>).</summary>
    private static readonly string[] Long = ["renew and due", "return and overdue"];

    public static TheoryData<string, bool> Meetings
    {
        get
        {
            var meetings = new TheoryData<string, bool>();
            foreach (var race in Races.All)
            {
                meetings.Add(race.Name, true);
                if (!Long.Contains(race.Name))
                {
                    meetings.Add(race.Name, false);
                }
            }

            return meetings;
        }
    }

    [Theory]
    [MemberData(nameof(Meetings))]
    public void Two_who_meet_at_a_request_do_no_harm_in_whatever_order_their_calls_come(string race, bool bothRemember)
    {
        var (orders, wrong) = EveryOrder.Of(Races.All.Single(one => one.Name == race), bothRemember);

        wrong.ShouldBeEmpty($"{wrong.Count} of {orders} orders.");
        orders.ShouldBeGreaterThan(10);
    }
}
