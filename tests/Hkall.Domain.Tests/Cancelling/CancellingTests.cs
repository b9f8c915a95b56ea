using Hkall.Domain.Cancelling;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Cancelling;

public class CancellingTests
{
    [Fact]
    public void A_patron_who_no_longer_needs_it_cancels_and_the_library_asked_is_told() =>
        Given(ARequest.Asking("HKU", then: "CUHK"))
            .When(new CancelRequest(Who.Patron))
            .Then(new CancelAsked(Who.Patron))
            .AndSends(Say(RequestingAction.Cancel, to: "HKU"))
            .AndAwaits(DeadlineKind.CancelAnswer, End("2026-11-26"))
            .AndIs(RequestStatus.Cancelling);

    [Fact]
    public void A_promised_item_can_still_be_cancelled() =>
        Given(ARequest.Asking("HKU").Promised()).When(new CancelRequest(Who.Staff)).Then(new CancelAsked(Who.Staff));

    [Fact]
    public void A_request_is_cancelled_when_the_library_agrees_and_no_other_is_asked() =>
        Given(ARequest.Asking("HKU", then: "CUHK").CancelAsked())
            .When(new CancelConfirmed("HKU", "m-9"))
            .Then(new RequestCancelled(ReasonCode.AgreedByLibrary))
            .AndSends(Mail(Notice.Cancelled))
            .AndIsClosed(RequestStatus.Cancelled, ReasonCode.AgreedByLibrary);

    [Fact]
    public void A_library_that_cannot_supply_has_nothing_left_to_cancel() =>
        Given(ARequest.Asking("HKU", then: "CUHK").CancelAsked())
            .When(new Unfilled("HKU", "m-9"))
            .Then(new RequestCancelled(ReasonCode.AgreedByLibrary))
            .AndSends(Mail(Notice.Cancelled));

    [Fact]
    public void Silence_is_taken_as_agreement() =>
        Given(ARequest.Asking("HKU", then: "CUHK").CancelAsked())
            .WhenNobodyDoesAnything()
            .Then(new RequestCancelled(ReasonCode.SupplierSilent))
            .AndSends(Mail(Notice.Cancelled))
            .AndIsClosed(RequestStatus.Cancelled, ReasonCode.SupplierSilent);

    [Fact]
    public void A_library_that_will_not_cancel_is_waited_for_and_the_patron_is_told() =>
        Given(ARequest.Asking("HKU").CancelAsked())
            .When(new CancelDeclined("HKU", "m-9", StatedReason.InWords("packed")))
            .Then(new CancelRefused("HKU", StatedReason.InWords("packed")))
            .AndSends(Mail(Notice.CancelRefused))
            .AndTheMailSays(facts => facts is { Library: "HKU Library", Reason.Code: ReasonCode.BeingSupplied })
            .AndAwaits(DeadlineKind.Shipment, End("2026-11-26"))
            .AndIs(RequestStatus.Expected)
            .Request.Request.Supplier?.Standing.ShouldBe(RotaStatus.Promised);

    [Fact]
    public void A_library_that_will_not_cancel_is_not_asked_to_a_second_time() =>
        Given(ARequest.Asking("HKU", then: "CUHK").CancelAsked().And(new CancelDeclined("HKU", "m-9", StatedReason.InWords("packed"))))
            .When(new CancelRequest(Who.Patron))
            .IsRefused(Refusal.TooLate);

    [Fact]
    public void No_other_library_is_asked_when_the_supplier_of_a_cancelled_request_sends_nothing() =>
        Given(ARequest.Asking("HKU", then: "CUHK").CancelAsked().And(new CancelDeclined("HKU", "m-9", StatedReason.InWords("packed"))))
            .WhenNobodyDoesAnything()
            .Then(new SupplierPassedOver("HKU", ReasonCode.PromiseNotKept), new RequestCancelled(ReasonCode.CancelledBefore))
            .AndSends(Say(RequestingAction.Cancel, to: "HKU"), Mail(Notice.Cancelled))
            .AndIsClosed(RequestStatus.Cancelled, ReasonCode.CancelledBefore);

    [Fact]
    public void No_other_library_is_asked_when_the_supplier_of_a_cancelled_request_cannot_send_it() =>
        Given(ARequest.Asking("HKU", then: "CUHK").CancelAsked().And(new CancelDeclined("HKU", "m-9", StatedReason.InWords("packed"))))
            .When(new Unfilled("HKU", "m-10"))
            .Then(new SupplierPassedOver("HKU", ReasonCode.Unfilled), new RequestCancelled(ReasonCode.CancelledBefore))
            .AndSends(Mail(Notice.Cancelled))
            .AndIsClosed(RequestStatus.Cancelled, ReasonCode.CancelledBefore);

    [Fact]
    public void Cancelling_again_changes_nothing() =>
        Given(ARequest.Asking("HKU").CancelAsked()).When(new CancelRequest(Who.Patron)).IsIgnored("The cancellation is already on its way.");

    [Fact]
    public void A_promise_that_crosses_the_cancellation_does_not_undo_it() =>
        Given(ARequest.Asking("HKU").CancelAsked())
            .When(new WillSupply("HKU", "m-9"))
            .IsIgnored("The patron has cancelled; the answer to that is awaited.");

    [Fact]
    public void A_request_in_transit_or_later_cannot_be_cancelled()
    {
        ARequest[] tooLate =
        [
            ARequest.Asking("HKU").OnItsWay(),
            ARequest.Asking("HKU").OnTheShelf(),
            ARequest.Asking("HKU").ForUseHere(),
            ARequest.Asking("HKU").OnLoan(),
            ARequest.Asking("HKU").Overdue(),
            ARequest.Asking("HKU").OnLoan().Recalled(),
            ARequest.Asking("HKU").GivenBack(),
            ARequest.Asking("HKU").OnLoan().DeclaredLost(),
            ARequest.Asking("HKU").Declined().GivenUp(),
            ARequest.AskingForACopy("HKU").ReadyToDownload(),
        ];

        foreach (var request in tooLate)
        {
            Given(request).When(new CancelRequest(Who.Patron)).IsRefused(Refusal.TooLate);
        }
    }
}
