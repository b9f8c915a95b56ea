using Hkall.Domain.Downloading;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Downloading;

public class ScansTests
{
    [Fact]
    public void The_patron_is_told_as_soon_as_the_scan_is_here_and_the_library_that_we_have_it() =>
        Given(ARequest.AskingForACopy("HKU").Promised())
            .When(new ScanArrived("HKU", "m-9", TheScan))
            .Then(new ScanSupplied("HKU", TheScan, Allowed: 5, Until: Date("2026-12-07")))
            .AndSends(Mail(Notice.ReadyToDownload), Say(RequestingAction.Received, to: "HKU"))
            .AndTheMailSays(facts => facts.Downloads == 5 && facts.Date == Date("2026-12-07"))
            .AndAwaits(DeadlineKind.DownloadReminder, Start("2026-12-03"));

    [Fact]
    public void A_scan_from_a_library_we_gave_up_on_is_as_good() =>
        Given(ARequest.AskingForACopy("HKU", then: "CUHK").Waits())
            .When(new ScanArrived("HKU", "m-9", TheScan))
            .Then(new SupplierPassedOver("CUHK", ReasonCode.AnotherLibrarySupplied), new ScanSupplied("HKU", TheScan, 5, Date("2026-12-10")))
            .AndSends(Say(RequestingAction.Cancel, to: "CUHK"), Mail(Notice.ReadyToDownload), Say(RequestingAction.Received, to: "HKU"));

    [Fact]
    public void A_scan_takes_up_a_request_that_had_been_given_up_as_unfilled() =>
        Given(ARequest.AskingForACopy("HKU").Waits())
            .When(new ScanArrived("HKU", "m-9", TheScan))
            .AndSends(Mail(Notice.ReadyToDownload), Say(RequestingAction.Received, to: "HKU"))
            .AndIs(RequestStatus.ReadyToDownload);

    [Fact]
    public void A_second_scan_is_discarded_and_the_first_is_kept()
    {
        var second = ARequest.AskingForACopy("HKU").ReadyToDownload().Decide(new ScanArrived("HKU", "m-9", TheScan with { Id = "scan-2" }))
            .ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>();

        second.Why.ShouldBe("The scan is already here.");
        second.Effects.ShouldBe([new DiscardScan("scan-2")]);
    }

    [Fact]
    public void The_same_file_sent_again_is_not_taken_from_the_patron() =>
        ARequest.AskingForACopy("HKU").ReadyToDownload().Decide(new ScanArrived("HKU", "m-9", TheScan))
            .ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>().Effects.ShouldBeEmpty();

    [Fact]
    public void A_scan_is_no_answer_to_a_request_for_the_book() =>
        ARequest.Asking("HKU").Decide(new ScanArrived("HKU", "m-9", TheScan))
            .ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>().Effects.ShouldBe([new DiscardScan("scan-1")]);

    [Fact]
    public void The_item_itself_is_no_answer_to_a_request_for_a_copy() =>
        Given(ARequest.AskingForACopy("HKU")).When(new Shipped("HKU", "m-9")).IsIgnored("A scan was asked for, not the item.");

    [Fact]
    public void Staff_may_supply_a_scan_that_came_by_other_means() =>
        Given(ARequest.AskingForACopy("HKU"))
            .When(new SupplyScan(TheScan))
            .Then(new ScanSupplied("HKU", TheScan, 5, Date("2026-12-07")))
            .AndSends(Mail(Notice.ReadyToDownload), Say(RequestingAction.Received, to: "HKU"));

    [Fact]
    public void Staff_supply_no_scan_for_a_loan_nor_a_second_one()
    {
        Given(ARequest.Asking("HKU")).When(new SupplyScan(TheScan)).IsRefused(Refusal.NotACopy);
        Given(ARequest.AskingForACopy("HKU").ReadyToDownload()).When(new SupplyScan(TheScan)).IsRefused(Refusal.TooLate);
    }

    [Fact]
    public void A_library_that_promised_a_scan_and_sends_none_is_passed_over() =>
        Given(ARequest.AskingForACopy("HKU", then: "CUHK").Promised())
            .WhenNobodyDoesAnything()
            .Then(new SupplierPassedOver("HKU", ReasonCode.PromiseNotKept), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Cancel, to: "HKU"), Say(RequestingAction.Request, to: "CUHK"), Mail(Notice.Delayed));
}
