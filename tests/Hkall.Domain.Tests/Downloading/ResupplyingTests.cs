using Hkall.Domain.Downloading;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Downloading;

/// <summary>A scan that is wrong or cannot be read burns no download.</summary>
public class ResupplyingTests
{
    private static ARequest Ready => ARequest.AskingForACopy("HKU", then: "CUHK").ReadyToDownload();

    [Fact]
    public void A_scan_of_no_use_is_withdrawn_and_its_library_asked_for_a_better_one() =>
        Given(Ready.Downloaded(times: 2))
            .When(new ReportScan(ScanFault.Unreadable, Who.Patron))
            .AndSends(Say(RequestingAction.Resupply, to: "HKU"), Mail(Notice.ScanFaulted), new DiscardScan(TheScan.Id))
            .AndIs(RequestStatus.Expected)
            .AndAwaits(DeadlineKind.Scan, End("2026-11-26"))
            .Request.Request.Download.ShouldBeNull();

    [Fact]
    public void The_new_scan_has_all_its_downloads_and_a_window_of_its_own()
    {
        var again = Ready.Downloaded(times: 2)
            .At(Noon("2026-11-25")).Reported().And(new ScanArrived("HKU", "m-again", TheScan with { Id = "scan-2" }), at: Noon("2026-11-26"));

        again.Request.Download.ShouldNotBeNull().Remaining.ShouldBe(5);
        again.Request.Download!.Until.ShouldBe(Date("2026-12-10"));
    }

    [Fact]
    public void A_patron_without_downloads_left_may_still_report_the_scan_within_the_window()
    {
        var usedUp = Ready.Downloaded(times: 5);

        Given(usedUp).When(new ReportScan(ScanFault.Incomplete, Who.Patron)).AndIs(RequestStatus.Expected);
        Given(usedUp).When(new ReportScan(ScanFault.Incomplete, Who.Patron), at: End("2026-12-07")).IsRefused(Refusal.WindowClosed);
    }

    [Fact]
    public void A_library_that_does_not_supply_again_is_passed_over_like_any_other() =>
        Given(Ready.Reported()).WhenNobodyDoesAnything().AndIs(RequestStatus.Sourcing).Request.Supplier.ShouldBe("CUHK");

    [Fact]
    public void After_two_scans_of_no_use_staff_see_to_it()
    {
        var twice = Ready.Reported().Scanned().Reported().Scanned();

        Given(twice).When(new ReportScan(ScanFault.Wrong, Who.Patron)).IsRefused(Refusal.ResupplyLimit);
        Given(twice).When(new ReportScan(ScanFault.Wrong, Who.Staff)).AndIs(RequestStatus.Expected);
    }

    [Fact]
    public void A_scan_that_has_not_arrived_cannot_be_reported()
    {
        Given(ARequest.AskingForACopy("HKU")).When(new ReportScan(ScanFault.Wrong, Who.Patron)).IsRefused(Refusal.NoFile);
        Given(Ready.Reported()).When(new ReportScan(ScanFault.Wrong, Who.Patron)).IsRefused(Refusal.NoFile);
    }
}
