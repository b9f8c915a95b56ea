using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Journeys;

public class ACopyTests
{
    [Fact]
    public void A_copy_from_placing_to_the_fifth_download()
    {
        var request = ARequest.AskingForACopy("HKU", then: "CUHK");
        request.Status.ShouldBe(RequestStatus.Sourcing);

        request = request.At(Noon("2026-11-24")).Promised();
        request.Status.ShouldBe(RequestStatus.Expected);

        request = request.At(Noon("2026-11-25")).Scanned();
        request.Status.ShouldBe(RequestStatus.ReadyToDownload);

        request = request.At(Noon("2026-11-26")).Downloaded(times: 5);
        (request.Status, request.Request.ClosedWhy, request.Request.ClosedAt).ShouldBe(
            (RequestStatus.Completed, ReasonCode.DownloadsUsedUp, Noon("2026-11-26")));
        request.Request.Events.ShouldBe(request.History.Count);
    }

    [Fact]
    public void A_copy_from_a_silent_library_to_the_end_of_its_window()
    {
        var request = ARequest.AskingForACopy("HKU", then: "CUHK").Waits();
        request.Request.Supplier?.Symbol.ShouldBe("CUHK");

        request = request.And(new CopyReady("CUHK", "m-1")).And(new ScanArrived("CUHK", "m-2", Things.TheScan)).Downloaded(times: 2);
        request = request.Waits().Waits();
        (request.Status, request.Request.ClosedWhy, request.Now).ShouldBe((RequestStatus.Completed, ReasonCode.DownloadWindowClosed, End("2026-12-10")));
        request.Request.Download?.Used.ShouldBe(2);
    }

    [Fact]
    public void A_copy_that_no_library_can_supply()
    {
        var request = ARequest.AskingForACopy("HKU", then: "CUHK").Declined().Declined().GivenUp();

        (request.Status, request.Request.ClosedWhy).ShouldBe((RequestStatus.Unfilled, ReasonCode.NoLibraryLeft));
        request.Request.Rota.Select(entry => entry.Standing).ShouldAllBe(standing => standing == RotaStatus.PassedOver);
    }
}
