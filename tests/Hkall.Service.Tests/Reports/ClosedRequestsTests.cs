using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Reports;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Counts;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Reports;

/// <summary>What stays of a closed request when everything personal is gone.</summary>
public class ClosedRequestsTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_loan_that_went_all_the_way_leaves_its_library_its_days_and_its_outcome()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);

        await new LoanScript(world, service, loans: 1).RunAsync();

        var closed = (await service.Get<ClosedRequests>().PlacedAsync(Monday, Monday, None)).Values.ShouldHaveSingleItem();
        closed.Service.ShouldBe(ServiceType.Loan);
        closed.Group.ShouldBe(PatronGroup.Postgraduate);
        closed.Outcome.ShouldBe(RequestStatus.Completed);
        closed.Why.ShouldBe(ReasonCode.LenderReceived);
        closed.Supplier.ShouldBe("CUHK");
        closed.Tier.ShouldBe(Tier.Hkall);
        closed.ArrivedOn.ShouldBe(new DateOnly(2026, 11, 26));
        closed.WaitedDays.ShouldBe(3);
        closed.SupplierDays.ShouldBe(3);
        closed.Promise.ShouldNotBeNull();
        closed.Asked.ShouldBe([new AskedLibrary("CUHK", Tier.Hkall, null) { Promised = true }]);
    }

    [Fact]
    public async Task The_row_of_a_closed_request_holds_no_id_patron_item_or_time_of_day()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);

        var id = await CancelledAsync(service);

        var row = (await world.Stores.Rows.RangeAsync(RowTable.Statistics, "2026-11", "a", "z", 10, openOnly: false, None)).ShouldHaveSingleItem();
        foreach (var part in (string[])[id, Patrons.Ho.Id, "Orientalism", "9780394740676", "Said", "T0", "+08:00"])
        {
            $"{row.Partition} {row.Key} {row.Body}".ShouldNotContain(part);
        }
    }

    [Fact]
    public async Task A_request_still_open_leaves_none()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);

        (await service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook, null, None)).ShouldBeOfType<Placement.Placed>();

        (await service.Get<ClosedRequests>().PlacedAsync(Monday, Monday, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelled_then_reopened_by_a_late_parcel_it_is_counted_once_as_it_ended_last()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);
        var id = await CancelledAsync(service);

        await DoneAsync(service, id, new Shipped("CUHK", "late"));
        await DoneAsync(service, id, new Hkall.Domain.Delivering.ReceiveItem());
        await DoneAsync(service, id, new Hkall.Domain.Returning.SendItemBack());
        await DoneAsync(service, id, new LenderReceived("CUHK", "back"));

        var closed = (await service.Get<ClosedRequests>().PlacedAsync(Monday, Monday, None)).Values.ShouldHaveSingleItem();
        closed.Outcome.ShouldBe(RequestStatus.Completed);
        closed.ArrivedOn.ShouldBeNull("nobody was given it");
    }

    [Fact]
    public async Task A_period_takes_its_first_and_its_last_day_and_no_other()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);
        await CancelledAsync(service);
        var statistics = service.Get<ClosedRequests>();

        (await statistics.PlacedAsync(new DateOnly(2026, 10, 1), Monday, None)).Count.ShouldBe(1);
        (await statistics.PlacedAsync(Monday, new DateOnly(2027, 2, 1), None)).Count.ShouldBe(1);
        (await statistics.PlacedAsync(new DateOnly(2026, 10, 1), Monday.AddDays(-1), None)).ShouldBeEmpty();
        (await statistics.PlacedAsync(Monday.AddDays(1), new DateOnly(2027, 2, 1), None)).ShouldBeEmpty();
    }

    private static async Task<string> CancelledAsync(AService service)
    {
        var id = (await service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook, null, None)).ShouldBeOfType<Placement.Placed>().Card.Request.Id;
        await DoneAsync(service, id, new CancelRequest(Who.Patron));
        await DoneAsync(service, id, new CancelConfirmed("CUHK", "cancelled"));
        return id;
    }

    private static async Task DoneAsync(AService service, string id, RequestCommand command) =>
        (await service.Requests.HandleAsync(id, command, Actor.Staff("lam"), None)).ShouldBeOfType<Done<PatronRequest>>();
}
