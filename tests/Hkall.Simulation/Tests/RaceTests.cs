using Hkall.Simulation.Exhaustive;

namespace Hkall.Simulation.Tests;

public sealed class RaceTests
{
    /// <summary>Enough that the quick run meets each race in many different orders, and ends within a second.</summary>
    private const int OrdersTried = 16;

    /// <summary>Where the second process has to read first they have thousands of orders: the program tries those (<c>--races</c>).</summary>
    private static readonly string[] Long = ["renew and due", "return and overdue"];

    public static IEnumerable<object[]> Meetings =>
        from race in Races.All
        from bothRemember in (bool[])[true, false]
        select new object[] { race.Name, bothRemember };

    public static IEnumerable<object[]> MeetingsInEveryOrder =>
        Meetings.Where(meeting => meeting is [string race, bool bothRemember] && (bothRemember || !Long.Contains(race)));

    [Theory]
    [MemberData(nameof(Meetings))]
    public void Two_callers_at_one_request_do_no_harm_in_many_orders_of_their_calls(string race, bool bothRemember)
    {
        var (orders, wrong) = EveryOrder.Some(Races.All.Single(one => one.Name == race), bothRemember, OrdersTried);

        wrong.ShouldBeEmpty($"{wrong.Count} of {OrdersTried} tries.");

        // The dice throw some orders of a short race more than once.
        orders.ShouldBeGreaterThan(OrdersTried / 4);
    }

    [Theory]
    [Trait("Run", "Full")]
    [MemberData(nameof(MeetingsInEveryOrder))]
    public void Two_callers_at_one_request_do_no_harm_in_every_order_of_their_calls(string race, bool bothRemember)
    {
        var (orders, wrong) = EveryOrder.Of(Races.All.Single(one => one.Name == race), bothRemember);

        wrong.ShouldBeEmpty($"{wrong.Count} of {orders} orders.");
        orders.ShouldBeGreaterThan(10);
    }
}
