using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Downloading;

/// <summary>A library says where its scan lies: it is fetched from there, and where that fails staff see to it.</summary>
public class FetchingTests
{
    private const string There = "https://library.example/scan";

    private static ARequest Located => ARequest.AskingForACopy("HKU", then: "CUHK").ScanLocated();

    [Fact]
    public void An_address_is_a_promise_and_the_scan_is_fetched_from_it() =>
        Given(ARequest.AskingForACopy("HKU")).When(new CopyReady("HKU", "m-1", There))
            .Then(Promised("HKU"), new ScanLocated("HKU", There))
            .AndSends(Mail(Notice.ItemExpected), new FetchScan("HKU", There))
            .AndIs(RequestStatus.Expected);

    [Fact]
    public void The_address_of_a_library_that_has_promised_is_fetched_too_and_once()
    {
        var promised = ARequest.AskingForACopy("HKU").Promised();

        Given(promised).When(new CopyReady("HKU", "m-2", There)).Then(new ScanLocated("HKU", There)).AndSends(new FetchScan("HKU", There));
        Given(promised.ScanLocated()).When(new CopyReady("HKU", "m-again", There)).IsIgnored("The scan is being fetched from there.");
    }

    [Fact]
    public void A_fetched_scan_is_supplied_like_any_other()
    {
        var arrived = Given(Located).When(new ScanArrived("HKU", "m-9", TheScan));

        arrived.AndIs(RequestStatus.ReadyToDownload).Request.Request.Scanned.ShouldBeNull();
        Given(arrived.Request).When(new ScanArrived("HKU", "m-9", TheScan)).IsIgnored("The message was heard before.");
    }

    [Fact]
    public void A_failed_fetch_is_shown_to_staff_and_does_not_change_the_deadline()
    {
        var failed = Given(Located).When(new ScanUnreachable("HKU", "m-9", "It is not open to us (403)."));

        failed.Then(new ScanNotFetched("HKU", There, "It is not open to us (403).")).AndSendsNothing().AndIs(RequestStatus.Expected);
        failed.Request.Request.Scanned.ShouldNotBeNull().Trouble.ShouldBe("It is not open to us (403).");
        failed.Request.Awaited.ShouldBe(Located.Awaited);
    }

    [Fact]
    public void The_address_named_again_after_that_is_tried_again() =>
        Given(Located.ScanNotFound())
            .When(new CopyReady("HKU", "m-9", There)).AndSends(new FetchScan("HKU", There)).Request.Request.Scanned!.Trouble.ShouldBeNull();

    [Fact]
    public void The_address_of_a_library_that_was_given_up_is_good_all_the_same() =>
        Given(ARequest.AskingForACopy("HKU", then: "CUHK").Waits()).When(new CopyReady("HKU", "m-9", There)).AndSends(new FetchScan("HKU", There));

    [Fact]
    public void An_address_is_nothing_to_a_loan() =>
        Given(ARequest.Asking("HKU")).When(new CopyReady("HKU", "m-1", There)).IsIgnored("The item was asked for, not a scan.");
}
