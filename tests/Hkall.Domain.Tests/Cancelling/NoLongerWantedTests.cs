using Hkall.Domain.Cancelling;
using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Cancelling;

/// <summary>Until check-out a patron can say that they no longer want an item that cannot be cancelled any more.</summary>
public class NoLongerWantedTests
{
    private static ARequest WouldNot => ARequest.Asking("HKU", then: "CUHK").CancelAsked().And(new CancelDeclined("HKU", "m-9"));

    [Fact]
    public void An_item_on_its_way_that_is_no_longer_wanted_goes_straight_back_when_it_arrives()
    {
        var marked = Given(ARequest.Asking("HKU").OnItsWay())
            .When(new DeclareUnwanted(Who.Patron))
            .Then(new ItemUnwanted(Who.Patron))
            .AndSends(Mail(Notice.Unwanted))
            .AndTheMailSays(facts => facts is { Library: "HKU Library", Reason.Code: ReasonCode.Shipped })
            .AndIs(RequestStatus.InTransit)
            .Request;

        Given(marked)
            .When(new ReceiveItem())
            .Then(new ItemCheckedIn(ReasonCode.NotWanted))
            .AndSends(Say(RequestingAction.Received, to: "HKU"))
            .AndIs(RequestStatus.Returning);
    }

    [Fact]
    public void An_item_on_the_hold_shelf_that_is_no_longer_wanted_leaves_it_at_once()
    {
        var leaving = Given(ARequest.Asking("HKU").OnTheShelf())
            .When(new DeclareUnwanted(Who.Patron))
            .Then(new ItemUnwanted(Who.Patron))
            .AndSends(Mail(Notice.Unwanted))
            .AndTheMailSays(facts => facts.Reason is null)
            .AndIs(RequestStatus.Returning)
            .Request;

        leaving.Request.Shelf.ShouldBeNull();
        Given(leaving).When(new CheckOutItem()).IsRefused(Refusal.NotOnShelf);
        Given(leaving).When(new SendItemBack()).Then(new ItemSentBack()).AndSends(Say(RequestingAction.Returned, to: "HKU"));
    }

    [Fact]
    public void An_item_for_use_in_the_library_or_on_its_way_to_an_office_leaves_at_once_too()
    {
        Given(ARequest.Asking("HKU").ForUseHere()).When(new DeclareUnwanted(Who.Patron)).AndIs(RequestStatus.Returning);

        var outForDelivery = ARequest
            .Placed(ServiceType.Loan, Book, ["HKU"], group: PatronGroup.Academic, but: order => order with { Office = "Department of History" })
            .OnTheShelf();
        outForDelivery.Status.ShouldBe(RequestStatus.OutForDelivery);
        Given(outForDelivery).When(new DeclareUnwanted(Who.Patron)).AndIs(RequestStatus.Returning);
    }

    [Fact]
    public void What_staff_record_for_the_patron_is_recorded_as_theirs_with_the_patrons_word() =>
        Given(ARequest.Asking("HKU").OnTheShelf())
            .When(new DeclareUnwanted(Who.Staff, AWord))
            .Then(new ItemUnwanted(Who.Staff) { Word = AWord });

    [Fact]
    public void Saying_it_again_changes_nothing()
    {
        Given(ARequest.Asking("HKU").OnItsWay().Unwanted()).When(new DeclareUnwanted(Who.Staff)).IsIgnored("It goes straight back when it arrives.");
        Given(ARequest.Asking("HKU").OnTheShelf().Unwanted()).When(new DeclareUnwanted(Who.Patron)).IsIgnored("It is already on its way back.");
        Given(WouldNot.Unwanted()).When(new DeclareUnwanted(Who.Patron)).IsIgnored("It goes straight back when it arrives.");
    }

    [Fact]
    public void After_check_out_it_is_too_late()
    {
        ARequest[] tooLate =
        [
            ARequest.Asking("HKU").OnLoan(), ARequest.Asking("HKU").Overdue(), ARequest.Asking("HKU").OnLoan().Recalled(),
            ARequest.Asking("HKU").GivenBack(),
        ];

        foreach (var request in tooLate)
        {
            Given(request).When(new DeclareUnwanted(Who.Patron)).IsRefused(Refusal.TooLate);
        }

        Given(ARequest.Asking("HKU").OnLoan().DeclaredLost()).When(new DeclareUnwanted(Who.Patron)).IsRefused(Refusal.AlreadyClosed);
    }

    [Fact]
    public void Before_it_is_sent_the_request_is_cancelled_instead()
    {
        ARequest[] tooEarly =
        [
            ARequest.Asking("HKU"), ARequest.Asking("HKU").Promised(), ARequest.Asking("HKU").Quoted(), ARequest.Asking("HKU").CancelAsked(),
        ];

        foreach (var request in tooEarly)
        {
            Given(request).When(new DeclareUnwanted(Who.Patron)).IsRefused(Refusal.NotShipped);
        }
    }

    [Fact]
    public void A_copy_is_not_kept_for_the_patron() =>
        Given(ARequest.AskingForACopy("HKU").ReadyToDownload()).When(new DeclareUnwanted(Who.Patron)).IsRefused(Refusal.NotALoan);

    [Fact]
    public void The_item_of_a_library_that_would_not_cancel_goes_straight_back()
    {
        var marked = Given(WouldNot)
            .When(new DeclareUnwanted(Who.Patron))
            .Then(new ItemUnwanted(Who.Patron))
            .AndTheMailSays(facts => facts.Reason == ReasonCode.BeingSupplied)
            .AndIs(RequestStatus.Expected)
            .Request;

        Given(marked).When(new Shipped("HKU", "m-10")).Then(new ItemShipped("HKU", null, false, Unwanted: true)).AndSendsNothing();
        Given(marked).When(new ReceiveItem())
            .Then(new ItemShipped("HKU", null, false, Unwanted: true), new ItemCheckedIn(ReasonCode.NotWanted))
            .AndIs(RequestStatus.Returning);
    }

    [Fact]
    public void Nobody_is_asked_about_the_terms_of_an_item_that_goes_straight_back() =>
        Given(WouldNot.Unwanted())
            .When(new Conditional("HKU", "m-10", Cost: Charge))
            .Then(new SupplierPassedOver("HKU", ReasonCode.NotWanted), new RequestCancelled(ReasonCode.CancelledBefore))
            .AndSends(Say(RequestingAction.Cancel, to: "HKU"))
            .AndIsClosed(RequestStatus.Cancelled, ReasonCode.CancelledBefore);

    [Fact]
    public void The_patron_who_no_longer_wants_it_hears_nothing_of_its_delay_its_recall_or_its_loss()
    {
        var onItsWay = ARequest.Asking("HKU", then: "CUHK").OnItsWay().Unwanted();

        Given(onItsWay).When(new Recall("HKU", "m-9")).IsIgnored("It goes straight back when it arrives.");
        Given(onItsWay).WhenNobodyDoesAnything().AndSends(Say(RequestingAction.AskStatus, to: "HKU"));
        Given(onItsWay.Waits().Waits().Waits()).WhenNobodyDoesAnything()
            .Then(new ItemLost(ReasonCode.LostInTransit))
            .AndSends(Say(RequestingAction.Lost, to: "HKU"));
    }
}
