using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Renewing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.OnLoan;

public class OverdueTests
{
    [Fact]
    public void Overdue_begins_the_day_after_the_due_date() =>
        Given(ARequest.Asking("HKU").OnLoan().Waits())
            .When(new DeadlineReached(6), at: End("2026-12-23"))
            .Then(new LoanWentOverdue(), new OverdueNoticeGiven(1))
            .AndSends(Mail(Notice.Overdue))
            .AndAwaits(DeadlineKind.OverdueNotice, Start("2026-12-31"));

    [Fact]
    public void Notices_follow_after_a_day_a_week_and_two_weeks_and_a_last_one_before_it_is_taken_as_lost()
    {
        var overdue = ARequest.Asking("HKU").Overdue();
        overdue.Now.ShouldBe(Start("2026-12-24"));

        var week = overdue.Waits();
        (week.Now, week.Request.Loan?.OverdueNotices).ShouldBe((Start("2026-12-31"), 2));

        var twoWeeks = week.Waits();
        (twoWeeks.Now, twoWeeks.Request.Loan?.OverdueNotices).ShouldBe((Start("2027-01-07"), 3));

        var last = twoWeeks.Waits();
        (last.Now, last.Request.Loan?.OverdueNotices).ShouldBe((Start("2027-01-30"), 4), "a week before the loss");

        Given(last).WhenNobodyDoesAnything()
            .Then(
                new FeeCharged(LedgerKind.OverdueFine, Money.Hkd(60), ReasonCode.NotReturned, 30),
                new FeeCharged(LedgerKind.Replacement, Money.Hkd(500), ReasonCode.NotReturned),
                new FeeCharged(LedgerKind.Processing, Money.Hkd(100), ReasonCode.NotReturned),
                new ItemLost(ReasonCode.NotReturned))
            .AndSends(Say(RequestingAction.Lost, to: "HKU"), Mail(Notice.Lost), Record(1), Record(2), Record(3))
            .AndIsClosed(RequestStatus.Lost, ReasonCode.NotReturned);
        last.Awaited.At.ShouldBe(Start("2027-02-06"), "forty-five days after the due date");
    }

    [Fact]
    public void An_outage_over_all_the_notices_gives_one_mail_not_three() =>
        Given(ARequest.Asking("HKU").OnLoan().Waits())
            .When(new DeadlineReached(6), at: Noon("2027-01-15"))
            .Then(new LoanWentOverdue(), new OverdueNoticeGiven(3))
            .AndSends(Mail(Notice.Overdue))
            .AndAwaits(DeadlineKind.OverdueNotice, Start("2027-01-30"));

    [Fact]
    public void An_outage_over_the_reminder_and_the_due_date_gives_one_mail() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .When(new DeadlineReached(5), at: Noon("2027-01-04"))
            .Then(new LoanWentOverdue(), new OverdueNoticeGiven(2))
            .AndSends(Mail(Notice.Overdue))
            .AndAwaits(DeadlineKind.OverdueNotice, Start("2027-01-07"));

    [Fact]
    public void However_late_we_are_nobody_answers_for_a_lost_item_who_was_never_told_that_it_is_overdue()
    {
        var outcome = Given(ARequest.Asking("HKU").OnLoan())
            .When(new DeadlineReached(5), at: Noon("2027-06-01"))
            .Then(new LoanWentOverdue(), new OverdueNoticeGiven(4))
            .AndSends(Mail(Notice.Overdue))
            .AndTheMailSays(facts => facts is { LastNotice: true } && facts.LostOn == Date("2027-06-08"))
            .AndAwaits(DeadlineKind.OverdueNotice, Start("2027-06-08"));

        Given(outcome.Request).WhenNobodyDoesAnything().AndIsClosed(RequestStatus.Lost, ReasonCode.NotReturned);
    }

    [Fact]
    public void A_loan_that_had_all_notices_of_an_earlier_version_is_warned_before_it_is_taken_as_lost()
    {
        var warned = ARequest.Asking("HKU").Overdue().Waits().Waits();

        Given(warned).When(new DeadlineReached(warned.Awaited.Id), at: Start("2027-02-06"))
            .Then(new OverdueNoticeGiven(4))
            .AndTheMailSays(facts => facts.LostOn == Date("2027-02-13"))
            .AndAwaits(DeadlineKind.OverdueNotice, Start("2027-02-13"));
    }

    [Fact]
    public void A_library_may_do_without_the_last_notice()
    {
        var without = ARequest.Asking("HKU") with { Rules = new(new Policy { LostWarningDays = 0 }, Lingnan) };

        without.Overdue().Waits().Waits().Awaited.At.ShouldBe(Start("2027-02-06"));
    }

    [Fact]
    public void A_library_that_sends_no_notices_still_takes_the_item_as_lost_in_the_end()
    {
        var without = ARequest.Asking("HKU") with { Rules = new(new Policy { OverdueNoticeDays = [] }, Lingnan) };

        without.OnLoan().WaitsUntil(RequestStatus.Lost).Now.ShouldBe(Start("2027-02-06"));
    }

    [Fact]
    public void An_overdue_item_that_comes_back_is_back() =>
        ARequest.Asking("HKU").Overdue().Waits().CheckedIn().Status.ShouldBe(RequestStatus.Returning);

    [Fact]
    public void The_patron_hears_at_once_that_the_lender_counts_it_as_overdue() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .When(new LenderOverdue("HKU", "m-9"))
            .Then(new LenderCalledOverdue("HKU", Date("2026-11-24")) { Renewable = true })
            .AndSends(Mail(Notice.Recalled))
            .AndTheMailSays(facts => facts is { Reason.Code: ReasonCode.LenderOverdue } && facts.Date == Date("2026-11-24")
                && facts.RenewBy == Date("2026-11-24"))
            .AndIs(RequestStatus.OnLoan)
            .AndAwaits(DeadlineKind.DueDate, End("2026-11-24"));

    [Fact]
    public void The_lenders_impatience_gives_the_patron_no_extra_day() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .When(new LenderOverdue("HKU", "m-9"), at: Noon("2026-12-23"))
            .Then(new LenderCalledOverdue("HKU", Date("2026-12-23")) { Renewable = true })
            .AndAwaits(DeadlineKind.DueDate, End("2026-12-23"));

    [Fact]
    public void A_renewal_answers_the_lender_who_counts_the_item_as_overdue()
    {
        var called = ARequest.Asking("HKU").OnLoan().And(new LenderOverdue("HKU", "m-9"));
        var asked = Given(called).When(new RenewLoan(Blocked: null)).Then(new RenewalAsked("HKU"))
            .AndSends(new MessageSupplier("HKU", RequestingAction.Renew)).AndAwaits(DeadlineKind.RenewalAnswer, End("2026-11-24")).Request;

        Given(asked).When(new RenewalGranted("HKU", "m-10", Date("2027-03-31"))).AndSends(Mail(Notice.Renewed)).Request
            .Request.Loan!.LenderOverdue.ShouldBeFalse();
        Given(asked).When(new RenewalDeclined("HKU", "m-10")).AndSends(Mail(Notice.RenewalDeclined)).AndAwaits(DeadlineKind.DueDate, End("2026-11-24"));
        Given(asked).WhenNobodyDoesAnything().AndSends(Mail(Notice.Overdue)).AndIs(RequestStatus.Overdue);
    }

    [Fact]
    public void A_patron_who_has_renewed_as_often_as_allowed_is_not_told_to_renew() =>
        Given(ARequest.Asking("HKU").OnLoan().Renewed().Renewed())
            .When(new LenderOverdue("HKU", "m-9"))
            .AndTheMailSays(facts => facts is { Reason.Code: ReasonCode.LenderOverdue, RenewBy: null });

    [Fact]
    public void A_lender_that_says_it_again_is_told_nothing_new() =>
        Given(ARequest.Asking("HKU").OnLoan().And(new LenderOverdue("HKU", "m-9")))
            .When(new LenderOverdue("HKU", "m-10")).IsIgnored("The patron has been told.");

    [Fact]
    public void What_an_earlier_version_recorded_of_it_is_still_a_recall()
    {
        var loan = ARequest.Asking("HKU").OnLoan().Request;
        var before = RequestFold.Apply(loan, new LenderCalledOverdue("HKU", Date("2026-11-24")), Monday);

        (before.Status, before.Loan!.Recalled, before.Loan.LenderOverdue).ShouldBe((RequestStatus.Recalled, true, false));
    }
}
