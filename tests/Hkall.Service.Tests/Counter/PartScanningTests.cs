using Hkall.Domain;
using Hkall.Domain.Supplying;
using Hkall.Service.Counter;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Texts;

namespace Hkall.Service.Tests.Counter;

/// <summary>Volumes of one work under the scanner: each is known by its own barcode.</summary>
public class PartScanningTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Each_volume_is_received_and_taken_back_by_its_barcode_and_staff_hear_which_it_was()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);
        var id = (await service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook, null, None)).ShouldBeOfType<Placement.Placed>().Card.Request.Id;
        (await service.Requests.HandleAsync(id, new Shipped("CUHK", "m-1") { Parts = 2 }, Actor.Library("CUHK"), None)).ShouldBeOfType<Done<PatronRequest>>();

        async Task<ScanAnswer> ScanAsync(string barcode, string? request = null, NoticeLanguage language = NoticeLanguage.English)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            return await service.Get<BarcodeService>().ScanAsync(new ScanForm { Barcode = barcode, Request = request }, "lam", language, None);
        }

        (await ScanAsync("V1", id)).Say.ShouldBe("Received part 1 of 2: hold it until the rest arrives.");
        (await ScanAsync("V1")).Outcome.ShouldBe(ScanOutcome.Nothing, "The same volume is not another one.");
        (await ScanAsync("V2", id, NoticeLanguage.TraditionalChinese)).Say.ShouldBe("已接收（共2件）：請放到預約書架。");
        (await ScanAsync("V2")).Did.ShouldBe("check-out");

        var whole = await ScanAsync(id);
        (whole.Outcome, whole.Choices!.ShouldHaveSingleItem().Action).ShouldBe((ScanOutcome.Ask, "check-in"));
        (await ScanAsync("V2")).Say.ShouldBe("Back: 1 of 2 parts. The loan goes on for the rest.");
        (await ScanAsync("V1")).Say.ShouldBe("Checked in, all 2 parts: return it to the lending library.");
        (await service.Mine.FindAsync(Patrons.Ho, id, None))!.Request.Status.ShouldBe(RequestStatus.Returning);
    }
}
