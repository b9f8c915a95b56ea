using Hkall.Domain.Delivering;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Cancelling;

public class CrossedByAParcelTests
{
    [Fact]
    public void A_parcel_that_crosses_the_cancellation_is_still_the_patrons() =>
        Given(ARequest.Asking("HKU").CancelAsked())
            .When(new Shipped("HKU", "m-9"))
            .Then(new ItemShipped("HKU", null, false, Unwanted: false))
            .AndSends(Mail(Notice.CancelRefused))
            .AndTheMailSays(facts => facts.Reason == ReasonCode.Shipped)
            .AndIs(RequestStatus.InTransit);

    [Fact]
    public void An_unannounced_parcel_that_crossed_the_cancellation_is_received() =>
        Given(ARequest.Asking("HKU").CancelAsked())
            .When(new ReceiveItem())
            .Then(new ItemShipped("HKU", null, false, Unwanted: false), new ItemReceived(Date("2026-11-30"), false))
            .AndSends(Mail(Notice.CancelRefused), Mail(Notice.ReadyForPickup), Say(RequestingAction.Received, to: "HKU"));

    [Fact]
    public void A_confirmation_after_the_parcel_changes_nothing() =>
        Given(ARequest.Asking("HKU").CancelAsked().Shipped()).When(new CancelConfirmed("HKU", "m-9")).IsIgnored("HKU has already supplied it.");

    [Fact]
    public void A_parcel_after_a_cancellation_by_silence_is_followed_and_goes_straight_back()
    {
        var onItsWay = Given(ARequest.Asking("HKU").CancelAsked().Waits())
            .When(new Shipped("HKU", "m-9"))
            .Then(new ItemShipped("HKU", null, false, Unwanted: true))
            .AndSendsNothing()
            .AndIs(RequestStatus.InTransit)
            .Request;
        onItsWay.Request.ClosedAt.ShouldBeNull();

        Given(onItsWay)
            .When(new ReceiveItem())
            .Then(new ItemCheckedIn(ReasonCode.NotWanted))
            .AndSends(Say(RequestingAction.Received, to: "HKU"))
            .AndAwaits(DeadlineKind.SendingBack, End("2026-12-01"));
    }

    [Fact]
    public void The_patron_who_cancelled_hears_nothing_of_its_delay_its_recall_or_its_loss()
    {
        var onItsWay = ARequest.Asking("HKU", then: "CUHK").CancelAsked().Waits().Shipped();

        Given(onItsWay).When(new Recall("HKU", "m-9")).IsIgnored("It goes straight back when it arrives.");
        Given(onItsWay).WhenNobodyDoesAnything().Then(new StaffChased(DeadlineKind.Arrival, 1)).AndSends(Say(RequestingAction.AskStatus, to: "HKU"));
        Given(onItsWay.Waits().Waits().Waits()).WhenNobodyDoesAnything()
            .Then(new ItemLost(ReasonCode.LostInTransit))
            .AndSends(Say(RequestingAction.Lost, to: "HKU"));
    }

    [Fact]
    public void A_scan_that_crosses_the_cancellation_can_be_downloaded() =>
        Given(ARequest.AskingForACopy("HKU").CancelAsked())
            .When(new ScanArrived("HKU", "m-9", TheScan))
            .AndSends(Mail(Notice.ReadyToDownload), Say(RequestingAction.Received, to: "HKU"))
            .AndIs(RequestStatus.ReadyToDownload);

    [Fact]
    public void A_scan_after_the_cancellation_is_discarded()
    {
        var answer = ARequest.AskingForACopy("HKU").CancelAsked().CancelConfirmed().Decide(new ScanArrived("HKU", "m-9", TheScan))
            .ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>();

        answer.Effects.ShouldBe([new DiscardScan("scan-1")]);
    }
}
