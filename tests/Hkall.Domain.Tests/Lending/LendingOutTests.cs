using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Lending.ALending;

namespace Hkall.Domain.Tests.Lending;

/// <summary>An item of ours out of the house: shipped, renewed, overdue, recalled, back, lost.</summary>
public class LendingOutTests
{
    [Fact]
    public void An_item_is_shipped_with_its_barcode_and_due_sixty_days_later()
    {
        var loan = ALoan().Shipped();

        (loan.Facts.Barcode, loan.Facts.DueOn).ShouldBe(("31234000123456", Date("2027-01-22")));
        loan.Request.Deadline.ShouldBe(new Deadline(loan.Request.DeadlinesSet, DeadlineKind.LendingDueDate, End("2027-01-22")));
    }

    [Fact]
    public void Nothing_is_shipped_whose_barcode_nobody_knows() =>
        ALoan(order => order with { Holding = OnOurShelf with { Barcode = null } }).Decide(new ShipItem())
            .ShouldBeOfType<Refused<LendingRequest, LendingEvent>>().Refusal.ShouldBe(Refusal.BarcodeRequired);

    [Fact]
    public void A_loan_for_a_fee_is_charged_when_it_is_shipped_and_a_reciprocal_one_never()
    {
        ALoan(order => order with { Borrower = Department, MaxCost = Money.Hkd(150) }).Shipped().Request.Charges
            .ShouldBe([new Charge(Date("2026-11-23"), ChargeFor.Loan, Money.Hkd(150))]);
        ALoan().Shipped().Request.Charges.ShouldBeEmpty();
    }

    [Fact]
    public void The_first_renewal_is_granted_at_once_and_the_second_is_for_staff()
    {
        var once = ALoan().Arrived().Renews("m-1");
        once.Words.ShouldBe([SupplyingAction.RenewalApproved]);
        once.Request.DueOn.ShouldBe(Date("2027-02-22"));

        var twice = once.Renews("m-2");
        twice.Status.ShouldBe(LendingStatus.RenewalAsked);
        twice.And(new ApproveRenewal()).Request.Renewals.ShouldBe(2);
    }

    [Fact]
    public void A_renewal_that_staff_do_not_answer_is_declined_and_the_due_date_stands()
    {
        var asked = ALoan().Arrived().Renews("m-1").Renews("m-2");
        var declined = asked.Waits();

        declined.Words.ShouldBe([SupplyingAction.RenewalDeclined]);
        (declined.Status, declined.Request.DueOn).ShouldBe((LendingStatus.OnLoan, asked.Request.DueOn));
    }

    [Fact]
    public void An_overdue_or_recalled_item_is_not_renewed()
    {
        ALoan().Arrived().Waits().Renews("m-1").Words.ShouldBe([SupplyingAction.RenewalDeclined]);
        ALoan().Arrived().And(new RecallItem()).Renews("m-1").Words.ShouldBe([SupplyingAction.RenewalDeclined]);
    }

    [Fact]
    public void A_renewal_that_was_declined_once_leaves_what_is_awaited()
    {
        var overdue = ALoan().Arrived().Waits();

        overdue.Renews("m-1").Request.Deadline.ShouldBe(overdue.Request.Deadline);
    }

    [Fact]
    public void An_overdue_item_is_claimed_four_times_and_then_counts_as_lost_and_is_charged()
    {
        var loan = ALoan().Arrived();
        var words = new List<SupplyingAction>();
        while (loan.Request.IsOpen)
        {
            loan = loan.Waits();
            words.AddRange(loan.Words);
        }

        words.ShouldBe([SupplyingAction.Overdue, SupplyingAction.Overdue, SupplyingAction.Overdue, SupplyingAction.Overdue, SupplyingAction.Lost]);
        loan.Request.Charges.ShouldBe([new Charge(Date("2027-03-23"), ChargeFor.Lost, Money.Hkd(1000))]);
    }

    [Fact]
    public void A_recalled_item_is_due_earlier_and_never_later()
    {
        ALoan().Arrived().And(new RecallItem()).Request.DueOn.ShouldBe(Date("2026-12-07"));

        var late = ALoan().Arrived() with { Now = Noon("2027-01-20") };
        late.And(new RecallItem()).Request.DueOn.ShouldBe(Date("2027-01-22"));
    }

    [Fact]
    public void A_recall_answers_a_renewal_that_was_asked_for() =>
        ALoan().Arrived().Renews("m-1").Renews("m-2").And(new RecallItem()).Words.ShouldBe([SupplyingAction.RenewalDeclined, SupplyingAction.Recalled]);

    [Fact]
    public void An_item_that_is_back_ends_the_loan_whether_its_return_was_announced_or_not()
    {
        ALoan().Arrived().SentBack().And(new TakeBack()).Words.ShouldBe([SupplyingAction.LoanCompleted]);
        ALoan().Arrived().And(new TakeBack()).Status.ShouldBe(LendingStatus.Completed);
    }

    [Fact]
    public void A_lost_item_that_comes_back_is_not_to_be_paid_for()
    {
        var found = ALoan().Arrived().And(new DeclareLentLost("gone", Money.Hkd(640))).And(new TakeBack());

        found.Status.ShouldBe(LendingStatus.Completed);
        found.Request.Charges.Sum(charge => charge.Cost.Amount).ShouldBe(0);
    }

    [Fact]
    public void An_item_that_the_borrower_reports_lost_is_charged() =>
        ALoan().Arrived().And(new BorrowerLost(Symbol, "m-1")).Request.Charges.ShouldHaveSingleItem().For.ShouldBe(ChargeFor.Lost);

    [Fact]
    public void A_cancellation_before_the_promise_is_granted_at_once()
    {
        var loan = ALoan(order => order with { Holding = Holding.Unknown }).Cancels();

        (loan.Status, loan.Words.Single()).ShouldBe((LendingStatus.Cancelled, SupplyingAction.CancelApproved));
    }

    [Fact]
    public void A_cancellation_before_shipping_is_for_staff_and_stands_when_they_say_nothing() =>
        ALoan().Pulled().Cancels().Waits().Words.ShouldBe([SupplyingAction.CancelApproved]);

    [Fact]
    public void A_declined_cancellation_leaves_the_work_where_it_was() =>
        ALoan().Pulled().Cancels().And(new DeclineCancel("packed")).Status.ShouldBe(LendingStatus.ToShip);

    [Fact]
    public void After_shipping_a_cancellation_is_declined()
    {
        var loan = ALoan().Shipped();

        var late = loan.Decide(new BorrowerCancels(Symbol, "m-1")).ShouldBeOfType<Ignored<LendingRequest, LendingEvent>>();

        late.Effects.OfType<MessageBorrower>().ShouldHaveSingleItem().Word.ShouldBe(SupplyingAction.CancelDeclined);
        late.Request.Status.ShouldBe(LendingStatus.Shipped);
    }

    [Fact]
    public void A_parcel_that_left_before_its_cancellation_was_seen_declines_it() =>
        ALoan().Pulled().Cancels().And(new ShipItem()).Words.ShouldBe([SupplyingAction.CancelDeclined, SupplyingAction.Loaned]);

    [Fact]
    public void A_scan_is_offered_for_two_weeks_and_three_times_and_then_discarded()
    {
        var copy = ACopy().Scanned();
        (copy.Facts.ScanUntil, copy.Facts.ScanTimes).ShouldBe((Date("2026-12-07"), 3));

        copy.And(new TakeCopy()).And(new TakeCopy()).And(new TakeCopy()).Decide(new TakeCopy())
            .ShouldBeOfType<Refused<LendingRequest, LendingEvent>>().Refusal.ShouldBe(Refusal.NoDownloadsLeft);
        copy.Waits().LastSaid.ShouldBe([new DiscardScan("scan-1")]);
        copy.Decide(new TakeCopy(), End("2026-12-07")).ShouldBeOfType<Refused<LendingRequest, LendingEvent>>().Refusal.ShouldBe(Refusal.WindowClosed);
    }

    [Fact]
    public void A_scan_that_the_borrower_has_received_is_discarded() =>
        ACopy().Scanned().And(new BorrowerReceived(Symbol, "m-1")).LastSaid.ShouldBe([new DiscardScan("scan-1")]);

    [Fact]
    public void Something_promised_and_not_sent_is_declined_in_the_end() =>
        ALoan().WaitsUntil(LendingStatus.Unfilled).Facts.Unfilled.ShouldBe(UnfilledReason.NotOnShelf);
}
