using Hkall.Domain.Cancelling;
using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.Renewing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Supplying;

/// <summary>Libraries that only a person can ask: nobody is told that they were asked before they were.</summary>
public class AskingByHandTests
{
    private static ARequest ToAsk => ARequest.Placed(
        ServiceType.Loan, Book, ["HKUST"], but: order => order with { Rota = [.. order.Rota, Library("HKPL") with { ByHand = true }, Library("HKU")] });

    private static ARequest HandsNext => ToAsk.And(new Unfilled("HKUST", "m-0"));

    private static ARequest AskedByHand => HandsNext.And(new RecordAsked(AnAsking));

    [Fact]
    public void A_library_that_only_a_person_can_ask_waits_until_staff_have_asked_it()
    {
        var waits = Given(ToAsk)
            .When(new Unfilled("HKUST", "m-0"))
            .Then(new SupplierPassedOver("HKUST", ReasonCode.Unfilled), new SupplierToAskByHand("HKPL"))
            .AndSendsNothing()
            .AndAwaits(DeadlineKind.AskingByHand, End("2026-11-24"))
            .AndIs(RequestStatus.Sourcing)
            .Request.Request;

        (waits.ToAskByHand, waits.Supplier).ShouldBe(("HKPL", null));
        waits.Rota.Single(entry => entry.Symbol == "HKPL").WasAsked.ShouldBeFalse();
    }

    [Fact]
    public void Its_time_to_answer_runs_from_when_staff_asked()
    {
        var asked = Given(HandsNext)
            .When(new RecordAsked(AnAsking), at: Noon("2026-11-24"))
            .Then(new SupplierAsked("HKPL", null!) { How = AnAsking })
            .AndSendsNothing()
            .AndAwaits(DeadlineKind.SupplierReply, End("2026-11-26"))
            .Request.Request;

        (asked.ToAskByHand, asked.Supplier?.Symbol).ShouldBe((null, "HKPL"));
    }

    [Fact]
    public void Nobody_is_recorded_as_asked_where_nobody_waits_for_it()
    {
        Given(ARequest.Asking("HKU")).When(new RecordAsked(AnAsking)).IsRefused(Refusal.NobodyToAskByHand);
        Given(ARequest.Asking("HKU").CancelAsked().CancelConfirmed()).When(new RecordAsked(AnAsking)).IsRefused(Refusal.AlreadyClosed);
    }

    [Fact]
    public void What_it_said_is_recorded_after_that_it_was_asked()
    {
        Given(HandsNext).When(new WillSupply("HKPL", "staff-1") { Word = ALibrarysWord }).IsRefused(Refusal.AskFirst);
        Given(HandsNext).When(new ReceiveItem()).IsRefused(Refusal.AskFirst);
        Given(HandsNext).When(new ReceiveItem(From: "HKPL")).IsRefused(Refusal.AskFirst);
        Given(AskedByHand).When(new WillSupply("HKPL", "staff-1") { Word = ALibrarysWord }).AndIs(RequestStatus.Expected);
    }

    [Fact]
    public void Staff_who_do_not_ask_are_reminded_and_then_the_next_library_is_asked()
    {
        var reminded = HandsNext.Waits().Waits().Waits();

        reminded.Request.Chased.ShouldBe(3);
        Given(reminded).WhenNobodyDoesAnything()
            .Then(new SupplierPassedOver("HKPL", ReasonCode.NotAsked), Asked("HKU"))
            .AndSends(Say(RequestingAction.Request, to: "HKU"));
    }

    [Fact]
    public void A_library_passed_over_before_it_was_asked_gets_no_farewell_and_may_say_nothing()
    {
        var passed = Given(HandsNext)
            .When(new AskNextSupplier(ReasonCode.PassedOverByStaff))
            .AndSends(Say(RequestingAction.Request, to: "HKU"))
            .Request;

        passed.Request.Rota.Single(entry => entry.Symbol == "HKPL").WasAsked.ShouldBeFalse();
        Given(passed).When(new Shipped("HKPL", "staff-1") { Word = ALibrarysWord }).IsRefused(Refusal.LibraryNotAsked);
    }

    [Fact]
    public void A_request_that_no_library_knows_of_is_cancelled_at_once() =>
        Given(HandsNext).When(new CancelRequest(Who.Patron)).AndSends(Mail(Notice.Cancelled)).AndIs(RequestStatus.Cancelled);

    [Fact]
    public void What_there_is_to_tell_it_later_is_work_for_staff()
    {
        var cancelling = Given(AskedByHand).When(new CancelRequest(Who.Patron)).AndSendsNothing().AndIs(RequestStatus.Cancelling).Request;

        cancelling.Request.ToTell.ShouldBe([new WordToTell(1, "HKPL", RequestingAction.Cancel)]);
        Given(cancelling).When(new RecordTold(1, AskedBy.Telephone, "Ms Lee."))
            .Then(new SupplierTold("HKPL", 1, RequestingAction.Cancel, AskedBy.Telephone, "Ms Lee."))
            .Request.Request.ToTell.ShouldBeNull();
        Given(cancelling).When(new RecordTold(2, AskedBy.Telephone, null)).IsRefused(Refusal.NothingToTell);
    }

    [Fact]
    public void A_library_before_it_that_sends_the_item_after_all_is_thanked_and_the_other_not_asked()
    {
        var late = ToAsk.Waits();

        Given(late).When(new ReceiveItem()).Request.Request.Rota.Single(entry => entry.Symbol == "HKPL").Why
            .ShouldBe((StatedReason)ReasonCode.AnotherLibrarySupplied);
        Given(late).When(new Shipped("HKUST", "m-late")).AndIs(RequestStatus.InTransit).Request.Request.ToAskByHand.ShouldBeNull();
    }

    [Fact]
    public void A_letter_that_did_not_arrive_is_no_asking()
    {
        var back = Given(ARequest.Asking("HKPL"))
            .When(new MessageUndelivered("HKPL", "m-1", RequestingAction.Request, "No such mailbox."))
            .Then(new SupplierToAskByHand("HKPL") { Undelivered = "No such mailbox." })
            .AndAwaits(DeadlineKind.AskingByHand, End("2026-11-24"))
            .Request;

        Given(back.And(new RecordAsked(AnAsking))).When(new CancelRequest(Who.Patron)).AndSendsNothing();
    }

    [Fact]
    public void A_later_letter_that_did_not_arrive_is_told_by_hand() =>
        Given(ARequest.Asking("HKU").CancelAsked())
            .When(new MessageUndelivered("HKU", "m-1", RequestingAction.Cancel, "No such mailbox."))
            .Then(new SupplierToTell("HKU", RequestingAction.Cancel))
            .AndIs(RequestStatus.Cancelling);

    [Fact]
    public void A_request_that_a_librarys_system_does_not_take_goes_to_the_next_library_at_once()
    {
        var refused = new MessageUndelivered("HKU", "m-1", RequestingAction.Request, "HKU answered an error.") { BySystem = true };
        Given(ARequest.Asking("HKU", then: "CUHK"))
            .When(refused)
            .Then(new SupplierPassedOver("HKU", ReasonCode.Undeliverable), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Request, to: "CUHK"));
        Given(ARequest.Asking("HKU")).When(refused).AndIs(RequestStatus.InReview);
        Given(ARequest.Asking("HKU").Promised()).When(refused).AndIs(RequestStatus.Expected);
        Given(ARequest.Asking("HKU").CancelAsked()).When(refused).AndIs(RequestStatus.Cancelled);
    }

    [Fact]
    public void A_renewal_that_does_not_reach_the_lender_is_not_granted_and_its_patron_told()
    {
        var unheard = new MessageUndelivered("HKU", "m-9", RequestingAction.Renew, "HTTP 400") { BySystem = true };
        Given(ARequest.Asking("HKU").OnLoan().RenewalAsked())
            .When(unheard)
            .Then(new RenewalNotGranted(ReasonCode.Undeliverable))
            .AndSends(Mail(Notice.RenewalDeclined));
        Given(ARequest.Asking("HKU").OnLoan()).When(unheard).IsIgnored("No renewal is awaited.");
    }

    [Fact]
    public void A_cancelling_that_a_librarys_system_does_not_take_is_told_by_hand_and_a_receipt_is_not()
    {
        Given(ARequest.Asking("HKU").CancelAsked())
            .When(new MessageUndelivered("HKU", "m-1", RequestingAction.Cancel, "HTTP 400") { BySystem = true })
            .Then(new SupplierToTell("HKU", RequestingAction.Cancel))
            .AndIs(RequestStatus.Cancelling);
        Given(ARequest.Asking("HKU").OnTheShelf())
            .When(new MessageUndelivered("HKU", "m-1", RequestingAction.Received, "HTTP 400") { BySystem = true })
            .IsIgnored("Nothing depends on this message.");
    }

    [Fact]
    public void A_library_that_answers_a_letter_taken_for_lost_was_asked_by_it() =>
        Given(ARequest.Asking("HKPL").And(new MessageUndelivered("HKPL", "m-1", RequestingAction.Request, "No such mailbox.")))
            .When(new WillSupply("HKPL", "answer-1") { Word = AnAnswerByLink })
            .AndIs(RequestStatus.Expected);

    [Fact]
    public void A_library_that_sends_the_item_after_a_letter_taken_for_lost_is_its_supplier() =>
        Given(ARequest.Asking("HKPL").And(new MessageUndelivered("HKPL", "m-1", RequestingAction.Request, "No such mailbox.")))
            .When(new Shipped("HKPL", "answer-1") { Word = AnAnswerByLink })
            .AndIs(RequestStatus.InTransit)
            .Request.Request.Supplier?.Symbol.ShouldBe("HKPL");

    [Fact]
    public void Staff_name_the_library_that_they_asked_unless_they_say_what_they_saw() =>
        Given(HandsNext)
            .When(new RecordAsked(AnAsking) { Meant = new NamedObject(null, null, null, null, MustName: true) })
            .IsRefused(Refusal.NotNamed);
}
