using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Delivering;

public class PickupTests
{
    [Fact]
    public void The_patron_is_told_when_the_item_is_on_the_shelf_and_until_when() =>
        Given(ARequest.Asking("HKU").OnItsWay())
            .When(new ReceiveItem())
            .Then(new ItemReceived(Date("2026-11-30"), LibraryUseOnly: false))
            .AndSends(Say(RequestingAction.Received, to: "HKU"), Mail(Notice.ReadyForPickup))
            .AndTheMailSays(facts => facts.Date == Date("2026-11-30") && !facts.LibraryUseOnly)
            .AndAwaits(DeadlineKind.PickupReminder, Start("2026-11-26"));

    [Fact]
    public void The_patron_is_reminded_once_before_the_shelf_date() =>
        Given(ARequest.Asking("HKU").OnTheShelf())
            .WhenNobodyDoesAnything()
            .Then(new PickupReminded())
            .AndSends(Mail(Notice.PickupReminder))
            .AndAwaits(DeadlineKind.PickupExpiry, End("2026-11-30"));

    [Fact]
    public void An_item_nobody_picks_up_leaves_the_shelf_and_goes_back() =>
        Given(ARequest.Asking("HKU").OnTheShelf().Waits())
            .WhenNobodyDoesAnything()
            .Then(new PickupExpired(ReasonCode.NotCollected))
            .AndSends(Mail(Notice.PickupExpired))
            .AndAwaits(DeadlineKind.SendingBack, End("2026-12-03"));

    [Fact]
    public void No_hold_expires_on_a_day_on_which_the_counter_is_closed()
    {
        var received = ARequest.Asking("HKU").OnItsWay().At(Noon("2026-12-18")).Received();

        received.Request.Shelf.ShouldBe(new HoldShelf(Date("2026-12-28")), "a week on is Christmas Day, then a Saturday and a Sunday");
    }

    [Fact]
    public void A_reader_who_comes_late_and_finds_the_item_still_on_the_shelf_may_have_it() =>
        ARequest.Asking("HKU").OnTheShelf().Waits().At(Noon("2026-12-01")).CheckedOut().Status.ShouldBe(RequestStatus.OnLoan);

    [Fact]
    public void An_outage_over_the_reminder_and_the_shelf_date_gives_one_mail() =>
        Given(ARequest.Asking("HKU").OnTheShelf())
            .When(new DeadlineReached(4), at: Noon("2026-12-21"))
            .Then(new PickupExpired(ReasonCode.NotCollected))
            .AndSends(Mail(Notice.PickupExpired));

    [Fact]
    public void An_item_that_may_only_be_used_here_is_never_checked_out()
    {
        var here = ARequest.Asking("HKU").ForUseHere();

        here.Status.ShouldBe(RequestStatus.LibraryUse);
        Given(here).When(new CheckOutItem()).IsRefused(Refusal.LibraryUseOnly);
    }

    [Fact]
    public void The_slip_that_staff_read_overrides_the_message() =>
        Given(ARequest.Asking("HKU").Promised().Shipped(libraryUseOnly: false))
            .When(new ReceiveItem(LibraryUseOnly: true))
            .Then(new ItemShipped("HKU", null, true, false), new ItemReceived(Date("2026-12-07"), true))
            .AndTheMailSays(facts => facts.LibraryUseOnly)
            .AndIs(RequestStatus.LibraryUse);

    [Fact]
    public void An_item_consulted_here_goes_back_in_time_for_its_lender() =>
        ARequest.Asking("HKU").Promised().Shipped(dueOn: "2026-12-02", libraryUseOnly: true).Received()
            .Request.Shelf.ShouldBe(new HoldShelf(Date("2026-11-30")), "two working days before the lender's Wednesday");

    [Fact]
    public void An_item_consulted_here_and_given_back_goes_to_its_lender() =>
        Given(ARequest.Asking("HKU").ForUseHere()).When(new CheckInItem()).Then(new ItemCheckedIn(ReasonCode.Consulted)).AndSendsNothing();

    [Fact]
    public void An_item_is_received_once() =>
        Given(ARequest.Asking("HKU").OnTheShelf()).When(new ReceiveItem()).IsRefused(Refusal.NotExpected);

    [Fact]
    public void No_item_is_received_for_a_copy() =>
        Given(ARequest.AskingForACopy("HKU")).When(new ReceiveItem()).IsRefused(Refusal.NotExpected);

    [Fact]
    public void An_item_not_on_the_shelf_is_not_checked_out() =>
        Given(ARequest.Asking("HKU").OnItsWay()).When(new CheckOutItem()).IsRefused(Refusal.NotOnShelf);

    [Fact]
    public void The_lender_is_told_of_a_loss_from_our_shelf_and_so_is_the_patron() =>
        Given(ARequest.Asking("HKU").OnTheShelf())
            .When(new DeclareLost("not on the shelf"))
            .Then(new NoteAdded("staff", "not on the shelf"), new ItemLost(ReasonCode.DeclaredByStaff))
            .AndSends(Say(RequestingAction.Lost, to: "HKU"), Mail(Notice.Lost));

    [Theory]
    [InlineData("2026-12-01", "2026-11-27")]
    [InlineData("2026-12-02", null)]
    public void A_loan_of_fewer_working_days_than_the_policy_says_is_told_before_it_is_fetched_and_staff_see_it(string lenderDueOn, string? shortUntil)
    {
        var arrives = Given(ARequest.Asking("HKU").Promised().Shipped(dueOn: lenderDueOn)).When(new ReceiveItem())
            .AndTheMailSays(facts => facts.ShortLoanUntil == (shortUntil is null ? null : Date(shortUntil)));

        (arrives.Request.Request.Alert?.Code == ReasonCode.LenderDueSoon).ShouldBe(shortUntil is not null);
    }

    [Fact]
    public void An_item_lost_from_our_shelf_is_asked_for_elsewhere_while_its_patron_waits() =>
        Given(ARequest.Asking("HKU", then: "CUHK").OnTheShelf())
            .When(new DeclareLost("not on the shelf"))
            .Then(new NoteAdded("staff", "not on the shelf"), new SupplierPassedOver("HKU", ReasonCode.LostHere), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Lost, to: "HKU"), Say(RequestingAction.Request, to: "CUHK"), Mail(Notice.Delayed))
            .AndTheMailSays(facts => facts.Reason == ReasonCode.LostHere)
            .AndIs(RequestStatus.Sourcing);

    [Fact]
    public void A_patron_who_never_had_the_lost_item_is_told_so() =>
        Given(ARequest.Asking("HKU").OnTheShelf())
            .When(new DeclareLost("not on the shelf"))
            .AndTheMailSays(facts => facts is { Reason.Code: ReasonCode.BeforePickup, Fees: null });

    [Fact]
    public void The_shelf_keeps_no_item_longer_than_its_lender_allows()
    {
        Given(ARequest.Asking("HKU").Promised().Shipped(dueOn: "2026-11-28"))
            .When(new ReceiveItem())
            .Then(new ItemReceived(Date("2026-11-25"), LibraryUseOnly: false), new StaffAlerted(ReasonCode.LenderDueSoon))
            .AndTheMailSays(facts => facts.Date == Date("2026-11-25"));
        Given(ARequest.Asking("HKU").OnItsWay())
            .When(new ReceiveItem(LenderDueOn: Date("2026-11-28")))
            .AndTheMailSays(facts => facts.Date == Date("2026-11-25"));
        ARequest.Asking("HKU").Promised().Shipped(dueOn: "2026-12-30").Received().Request.Shelf?.Until.ShouldBe(Date("2026-11-30"));
    }

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2026-11-20")]
    public void Staff_see_an_item_that_its_lender_expects_back_before_it_can_usefully_be_lent(string dueOn)
    {
        var alerted = Given(ARequest.Asking("HKU").Promised().Shipped(dueOn: dueOn))
            .When(new ReceiveItem())
            .Then(new ItemReceived(Date("2026-11-24"), LibraryUseOnly: false), new StaffAlerted(ReasonCode.LenderDueSoon))
            .AndTheMailSays(facts => facts.Date == Date("2026-11-24"))
            .Request;

        alerted.Request.Alert.ShouldBe((StatedReason)ReasonCode.LenderDueSoon);
        alerted.CheckedOut().Request.Alert.ShouldBeNull();
    }
}
