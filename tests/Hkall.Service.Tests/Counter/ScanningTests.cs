using Hkall.Domain;
using Hkall.Domain.Supplying;
using Hkall.Service.Counter;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Staff;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Counter;

/// <summary>Staff at the desk with a scanner, over the real desk.</summary>
public class ScanningTests
{
    private const string Barcode = "3 8888/0123#é";

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Successive_scans_take_an_item_through_every_step_at_our_library()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var id = await OnItsWayAsync(service);

        (await ScanAsync(world, service, id)).Did.ShouldBe("receive");
        (await ScanAsync(world, service, Barcode, request: id)).Did.ShouldBe("label");
        (await ScanAsync(world, service, Barcode)).Did.ShouldBe("check-out");
        (await ScanAsync(world, service, Barcode)).Did.ShouldBe("check-in");
        (await ScanAsync(world, service, Barcode)).Did.ShouldBe("send-back");
        var last = await ScanAsync(world, service, Barcode);

        last.Outcome.ShouldBe(ScanOutcome.Nothing);
        last.Request!.Status.ShouldBe(RequestStatus.Returning);
        last.Say.ShouldContain("Already sent back");
    }

    [Fact]
    public async Task A_scanner_that_fires_twice_does_it_once()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var id = await OnItsWayAsync(service);

        (await service.Get<BarcodeService>().ScanAsync(new ScanForm { Barcode = id }, "lam", NoticeLanguage.English, None)).Outcome.ShouldBe(ScanOutcome.Done);
        var again = await service.Get<BarcodeService>().ScanAsync(new ScanForm { Barcode = id }, "lam", NoticeLanguage.English, None);

        again.Outcome.ShouldBe(ScanOutcome.Repeated);
        again.Request!.Status.ShouldBe(RequestStatus.ReadyForPickup);
    }

    [Fact]
    public async Task Two_scans_at_the_very_same_time_do_it_once()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        await using var other = new AService(world, Mishap.None);
        var id = await OnItsWayAsync(service);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() =>
            (at % 2 == 0 ? service : other).Get<BarcodeService>().ScanAsync(new ScanForm { Barcode = id }, "lam", NoticeLanguage.English, None))));

        answers.Count(answer => answer.Outcome == ScanOutcome.Done).ShouldBe(1);
        answers.Count(answer => answer.Outcome == ScanOutcome.Repeated).ShouldBe(7);
        (await service.Get<RequestStore<PatronRequest, RequestEvent>>().ReadAsync(id, None))!.Request.Status.ShouldBe(RequestStatus.ReadyForPickup);
    }

    [Fact]
    public async Task A_parcel_received_with_its_barcode_is_known_by_it()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var id = await OnItsWayAsync(service);

        (await ScanAsync(world, service, Barcode, request: id)).Did.ShouldBe("receive");

        var found = await service.Get<StaffSearch>().FindAsync(Barcode, false, null, null, None);
        found.Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        (await service.Get<RequestStore<PatronRequest, RequestEvent>>().ReadAsync(id, None))!.Request.Barcode.ShouldBe(Barcode);
    }

    [Fact]
    public async Task A_barcode_whose_receipt_was_never_recorded_leads_to_nothing()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var id = await OnItsWayAsync(service);

        await service.Get<Barcodes>().PutUpAsync(Barcode, id, Patrons.Ho.Id, None);

        (await ScanAsync(world, service, Barcode)).Outcome.ShouldBe(ScanOutcome.Unknown);
    }

    [Fact]
    public async Task An_unknown_barcode_is_reported_as_unknown()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);

        (await ScanAsync(world, service, "9999999")).Outcome.ShouldBe(ScanOutcome.Unknown);
        (await ScanAsync(world, service, new string('0', RequestIds.Length))).Outcome.ShouldBe(ScanOutcome.Unknown);
    }

    [Fact]
    public async Task Two_items_of_one_barcode_are_asked_about_and_the_answer_is_taken()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var one = await OnItsWayAsync(service);
        var other = await OnItsWayAsync(service, "9780307277787");
        await LabelledAsync(world, service, one);
        await LabelledAsync(world, service, other);

        var asked = await ScanAsync(world, service, Barcode);
        asked.Outcome.ShouldBe(ScanOutcome.Ask);
        asked.Choices!.Select(choice => (choice.RequestId, choice.Action)).ShouldBe([(one, "check-out"), (other, "check-out")], ignoreOrder: true);

        var chosen = await ScanAsync(world, service, Barcode, request: other, action: "check-out");
        chosen.Did.ShouldBe("check-out");
        chosen.Request!.Id.ShouldBe(other);
    }

    [Fact]
    public async Task A_refusal_is_told_by_its_name()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var id = await OnItsWayAsync(service);

        var refused = await ScanAsync(world, service, id, action: "check-out");

        refused.Outcome.ShouldBe(ScanOutcome.Refused);
        refused.Code.ShouldBe("not-on-shelf");
    }

    [Theory]
    [InlineData("", null, null, "missing-member")]
    [InlineData("1", "no id", null, "bad-id")]
    [InlineData("1", null, "burn", "unknown-action")]
    public async Task A_form_that_is_none_is_refused_by_name(string barcode, string? request, string? action, string code)
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);

        (await Should.ThrowAsync<BadInputException>(() => ScanAsync(world, service, barcode, request, action))).Code.ShouldBe(code);
    }

    private static async Task LabelledAsync(World world, AService service, string id)
    {
        (await ScanAsync(world, service, id)).Did.ShouldBe("receive");
        await service.Get<Barcodes>().PutUpForAsync(id, new Hkall.Domain.Delivering.LabelItem(Barcode), None);
        (await service.Requests.HandleAsync(
            id, new Hkall.Domain.Delivering.LabelItem(Barcode), Actor.Staff("lam"), None)).ShouldBeOfType<Done<PatronRequest>>();
    }

    private static async Task<string> OnItsWayAsync(AService service, string isbn = "9780394740676")
    {
        var placed = await service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook with { Item = Patrons.ABook.Item with { Isbn = isbn } }, null, None);
        var id = placed.ShouldBeOfType<Placement.Placed>().Card.Request.Id;
        (await service.Requests.HandleAsync(id, new Shipped("CUHK", $"shipped-{isbn}"), Actor.Library("CUHK"), None)).ShouldBeOfType<Done<PatronRequest>>();
        return id;
    }

    /// <summary>Staff take the item up, which takes longer than a scanner bounces.</summary>
    private static Task<ScanAnswer> ScanAsync(World world, AService service, string barcode, string? request = null, string? action = null)
    {
        ((FakeTimeProvider)world.Machine).Advance(JustScanned.Window);
        return service.Get<BarcodeService>()
            .ScanAsync(new ScanForm { Barcode = barcode, Request = request, Action = action }, "lam", NoticeLanguage.English, None);
    }
}
