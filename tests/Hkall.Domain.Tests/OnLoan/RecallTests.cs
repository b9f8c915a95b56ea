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

namespace Hkall.Domain.Tests.OnLoan;

public class RecallTests
{
    [Fact]
    public void A_recalled_item_is_due_within_a_week_and_the_patron_is_told_the_new_date() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .When(new Recall("HKU", "m-9"))
            .Then(new ItemRecalled("HKU", Date("2026-11-30")))
            .AndSends(Mail(Notice.Recalled))
            .AndTheMailSays(facts => facts.Date == Date("2026-11-30"))
            .AndAwaits(DeadlineKind.DueDate, End("2026-11-30"))
            .AndIs(RequestStatus.Recalled);

    [Theory]
    [InlineData("2026-12-04", "2026-12-04")]
    [InlineData("2026-12-06", "2026-12-04")]
    [InlineData("2026-11-23", "2026-11-24")]
    [InlineData("0001-01-01", "2026-11-24")]
    [InlineData("2027-03-01", "2026-12-23")]
    [InlineData("9999-12-31", "2026-12-23")]
    public void The_lenders_date_counts_where_it_can_be_kept_and_never_lengthens_the_loan(string asked, string dueOn) =>
        Given(ARequest.Asking("HKU").OnLoan()).When(new Recall("HKU", "m-9", Date(asked))).Then(new ItemRecalled("HKU", Date(dueOn)));

    [Theory]
    [InlineData(null)]
    [InlineData("2027-12-01")]
    [InlineData("9999-12-31")]
    [InlineData("2027-01-06")]
    public void An_overdue_item_that_is_recalled_keeps_its_due_date_and_its_notices(string? asked)
    {
        var overdue = ARequest.Asking("HKU").Overdue().Waits();

        var recalled = Given(overdue)
            .When(new Recall("HKU", "m-9", asked is null ? null : Date(asked)), at: Noon("2027-01-04"))
            .Then(new ItemRecalled("HKU", Date("2026-12-23")) { LateOn = Date("2027-01-04") })
            .AndSends(Mail(Notice.Recalled))
            .AndTheMailSays(facts => facts is { Reason.Code: ReasonCode.RecalledOverdue } && facts.Date == Date("2026-12-23"))
            .AndAwaits(DeadlineKind.OverdueNotice, Start("2027-01-07"))
            .AndIs(RequestStatus.Overdue)
            .Request;

        recalled.Request.Loan!.OverdueNotices.ShouldBe(2);
        Given(recalled).WhenNobodyDoesAnything().Then(new OverdueNoticeGiven(3)).AndTheMailSays(facts => facts.Reason == ReasonCode.RecalledOverdue);
        recalled.WaitsUntil(RequestStatus.Lost).Now.ShouldBe(Start("2027-02-06"));
    }

    [Fact]
    public void The_mail_of_a_recall_says_what_each_day_costs_after_the_new_date() =>
        Given(ARequest.Asking("HKU").OnLoan()).When(new Recall("HKU", "m-9")).AndTheMailSays(facts => facts.Fees == new NoticeFees { PerDay = Money.Hkd(4) });

    [Fact]
    public void An_item_recalled_from_the_shelf_is_asked_for_elsewhere_once_it_has_gone_back()
    {
        var recalled = ARequest.Asking("HKU", then: "CUHK").OnTheShelf().Recalled();
        Given(ARequest.Asking("HKU", then: "CUHK").OnTheShelf()).When(new Recall("HKU", "m-9")).AndTheMailSays(facts => facts.GoesOn);

        var asked = Given(recalled)
            .When(new SendItemBack())
            .Then(new ItemSentBack(), new SupplierPassedOver("HKU", ReasonCode.Recalled), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Returned, to: "HKU"), Say(RequestingAction.Request, to: "CUHK"), Mail(Notice.Delayed))
            .AndTheMailSays(facts => facts.Reason == ReasonCode.Recalled)
            .AndIs(RequestStatus.Sourcing)
            .Request;
        asked.Promised().Shipped().Received().CheckedOut().CheckedIn().SentBack().BackWithItsLender().Status.ShouldBe(RequestStatus.Completed);

        Given(recalled).When(new LenderReceived("HKU", "m-10")).Then(new SupplierPassedOver("HKU", ReasonCode.Recalled), Asked("CUHK"));
        Given(recalled).When(new DeclareLost("gone"))
            .Then(new NoteAdded("staff", "gone"), new SupplierPassedOver("HKU", ReasonCode.LostHere), Asked("CUHK"));
    }

    [Fact]
    public void An_item_recalled_on_its_way_is_asked_for_elsewhere_at_once_and_its_parcel_goes_back()
    {
        var asked = Given(ARequest.Asking("HKU", then: "CUHK").OnItsWay())
            .When(new Recall("HKU", "m-9"))
            .Then(new SupplierPassedOver("HKU", ReasonCode.Recalled), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Request, to: "CUHK"), Mail(Notice.Delayed))
            .AndTheMailSays(facts => facts.Reason == ReasonCode.Recalled)
            .AndIs(RequestStatus.Sourcing)
            .Request;

        Given(asked).When(new ReceiveItem(From: "HKU")).IsRefused(Refusal.OtherLibrary);
    }

    [Fact]
    public void A_recall_said_again_gives_no_new_date()
    {
        var recalled = ARequest.Asking("HKU").OnLoan().Recalled();

        Given(recalled).When(new Recall("HKU", "m-10")).IsIgnored("It has already been recalled.");
        Given(recalled.WaitsUntil(RequestStatus.Overdue)).When(new Recall("HKU", "m-10")).IsIgnored("It has already been recalled and is overdue.");
    }

    [Fact]
    public void A_second_recall_with_an_earlier_date_that_can_be_kept_shortens_the_due_date_and_the_patron_is_told()
    {
        var recalled = ARequest.Asking("HKU").OnLoan().And(new Recall("HKU", "m-9", Date("2027-12-31")));

        Given(recalled)
            .When(new Recall("HKU", "m-10", Date("2026-12-14")))
            .Then(new ItemRecalled("HKU", Date("2026-12-14")))
            .AndSends(Mail(Notice.Recalled))
            .AndTheMailSays(facts => facts.Date == Date("2026-12-14"))
            .AndAwaits(DeadlineKind.DueDate, End("2026-12-14"))
            .AndIs(RequestStatus.Recalled);
        Given(recalled).When(new Recall("HKU", "m-10", Date("2026-11-01"))).Then(new ItemRecalled("HKU", Date("2026-11-24")));
    }

    [Fact]
    public void A_second_recall_with_a_later_date_or_none_gives_no_new_date()
    {
        var recalled = ARequest.Asking("HKU").OnLoan().And(new Recall("HKU", "m-9", Date("2026-12-14")));

        Given(recalled).When(new Recall("HKU", "m-10", Date("2026-12-21"))).IsIgnored("It has already been recalled.");
        Given(recalled).When(new Recall("HKU", "m-10", Date("2026-12-14"))).IsIgnored("It has already been recalled.");
        Given(recalled).When(new Recall("HKU", "m-10")).IsIgnored("It has already been recalled.");
    }

    [Fact]
    public void A_recalled_item_not_returned_goes_up_the_ladder_from_its_new_date()
    {
        var overdue = ARequest.Asking("HKU").OnLoan().Recalled().WaitsUntil(RequestStatus.Overdue);

        (overdue.Now, overdue.Request.Loan?.OverdueNotices).ShouldBe((End("2026-11-30"), 1));
        overdue.WaitsUntil(RequestStatus.Lost).Now.ShouldBe(Start("2027-01-14"));
    }

    [Fact]
    public void An_item_recalled_from_the_shelf_goes_back_and_the_patron_is_told_that_it_will_not_be_had() =>
        Given(ARequest.Asking("HKU").OnTheShelf())
            .When(new Recall("HKU", "m-9"))
            .Then(new ItemRecalled("HKU", Date("2026-11-30")), new PickupExpired(ReasonCode.Recalled))
            .AndSends(Mail(Notice.Recalled))
            .AndTheMailSays(facts => facts is { Date: null, Reason.Code: ReasonCode.BeforePickup })
            .AndAwaits(DeadlineKind.SendingBack, End("2026-11-25"));

    [Fact]
    public void An_item_recalled_while_it_is_consulted_here_goes_back() =>
        ARequest.Asking("HKU").ForUseHere().Recalled().Status.ShouldBe(RequestStatus.Returning);

    [Fact]
    public void An_item_recalled_on_its_way_goes_straight_back_when_it_arrives()
    {
        var onItsWay = ARequest.Asking("HKU").OnItsWay().Recalled();
        onItsWay.Status.ShouldBe(RequestStatus.InTransit);
        Given(onItsWay).When(new Recall("HKU", "m-10")).IsIgnored("It goes straight back when it arrives.");

        Given(onItsWay)
            .When(new ReceiveItem(LenderDueOn: Date("2026-12-20")))
            .Then(new ItemShipped("HKU", Date("2026-12-20"), false, Unwanted: true), new ItemCheckedIn(ReasonCode.NotWanted))
            .AndSends(Say(RequestingAction.Received, to: "HKU"))
            .AndAwaits(DeadlineKind.SendingBack, End("2026-11-25"))
            .Request.Request.Loan?.Recalled.ShouldBeTrue();
    }

    [Fact]
    public void A_recall_of_an_item_on_its_way_back_changes_nothing() =>
        Given(ARequest.Asking("HKU").GivenBack()).When(new Recall("HKU", "m-9")).IsIgnored("It is already on its way back.");
}
