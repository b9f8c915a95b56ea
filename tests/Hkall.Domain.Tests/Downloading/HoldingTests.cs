using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Downloading;

/// <summary>A scan of which nobody knows whether it is clean is held, and given to nobody.</summary>
public class HoldingTests
{
    private const string Malware = "The file contains Eicar-Signature.";

    private static readonly Scan Unknown = TheScan with { Unchecked = true };

    private static ARequest Held => ARequest.AskingForACopy("HKU", then: "CUHK").ScanHeld();

    [Fact]
    public void A_scan_that_is_not_checked_is_held_and_the_patron_is_not_yet_told_to_download_it() =>
        Given(ARequest.AskingForACopy("HKU")).When(new ScanArrived("HKU", "m-1", Unknown))
            .Then(Promised("HKU"), new ScanHeld("HKU"))
            .AndSends(Mail(Notice.ItemExpected), new CheckScan("HKU", Unknown))
            .AndIs(RequestStatus.Expected);

    [Fact]
    public void A_held_scan_cannot_be_downloaded() => Given(Held).When(new DownloadFile()).IsRefused(Refusal.NoFile);

    [Fact]
    public void A_held_scan_is_ready_once_it_is_known_to_be_clean()
    {
        var ready = Given(Held).When(new ScanArrived("HKU", "checked", TheScan)).AndIs(RequestStatus.ReadyToDownload).Request.Request;

        ready.Held.ShouldBeNull();
        ready.Download.ShouldNotBeNull().Scan.Unchecked.ShouldBeFalse();
    }

    [Fact]
    public void Of_a_scan_that_is_not_clean_staff_are_told_why_and_the_wait_goes_on()
    {
        var rejected = Given(Held).When(new ScanRejected("HKU", "checked", Malware));

        rejected.AndSendsNothing().AndIs(RequestStatus.Expected);
        rejected.Request.Request.Held.ShouldNotBeNull().Trouble.ShouldBe(Malware);
        rejected.Request.Awaited.ShouldBe(Held.Awaited);
    }

    [Fact]
    public void A_better_scan_of_the_same_library_is_supplied_after_all() =>
        Given(Held.ScanRejected()).When(new ScanArrived("HKU", "m-9", TheScan)).AndIs(RequestStatus.ReadyToDownload).Request.Request.Held.ShouldBeNull();

    [Fact]
    public void The_next_library_has_nothing_of_the_trouble_with_the_last() =>
        Given(Held.ScanRejected()).When(new Unfilled("HKU", "m-9")).Request.Request.Held.ShouldBeNull();

    [Fact]
    public void A_scan_of_staff_is_held_too() =>
        Given(ARequest.AskingForACopy("HKU").Promised()).When(new SupplyScan(Unknown)).Then(new ScanHeld("HKU")).AndSends(new CheckScan("HKU", Unknown));

    [Fact]
    public void A_scan_that_proves_clean_after_the_request_was_cancelled_is_not_supplied() =>
        Given(Held.CancelAsked().And(new CancelConfirmed("HKU", "m-9"))).When(new ScanArrived("HKU", "checked", TheScan))
            .IsIgnored("The request is closed.");

    [Theory]
    [InlineData("HKU", true)]
    [InlineData("CUHK", false)]
    [InlineData("NOBODY", false)]
    public void A_scan_is_expected_from_a_library_that_was_asked(string symbol, bool expected) =>
        ExpectedScans.From(ARequest.AskingForACopy("HKU", then: "CUHK").Request, symbol).ShouldBe(expected);

    [Fact]
    public void A_scan_is_still_taken_from_a_library_that_was_given_up() =>
        ExpectedScans.From(ARequest.AskingForACopy("HKU").Declined().GivenUp().Request, "HKU").ShouldBeTrue();

    [Fact]
    public void No_scan_is_expected_for_a_loan_or_once_one_is_here()
    {
        ExpectedScans.From(ARequest.Asking("HKU").Request, "HKU").ShouldBeFalse();
        ExpectedScans.From(ARequest.AskingForACopy("HKU").ReadyToDownload().Request, "HKU").ShouldBeFalse();
    }
}
