using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Supplying;

public class TurnaroundTests
{
    private static readonly DeliveryRange Page = new(3, 5);
    private static readonly RoutingPolicy Policy = new();

    [Fact]
    public void Of_too_few_supplies_nothing_is_concluded() =>
        Turnaround.Of([9, 9, 9, 9], Page, Policy).ShouldBe(new Turnaround(3, 4, 5, 0));

    [Fact]
    public void Of_five_supplies_something_is_concluded() =>
        Turnaround.Of([9, 9, 9, 9, 9], Page, Policy).Sample.ShouldBe(5);

    [Fact]
    public void With_enough_supplies_nine_of_ten_are_between_the_earliest_and_the_latest()
    {
        int[] days = [.. Enumerable.Range(1, 100)];

        Turnaround.Of(days, Page, Policy).ShouldBe(new Turnaround(10, 50, 90, 100));
    }

    [Fact]
    public void While_there_are_few_the_published_range_counts_as_well() =>
        Turnaround.Of([.. Enumerable.Repeat(8, 15)], Page, Policy).ShouldBe(new Turnaround(6, 6, 7, 15));

    [Fact]
    public void On_libraries_never_seen_before_about_nine_of_ten_come_by_the_latest_day()
    {
        // A library's times: most within the week, a tail that is late. The sample sees sixty of them, the check a thousand others.
        var random = new Random(20261125);
        int Days() => 2 + (int)Math.Round(-2.5 * Math.Log(1 - random.NextDouble()));
        var kept = Enumerable.Range(0, 40).Average(_ =>
        {
            var latest = Turnaround.Of([.. Enumerable.Range(0, 60).Select(_ => Days())], Page, Policy).Latest;
            return Enumerable.Range(0, 1_000).Average(_ => Days() <= latest ? 1.0 : 0.0);
        });

        kept.ShouldBeInRange(0.88, 0.94);
    }

    [Fact]
    public void An_estimate_by_measure_says_so_and_on_how_many_supplies_it_rests()
    {
        var request = Asked(entry => entry with { Delivery = new ExpectedDelivery(2, 8, 20) });

        request.Request.Estimate.ShouldBe(new Estimate(Date("2026-11-25"), Date("2026-12-03")) { Basis = EstimateBasis.Measured, Sample = 20 });
    }

    [Fact]
    public void How_long_a_library_took_is_counted_once_the_item_is_here_and_whether_that_was_in_time()
    {
        var late = Asked(entry => entry).And(new WillSupply("HKU", "m-1")).And(new Shipped("HKU", "m-2"))
            .Decide(new ReceiveItem(), Noon("2026-12-01")).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

        late.Effects.OfType<MeasureTurnaround>().ShouldBe([new MeasureTurnaround("HKU", ServiceType.Loan, 6, InTime: false)]);
    }

    [Fact]
    public void On_the_last_day_that_the_patron_was_told_it_is_in_time()
    {
        var shipped = Asked(entry => entry).And(new WillSupply("HKU", "m-1")).And(new Shipped("HKU", "m-2"));
        var lastDay = shipped.Request.Rota[0].ToldBy!.Value;

        var onIt = shipped.Decide(new ReceiveItem(), Noon($"{lastDay:yyyy-MM-dd}")).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

        onIt.Effects.OfType<MeasureTurnaround>().ShouldHaveSingleItem().InTime.ShouldBeTrue();
    }

    internal static ARequest Asked(Func<RotaEntry, RotaEntry> but) =>
        ARequest.Placed(ServiceType.Loan, Things.Book, ["HKU", "CUHK"], but: order => order with { Rota = [but(order.Rota[0]), .. order.Rota.Skip(1)] });
}
