using Hkall.Domain.Correcting;
using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Delivering;

/// <summary>Items of several volumes: together on the shelf, with the patron, and on their way back.</summary>
public class PartsTests
{
    private static ARequest Expected => ARequest.Asking("HKU").Promised();

    private static ARequest Sent => Expected.And(new Shipped("HKU", "m-sent") { Parts = 3 });

    private static ARequest TwoOfThree => Sent.And(new ReceiveItem(Barcode: "V1")).And(new ReceiveItem(Barcode: "V2"));

    private static ARequest InTheReadingRoom =>
        TwoOfThree.And(new ReceiveItem(LibraryUseOnly: true, Barcode: "V3"));

    private static ARequest OnLoan => TwoOfThree.And(new ReceiveItem(Barcode: "V3")).CheckedOut();

    [Fact]
    public void An_item_is_ready_when_all_its_parts_are_here_and_the_patron_is_told_once()
    {
        Given(Sent).When(new ReceiveItem(Barcode: "V1")).Then(new PartReceived("V1"), new ItemLabelled("V1")).AndSendsNothing().AndIs(RequestStatus.InTransit);
        Given(TwoOfThree).When(new ReceiveItem(Barcode: "V3"))
            .Then(new PartReceived("V3"), new ItemReceived(Date("2026-11-30"), LibraryUseOnly: false))
            .AndSends(Mail(Notice.ReadyForPickup), Say(RequestingAction.Received, to: "HKU"))
            .AndTheMailSays(facts => facts is { Parts: 3, PartsAnnounced: 3 })
            .AndIs(RequestStatus.ReadyForPickup);
    }

    [Fact]
    public void Staff_say_how_many_parts_there_are_when_the_library_does_not() =>
        Given(Expected.Shipped()).When(new ReceiveItem(Barcode: "V1", Parts: 2))
            .Then(new PartsAnnounced(2), new PartReceived("V1"), new ItemLabelled("V1"))
            .AndIs(RequestStatus.InTransit);

    [Fact]
    public void A_part_that_was_faster_than_its_message_is_received_all_the_same() =>
        Given(Expected).When(new ReceiveItem(Barcode: "V1", Parts: 2))
            .Then(new ItemShipped("HKU", null, LibraryUseOnly: false, Unwanted: false), new PartsAnnounced(2), new PartReceived("V1"), new ItemLabelled("V1"))
            .AndIs(RequestStatus.InTransit);

    [Fact]
    public void A_part_is_received_once_however_often_it_is_scanned() =>
        Given(TwoOfThree).When(new ReceiveItem(Barcode: "V2")).IsIgnored("This part is here already.");

    [Fact]
    public void The_slip_of_any_part_holds_for_the_whole_loan()
    {
        var first = Given(Expected.Shipped()).When(new ReceiveItem(LibraryUseOnly: true, LenderDueOn: Date("2026-12-18"), Barcode: "V1", Parts: 2))
            .Then(
                new PartsAnnounced(2),
                new ItemShipped("HKU", Date("2026-12-18"), LibraryUseOnly: true, Unwanted: false),
                new PartReceived("V1"),
                new ItemLabelled("V1"))
            .Request;

        var ready = first.And(new ReceiveItem(Barcode: "V2"));

        ready.Request.Loan.ShouldBe(new Loan { LibraryUseOnly = true, LenderDueOn = Date("2026-12-18") });
        Given(ready).When(new CheckOutItem()).AndIs(RequestStatus.LibraryUse);
    }

    [Fact]
    public void Several_parts_are_not_received_without_their_barcodes() => Given(Sent).When(new ReceiveItem()).IsRefused(Refusal.NotExpected);

    [Fact]
    public void When_staff_say_that_the_rest_does_not_come_the_patron_gets_what_is_here() =>
        Given(TwoOfThree).When(new RestNotComing())
            .Then(new PartsNotComing(1), new ItemReceived(Date("2026-11-30"), LibraryUseOnly: false))
            .AndSends(Say(RequestingAction.PartsMissing, to: "HKU"), Mail(Notice.ReadyForPickup), Say(RequestingAction.Received, to: "HKU"))
            .AndTheMailSays(facts => facts is { Parts: 2, PartsAnnounced: 3 })
            .AndIs(RequestStatus.ReadyForPickup);

    [Fact]
    public void The_lender_of_what_came_in_part_reads_how_many_parts_did_not_come_and_which_are_here() =>
        Given(TwoOfThree).When(new RestNotComing()).Effects
            .ShouldContain(new MessageSupplier("HKU", RequestingAction.PartsMissing, "1 of 3 did not come. Here are those with the barcodes V1, V2."));

    [Fact]
    public void Nobody_gives_up_the_rest_of_what_is_whole_or_of_nothing()
    {
        Given(Sent).When(new RestNotComing()).IsRefused(Refusal.NotExpected);
        Given(ARequest.Asking("HKU").OnTheShelf()).When(new RestNotComing()).IsRefused(Refusal.NotExpected);
        Given(OnLoan.DeclaredLost()).When(new RestNotComing()).IsRefused(Refusal.AlreadyClosed);
    }

    [Fact]
    public void Missing_parts_stop_delaying_the_patron_and_the_lender_is_not_told_that_all_is_lost()
    {
        var ended = TwoOfThree.WaitsUntil(RequestStatus.ReadyForPickup);

        ended.Request.Parts!.NotComing.ShouldBe(1);
        Given(TwoOfThree)
            .When(new LenderLost("HKU", "m-lost"))
            .AndSends(Say(RequestingAction.PartsMissing, to: "HKU"), Mail(Notice.ReadyForPickup), Say(RequestingAction.Received, to: "HKU"));
        Given(TwoOfThree).When(new DeclareLost("nowhere to be found")).IsRefused(Refusal.NothingToLose);
    }

    [Fact]
    public void All_parts_are_returned_together()
    {
        var sentBack = Given(OnLoan).When(new CheckInItem())
            .Then(new ItemCheckedIn(ReasonCode.Returned))
            .AndTheMailSays(facts => facts.Parts == 3)
            .Request.SentBack();

        sentBack.Request.Parts!.Here.Count.ShouldBe(3);
    }

    [Fact]
    public void A_part_that_is_missing_at_return_is_on_record_and_the_ladder_goes_on_for_it()
    {
        var missing = Given(OnLoan).When(new CheckInPart("V1")).Then(new PartReturned("V1"))
            .AndTheMailSays(facts => facts is { PartBack: "V1", PartsOut: ["V2", "V3"], Reason: null })
            .AndIs(RequestStatus.OnLoan).Request;
        var overdue = missing.And(new CheckInPart("V3")).WaitsUntil(RequestStatus.Overdue);

        overdue.Request.Parts!.Back.ShouldBe(["V1", "V3"]);
        Given(overdue).When(new CheckInPart("V3")).IsIgnored("This part is back already.");
        Given(overdue).When(new CheckInPart("V9")).IsRefused(Refusal.NotWithPatron);
        Given(overdue).When(new CheckInPart("V2")).AndIs(RequestStatus.Returning);
        overdue.WaitsUntil(RequestStatus.Lost).And(new CheckInPart("V2")).Request.Parts!.Back.ShouldBeEmpty("It is whole again.");
    }

    [Fact]
    public void A_mail_about_what_is_still_out_names_it_and_the_last_receipt_is_for_the_whole()
    {
        var missing = Given(OnLoan.And(new CheckInPart("V1")));
        missing.WhenNobodyDoesAnything().AndTheMailSays(facts => facts.PartsOut is ["V2", "V3"]);
        var last = Given(OnLoan.And(new CheckInPart("V1")).And(new CheckInPart("V2"))).When(new CheckInPart("V3")).AndIs(RequestStatus.Returning);
        last.AndTheMailSays(facts => facts is { PartBack: null, PartsOut: null });
    }

    [Fact]
    public void A_part_taken_back_by_mistake_is_undone_and_its_receipt_corrected() =>
        Given(OnLoan.And(new CheckInPart("V1"))).When(new UndoStep(Step.CheckInPart, "It was another volume"))
            .AndTheMailSays(facts => facts is { Undone: Step.CheckInPart, Now: RequestStatus.OnLoan, PartsOut: null });

    [Fact]
    public void Nobody_is_mailed_about_a_part_that_was_used_in_the_reading_room() =>
        Given(InTheReadingRoom).When(new CheckInPart("V1")).Then(new PartReturned("V1")).AndSendsNothing();

    [Fact]
    public void Of_a_lost_set_only_what_turns_up_is_found_and_the_rest_is_still_owed()
    {
        var lost = OnLoan.And(new CheckInPart("V2")).And(new DeclareLost("V1 and V3 are gone", Money.Hkd(300)));
        var owed = lost.Request.Balance();

        Given(lost).When(new CheckInItem()).IsRefused(Refusal.BarcodeRequired);
        Given(lost).When(new CheckInPart("V2")).IsIgnored("This part is back already.");
        var some = Given(lost).When(new CheckInPart("V3")).Then(new PartReturned("V3"))
            .AndTheMailSays(facts => facts is { PartBack: "V3", PartsOut: ["V1"], Reason.Code: ReasonCode.Found })
            .AndIs(RequestStatus.Lost).Request;
        some.Request.Balance().ShouldBe(owed);

        var found = Given(some).When(new CheckInPart("V1")).AndIs(RequestStatus.Returning).Request;
        found.Request.Balance().ShouldBeLessThan(owed);
    }

    [Fact]
    public void The_parts_of_a_lost_set_that_are_here_go_back_and_their_lender_hears_which()
    {
        var lost = OnLoan.And(new CheckInPart("V2")).And(new DeclareLost("V1 and V3 are gone"));

        var sent = Given(lost).When(new SendItemBack()).Then(new ItemSentBack()).AndIs(RequestStatus.Lost);
        sent.Effects.OfType<MessageSupplier>().ShouldHaveSingleItem().Note.ShouldBe(
            "We said that the item was lost. These parts of it are on their way back to you: V2. The others are still lost.");
        Given(sent.Request).When(new SendItemBack()).IsRefused(Refusal.AlreadyClosed);

        // The lender has the part; nobody may take that for the whole.
        Given(sent.Request).When(new LenderReceived("HKU", "m-9")).IsIgnored("Only some of its parts were sent back; staff see to the others.");
        Given(sent.Request.And(new CheckInPart("V3"))).When(new SendItemBack()).Then(new ItemSentBack());
    }

    [Fact]
    public void A_lost_set_of_which_nothing_is_here_has_nothing_to_send_back() =>
        Given(OnLoan.DeclaredLost()).When(new SendItemBack()).IsRefused(Refusal.AlreadyClosed);

    [Fact]
    public void An_item_in_one_part_is_taken_back_by_any_barcode() =>
        Given(ARequest.Asking("HKU").OnLoan()).When(new CheckInPart("38888001")).Then(new ItemCheckedIn(ReasonCode.Returned));

    [Fact]
    public void Another_librarys_item_may_come_in_one_part() =>
        ARequest.Asking("HKU", then: "CUHK").Promised().And(new Shipped("HKU", "m-sent") { Parts = 2 }).DeclaredLost().Request.Parts.ShouldBeNull();
}
