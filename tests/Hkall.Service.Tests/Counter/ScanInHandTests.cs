using Hkall.Domain;
using Hkall.Domain.Supplying;
using Hkall.Service.Counter;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Texts;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Counter;

/// <summary>A scan acts on what is in hand, never on another patron's loan.</summary>
public sealed class ScanInHandTests
{
    private const string Number = "LU0012";

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task With_a_request_in_hand_another_patrons_loan_of_the_same_barcode_is_left_alone()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var second = await OnItsWayAsync(service, "9780307277787");
        var first = await OnLoanAsync(world, service);
        (await ScanAsync(world, service, second)).Did.ShouldBe("receive");

        var asked = await ScanAsync(world, service, Number, request: second);

        asked.Outcome.ShouldBe(ScanOutcome.Ask);
        asked.Choices.ShouldBe([new ScanChoice(second, "label", "Orientalism"), new ScanChoice(first, "check-in", "Orientalism")]);
        (await StatusAsync(service, first)).ShouldBe(RequestStatus.OnLoan);
        (await ScanAsync(world, service, Number, second, "label")).Did.ShouldBe("label");
        (await StatusAsync(service, first)).ShouldBe(RequestStatus.OnLoan);
        (await ScanAsync(world, service, Number)).Choices!.Select(choice => choice.RequestId).ShouldBe([second, first], ignoreOrder: true);
    }

    [Fact]
    public async Task The_other_item_is_checked_in_where_staff_say_so()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var second = await OnItsWayAsync(service, "9780307277787");
        var first = await OnLoanAsync(world, service);
        await ScanAsync(world, service, second);
        await ScanAsync(world, service, Number, request: second);

        (await ScanAsync(world, service, Number, first, "check-in")).Did.ShouldBe("check-in");

        (await StatusAsync(service, second)).ShouldBe(RequestStatus.ReadyForPickup);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_copy_that_comes_a_second_time_is_received_for_the_patron_who_waits_for_it(bool closed)
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var second = await OnItsWayAsync(service, "9780307277787");
        var first = await SentBackAsync(world, service, closed);

        var asked = await ScanAsync(world, service, Number);

        asked.Outcome.ShouldBe(ScanOutcome.Ask);
        asked.Choices.ShouldBe([new ScanChoice(second, "receive", "Orientalism")]);
        (await ScanAsync(world, service, Number, second, "receive")).Did.ShouldBe("receive");
        (await StatusAsync(service, second)).ShouldBe(RequestStatus.ReadyForPickup);
        (await ScanAsync(world, service, Number)).Did.ShouldBe("check-out");
        (await StatusAsync(service, first)).ShouldBe(closed ? RequestStatus.Completed : RequestStatus.Returning);
    }

    [Fact]
    public async Task A_closed_request_does_not_keep_the_barcode_from_the_request_in_hand()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var second = await OnItsWayAsync(service, "9780307277787");
        await SentBackAsync(world, service, closed: true);
        (await ScanAsync(world, service, second)).Did.ShouldBe("receive");

        (await ScanAsync(world, service, Number, request: second)).Did.ShouldBe("label");

        (await ScanAsync(world, service, Number)).Did.ShouldBe("check-out");
    }

    [Theory]
    [InlineData("lu0012")]
    [InlineData("*LU0012*")]
    [InlineData("]C1LU0012\r\n")]
    [InlineData("ＬＵ００１２")]
    public async Task An_item_is_found_however_the_scanner_sends_its_barcode(string sent)
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        await OnLoanAsync(world, service);

        (await ScanAsync(world, service, sent)).Did.ShouldBe("check-in");
    }

    private static async Task<string> SentBackAsync(World world, AService service, bool closed)
    {
        var id = await OnLoanAsync(world, service);
        (await ScanAsync(world, service, Number)).Did.ShouldBe("check-in");
        (await ScanAsync(world, service, Number)).Did.ShouldBe("send-back");
        if (closed)
        {
            (await service.Requests.HandleAsync(id, new LenderReceived("CUHK", $"back-{id}"), Actor.Library("CUHK"), None))
                .ShouldBeOfType<Done<PatronRequest>>();
        }

        return id;
    }

    private static async Task<string> OnLoanAsync(World world, AService service)
    {
        var id = await OnItsWayAsync(service, "9780394740676");
        (await ScanAsync(world, service, id)).Did.ShouldBe("receive");
        (await ScanAsync(world, service, Number, request: id)).Did.ShouldBe("label");
        (await ScanAsync(world, service, Number)).Did.ShouldBe("check-out");
        return id;
    }

    private static async Task<string> OnItsWayAsync(AService service, string isbn)
    {
        var placed = await service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook with { Item = Patrons.ABook.Item with { Isbn = isbn } }, null, None);
        var id = placed.ShouldBeOfType<Placement.Placed>().Card.Request.Id;
        (await service.Requests.HandleAsync(id, new Shipped("CUHK", $"shipped-{isbn}"), Actor.Library("CUHK"), None)).ShouldBeOfType<Done<PatronRequest>>();
        return id;
    }

    private static async Task<RequestStatus> StatusAsync(AService service, string id) =>
        (await service.Mine.FindAsync(Patrons.Ho, id, None))!.Request.Status;

    private static Task<ScanAnswer> ScanAsync(World world, AService service, string barcode, string? request = null, string? action = null)
    {
        ((FakeTimeProvider)world.Machine).Advance(JustScanned.Window);
        return service.Get<BarcodeService>()
            .ScanAsync(new ScanForm { Barcode = barcode, Request = request, Action = action }, "lam", NoticeLanguage.English, None);
    }
}
