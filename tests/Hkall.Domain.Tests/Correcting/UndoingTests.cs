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

namespace Hkall.Domain.Tests.Correcting;

/// <summary>A slip of the hand at the counter can be taken back: the last step first, with a reason, and whoever was told wrong is told right.</summary>
public class UndoingTests
{
    private const string Why = "The wrong book was scanned.";

    [Fact]
    public void An_item_received_by_mistake_is_on_its_way_again_and_its_patron_and_its_lender_are_told()
    {
        var undone = Given(ARequest.Asking("HKU").OnTheShelf())
            .When(new UndoStep(Step.Receive, Why))
            .Then(new StepUndone(Step.Receive, Why))
            .AndSends(Mail(Notice.Corrected), Say(RequestingAction.Correction, to: "HKU"))
            .AndTheMailSays(facts => facts is { Undone: Step.Receive, Now: RequestStatus.InTransit, Date: null })
            .AndIs(RequestStatus.InTransit)
            .Request;

        undone.Request.Shelf.ShouldBeNull();
        undone.Request.ArrivedAt.ShouldBeNull();
        undone.Awaited.For.ShouldBe(DeadlineKind.Arrival);
        Given(undone).When(new ReceiveItem()).AndIs(RequestStatus.ReadyForPickup);
    }

    [Fact]
    public void What_was_received_before_anybody_announced_it_goes_back_to_what_it_was()
    {
        Given(ARequest.Asking("HKU").Received()).When(new UndoStep(Step.Receive, Why)).AndIs(RequestStatus.Sourcing);
        var expected = Given(ARequest.Asking("HKU").Promised().Received()).When(new UndoStep(Step.Receive, Why)).AndIs(RequestStatus.Expected).Request;

        expected.Request.Supplier!.Standing.ShouldBe(RotaStatus.Promised);
        expected.Awaited.For.ShouldBe(DeadlineKind.Shipment);
    }

    [Fact]
    public void An_item_checked_out_by_mistake_is_on_the_shelf_again_for_as_long_as_one_that_has_just_come()
    {
        var loan = ARequest.Asking("HKU").OnLoan();
        var later = loan.At(loan.Now.AddDays(3));

        var undone = Given(later)
            .When(new UndoStep(Step.CheckOut, Why))
            .AndSends(Mail(Notice.Corrected))
            .AndIs(RequestStatus.ReadyForPickup)
            .Request;

        undone.Request.Loan!.DueOn.ShouldBeNull();
        undone.Request.Shelf!.Until.ShouldBe(Rules.Calendar.WorkingDayOnOrAfter(Rules.Calendar.DateOf(later.Now).AddDays(Rules.Policy.PickupDays)));
    }

    [Fact]
    public void An_item_whose_check_out_was_a_mistake_can_be_found_out_even_when_it_is_overdue() =>
        Given(ARequest.Asking("HKU").Overdue()).When(new UndoStep(Step.CheckOut, Why)).AndIs(RequestStatus.ReadyForPickup);

    [Fact]
    public void An_item_that_its_lender_recalled_meanwhile_goes_back_instead_of_on_the_shelf()
    {
        var recalled = ARequest.Asking("HKU").OnLoan().And(new Recall("HKU", "m-9"));

        Given(recalled).When(new UndoStep(Step.CheckOut, Why)).AndIs(RequestStatus.Returning);
    }

    [Fact]
    public void An_item_checked_in_by_mistake_is_on_loan_again_with_the_due_date_it_had()
    {
        var loan = ARequest.Asking("HKU").OnLoan();
        var due = loan.Request.Loan!.DueOn;

        var undone = Given(loan.CheckedIn())
            .When(new UndoStep(Step.CheckIn, Why))
            .AndSends(Mail(Notice.Corrected))
            .AndTheMailSays(facts => facts.Date == due && facts.Now == RequestStatus.OnLoan)
            .AndIs(RequestStatus.OnLoan)
            .Request;

        undone.Request.Loan!.DueOn.ShouldBe(due);
        undone.WaitsUntil(RequestStatus.Overdue).Status.ShouldBe(RequestStatus.Overdue);
    }

    [Fact]
    public void The_fine_of_a_mistaken_return_is_taken_back_and_goes_on_growing()
    {
        var overdue = ARequest.Asking("HKU").Overdue();
        var back = overdue.At(overdue.Now.AddDays(20)).CheckedIn();
        back.Request.Balance().ShouldBeGreaterThan(0);

        var undone = Given(back.At(back.Now.AddMinutes(5)))
            .When(new UndoStep(Step.CheckIn, Why))
            .AndIs(RequestStatus.Overdue)
            .Request;

        undone.Request.Balance().ShouldBe(0);
        undone.Request.Fees[^1].ShouldSatisfyAllConditions(
            line => line.Kind.ShouldBe(LedgerKind.TakenOff), line => line.Reason.Code.ShouldBe(ReasonCode.Undone));
        undone.At(undone.Now.AddDays(5)).CheckedIn().Request.Balance().ShouldBeGreaterThan(back.Request.Balance());
    }

    [Fact]
    public void What_was_paid_of_a_fee_that_was_a_mistake_is_paid_back()
    {
        var lost = ARequest.Asking("HKU").OnLoan().DeclaredLost();
        var paid = lost.At(lost.Now.AddHours(1)).Settled(1);

        var undone = Given(paid.At(paid.Now.AddHours(1)))
            .When(new UndoStep(Step.Lost, Why))
            .AndIs(RequestStatus.OnLoan)
            .AndTheMailSays(facts => facts.Fees is { PaidBack: not null, TakenOff: not null, Owed.Amount: 0 })
            .Request;

        undone.Request.Balance().ShouldBe(0);
        undone.Request.Loan!.DueOn.ShouldBe(ARequest.Asking("HKU").OnLoan().Request.Loan!.DueOn);
        undone.Request.ClosedAt.ShouldBeNull();
        undone.Request.ClosedWhy.ShouldBeNull();
    }

    [Fact]
    public void The_lender_hears_that_a_loss_was_a_mistake() =>
        Given(ARequest.Asking("HKU").OnLoan().DeclaredLost())
            .When(new UndoStep(Step.Lost, Why))
            .Effects.OfType<MessageSupplier>().Single().Word.ShouldBe(RequestingAction.Correction);

    [Fact]
    public void An_item_that_was_not_found_after_all_counts_as_lost_again_with_all_that_was_owed()
    {
        var lost = ARequest.Asking("HKU").OnLoan().DeclaredLost();
        var found = lost.At(lost.Now.AddDays(1)).CheckedIn();
        found.Request.Balance().ShouldBeLessThan(lost.Request.Balance());

        var undone = Given(found.At(found.Now.AddHours(1))).When(new UndoStep(Step.CheckIn, Why)).AndIs(RequestStatus.Lost).Request;

        undone.Request.Balance().ShouldBe(lost.Request.Balance());
        undone.Request.Deadline.ShouldBeNull();
    }

    [Fact]
    public void An_item_that_was_not_collected_in_time_can_still_be_handed_out() =>
        Given(ARequest.Asking("HKU").OnTheShelf().WaitsUntil(RequestStatus.Returning))
            .When(new UndoStep(Step.PickupExpired, "She stands at the counter."))
            .AndSends(Mail(Notice.Corrected))
            .AndIs(RequestStatus.ReadyForPickup);

    [Fact]
    public void A_patron_who_wants_it_after_all_has_it_again()
    {
        Given(ARequest.Asking("HKU").OnTheShelf().Unwanted()).When(new UndoStep(Step.Unwanted, Why)).AndIs(RequestStatus.ReadyForPickup);
        var coming = Given(ARequest.Asking("HKU").OnItsWay().Unwanted()).When(new UndoStep(Step.Unwanted, Why)).AndIs(RequestStatus.InTransit).Request;

        Given(coming).When(new ReceiveItem()).AndIs(RequestStatus.ReadyForPickup);
    }

    [Fact]
    public void What_was_not_sent_back_is_still_here_and_the_lender_hears_it_and_the_patron_does_not() =>
        Given(ARequest.Asking("HKU").GivenBack().SentBack())
            .When(new UndoStep(Step.SendBack, Why))
            .AndSends(Say(RequestingAction.Correction, to: "HKU"))
            .AndIs(RequestStatus.Returning)
            .Request.Request.SentBackAt.ShouldBeNull();

    [Fact]
    public void Steps_are_undone_one_after_another_the_last_first()
    {
        var sent = ARequest.Asking("HKU").GivenBack().SentBack();
        Given(sent).When(new UndoStep(Step.CheckIn, Why)).IsRefused(Refusal.NothingToUndo);

        var onLoan = sent.And(new UndoStep(Step.SendBack, Why)).And(new UndoStep(Step.CheckIn, Why));
        onLoan.Status.ShouldBe(RequestStatus.OnLoan);
        var coming = onLoan.And(new UndoStep(Step.CheckOut, Why)).And(new UndoStep(Step.Receive, Why));
        coming.Status.ShouldBe(RequestStatus.InTransit);
        Given(coming).When(new UndoStep(Step.Receive, Why)).IsRefused(Refusal.NothingToUndo);
    }

    [Fact]
    public void A_loan_that_was_closed_by_mistake_is_where_it_was() =>
        Given(ARequest.Asking("HKU").GivenBack().SentBack().BackWithItsLender()).When(new UndoStep(Step.Completed, Why)).AndIs(RequestStatus.Returning);

    [Fact]
    public void A_note_of_damage_is_taken_back_without_moving_anything()
    {
        var damaged = ARequest.Asking("HKU").OnLoan().And(new DeclareDamaged("torn"));
        var undone = Given(damaged)
            .When(new UndoStep(Step.Damaged, Why))
            .AndSends(Say(RequestingAction.Correction, to: "HKU"))
            .AndIs(RequestStatus.OnLoan)
            .Request;

        undone.Request.Deadline.ShouldBe(damaged.Request.Deadline);
    }

    [Fact]
    public void A_part_received_by_mistake_is_awaited_again()
    {
        var two = ARequest.Asking("HKU").OnItsWay().And(new ReceiveItem(Barcode: "V1", Parts: 2));
        var complete = two.At(two.Now.AddHours(1)).And(new ReceiveItem(Barcode: "V2"));

        var undone = Given(complete).When(new UndoStep(Step.Receive, Why)).AndIs(RequestStatus.InTransit).Request;
        undone.Request.Parts!.Here.ShouldBe(["V1"]);
        undone.And(new UndoStep(Step.ReceivePart, Why)).Request.Parts!.Here.ShouldBeEmpty();
    }

    [Fact]
    public void A_part_returned_by_mistake_is_with_the_patron_again()
    {
        var loan = ARequest.Asking("HKU").OnItsWay().And(new ReceiveItem(Barcode: "V1", Parts: 2)).And(new ReceiveItem(Barcode: "V2")).CheckedOut();
        var undone = Given(loan.And(new CheckInPart("V1")))
            .When(new UndoStep(Step.CheckInPart, Why))
            .AndSends(Mail(Notice.Corrected))
            .AndIs(RequestStatus.OnLoan)
            .Request;

        undone.Request.Parts!.Back.ShouldBeEmpty();
    }

    [Fact]
    public void An_end_that_lies_a_month_back_is_not_undone()
    {
        var lost = ARequest.Asking("HKU").OnLoan().DeclaredLost();

        Given(lost.At(lost.Now.AddDays(Rules.Policy.UndoDays))).When(new UndoStep(Step.Lost, Why)).AndIs(RequestStatus.OnLoan);
        Given(lost.At(lost.Now.AddDays(Rules.Policy.UndoDays + 1))).When(new UndoStep(Step.Lost, Why)).IsRefused(Refusal.TooLate);
    }

    [Fact]
    public void A_new_library_ends_what_can_be_undone_about_the_one_before()
    {
        var lost = ARequest.Asking("HKU", then: "CUHK").OnItsWay().And(new DeclareLost("gone"));

        Given(lost).When(new UndoStep(Step.Lost, Why)).IsRefused(Refusal.NothingToUndo);
    }
}
