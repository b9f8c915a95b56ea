using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Renewing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Renewing;

public class TheLendersAnswerTests
{
    /// <summary>Due on Friday the fourth of December; asked for on the last day.</summary>
    private static ARequest Asked =>
        ARequest.Asking("HKU").Promised().Shipped(dueOn: "2026-12-08").Received().CheckedOut().At(Noon("2026-12-01")).RenewalAsked();

    private static ARequest Unanswered => Asked.Waits();

    [Fact]
    public void A_renewed_loan_has_a_new_due_date_and_the_patron_is_told_it() =>
        Given(Asked)
            .When(new RenewalGranted("HKU", "m-20", Date("2026-12-31")))
            .Then(new LoanRenewed(Date("2026-12-29"), Date("2026-12-31")))
            .AndSends(Mail(Notice.Renewed))
            .AndTheMailSays(facts => facts.Date == Date("2026-12-29") && facts.RenewBy == Date("2026-12-23"))
            .AndAwaits(DeadlineKind.DueReminder, Start("2026-12-21"));

    [Fact]
    public void A_renewed_loan_is_due_before_the_card_ends()
    {
        var asked = ARequest.Asking("HKU").Promised().Shipped(dueOn: "2026-12-08").Received().CheckedOut().At(Noon("2026-12-01"))
            .And(new RenewLoan(Blocked: null, CardUntil: Date("2026-12-19")));
        Given(asked).When(new RenewalGranted("HKU", "m-20", Date("2027-03-31"))).Then(new LoanRenewed(Date("2026-12-18"), Date("2027-03-31")) { LimitedBy = LoanLimit.CardEnds });
    }

    [Fact]
    public void A_lender_that_names_no_date_gives_the_usual_period_more() =>
        Given(Asked).When(new RenewalGranted("HKU", "m-20")).Then(new LoanRenewed(Date("2027-01-04"), null));

    [Fact]
    public void A_renewal_that_is_not_approved_leaves_the_due_date_and_the_patron_is_asked_to_return_the_item() =>
        Given(Asked)
            .When(new RenewalDeclined("HKU", "m-20", StatedReason.InWords("reserved")))
            .Then(new RenewalNotGranted(StatedReason.InWords("reserved")))
            .AndSends(Mail(Notice.RenewalDeclined))
            .AndTheMailSays(facts => facts.Date == Date("2026-12-04") && facts.Reason == StatedReason.InWords("reserved"))
            .AndAwaits(DeadlineKind.DueDate, End("2026-12-04"));

    [Fact]
    public void A_lender_that_says_nothing_has_not_agreed_and_the_patron_hears_it_in_time() =>
        Given(Asked)
            .WhenNobodyDoesAnything()
            .Then(new RenewalNotGranted(ReasonCode.Silent))
            .AndSends(Mail(Notice.RenewalDeclined))
            .AndTheMailSays(facts => facts.Date == Date("2026-12-04") && facts.Reason == ReasonCode.Silent)
            .AndAwaits(DeadlineKind.DueDate, End("2026-12-04"));

    [Fact]
    public void A_patron_refused_weeks_before_the_due_date_is_still_reminded_of_it() =>
        Given(ARequest.Asking("HKU").OnLoan().RenewalAsked())
            .When(new RenewalDeclined("HKU", "m-20"))
            .Then(new RenewalNotGranted(ReasonCode.Declined))
            .AndAwaits(DeadlineKind.DueReminder, Start("2026-12-16"));

    [Fact]
    public void A_yes_after_silence_is_still_a_yes() =>
        Given(Unanswered)
            .When(new RenewalGranted("HKU", "m-20", Date("2026-12-31")))
            .Then(new LoanRenewed(Date("2026-12-29"), Date("2026-12-31")))
            .AndSends(Mail(Notice.Renewed));

    [Fact]
    public void A_yes_after_the_due_date_ends_the_overdue_notices()
    {
        var overdue = Unanswered.WaitsUntil(RequestStatus.Overdue);

        var renewed = Given(overdue)
            .When(new RenewalGranted("HKU", "m-20"), at: Noon("2026-12-07"))
            .Then(new LoanRenewed(Date("2027-01-06"), null))
            .AndIs(RequestStatus.OnLoan)
            .Request;
        renewed.Request.Loan?.OverdueNotices.ShouldBe(0);
    }

    [Fact]
    public void A_yes_after_a_no_or_without_a_question_changes_nothing()
    {
        Given(Asked.RenewalDeclined()).When(new RenewalGranted("HKU", "m-20")).IsIgnored("No renewal was asked for.");
        Given(ARequest.Asking("HKU").OnLoan()).When(new RenewalGranted("HKU", "m-20")).IsIgnored("No renewal was asked for.");
        Given(ARequest.Asking("HKU").Overdue()).When(new RenewalGranted("HKU", "m-20")).IsIgnored("No renewal was asked for.");
    }

    [Fact]
    public void A_lender_that_names_a_later_date_unasked_extends_the_loan_and_it_is_none_of_the_patrons_renewals()
    {
        var extended = Given(ARequest.Asking("HKU").OnLoan())
            .When(new RenewalGranted("HKU", "m-20", Date("2027-02-26")))
            .Then(new LoanRenewed(Date("2027-01-22"), Date("2027-02-26")) { Unasked = true })
            .AndSends(Mail(Notice.Renewed))
            .AndTheMailSays(facts => facts is { Reason.Code: ReasonCode.ExtendedByLender } && facts.Date == Date("2027-01-22"))
            .AndIs(RequestStatus.OnLoan)
            .Request;

        extended.Request.Loan!.Renewals.ShouldBe(0);
        Given(ARequest.Asking("HKU").OnLoan()).When(new RenewalGranted("HKU", "m-20", Date("2026-12-31"))).Then(
            new LoanRenewed(Date("2026-12-29"), Date("2026-12-31")) { Unasked = true });
        Given(ARequest.Asking("HKU").Overdue()).When(new RenewalGranted("HKU", "m-20", Date("2027-02-26"))).AndIs(RequestStatus.OnLoan);
        Given(Asked.RenewalDeclined()).When(new RenewalGranted("HKU", "m-20", Date("2027-02-26"))).AndIs(RequestStatus.OnLoan);
    }

    [Fact]
    public void A_date_that_is_no_later_extends_nothing() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .When(new RenewalGranted("HKU", "m-20", Date("2026-12-24")))
            .IsIgnored("The lending library's new date is no later than the due date.");

    [Fact]
    public void A_no_after_silence_changes_nothing() =>
        Given(Unanswered).When(new RenewalDeclined("HKU", "m-20")).IsIgnored("No renewal is awaited.");

    [Fact]
    public void A_lender_whose_new_date_is_no_later_has_renewed_nothing() =>
        Given(Asked)
            .When(new RenewalGranted("HKU", "m-20", Date("2026-12-03")))
            .Then(new RenewalNotGranted(ReasonCode.NoLaterDate))
            .AndSends(Mail(Notice.RenewalDeclined))
            .AndTheMailSays(facts => facts.Date == Date("2026-12-04"))
            .AndAwaits(DeadlineKind.DueDate, End("2026-12-04"));

    [Fact]
    public void A_late_yes_to_a_date_that_has_passed_is_none() =>
        Given(Unanswered.WaitsUntil(RequestStatus.Overdue))
            .When(new RenewalGranted("HKU", "m-20", Date("2026-12-06")), at: Noon("2026-12-07"))
            .IsIgnored("The lending library's new date is no later than the due date.");

    [Fact]
    public void A_recall_ends_the_question_and_a_yes_after_it_is_none()
    {
        var recalled = Given(Asked).When(new Recall("HKU", "m-20")).Then(new ItemRecalled("HKU", Date("2026-12-04"))).AndIs(RequestStatus.Recalled).Request;

        var alerted = Given(recalled).When(new RenewalGranted("HKU", "m-21"))
            .Then(new StaffAlerted(ReasonCode.RenewedAfterRecall)).AndSendsNothing().AndIs(RequestStatus.Recalled).AndAwaits(DeadlineKind.DueDate, End("2026-12-04"))
            .Request;
        Given(alerted).When(new RenewalGranted("HKU", "m-22")).IsIgnored("The lending library has recalled the item since.");
        alerted.CheckedIn().Request.Alert.ShouldBeNull();
        Given(recalled).When(new RenewalDeclined("HKU", "m-21")).IsIgnored("No renewal is awaited.");
        Given(Unanswered.Recalled().WaitsUntil(RequestStatus.Overdue)).When(new RenewalGranted("HKU", "m-21"))
            .Then(new StaffAlerted(ReasonCode.RenewedAfterRecall)).AndIs(RequestStatus.Overdue);
    }

    [Fact]
    public void A_yes_after_the_lender_called_the_item_overdue_counts_and_the_patron_is_told()
    {
        var called = Given(Asked).When(new LenderOverdue("HKU", "m-20")).Then(new LenderCalledOverdue("HKU", Date("2026-12-02")) { Renewable = true })
            .AndIs(RequestStatus.OnLoan).Request;

        foreach (var waiting in new[] { called, called.WaitsUntil(RequestStatus.Overdue), Unanswered.And(new LenderOverdue("HKU", "m-20")) })
        {
            var renewed = Given(waiting)
                .When(new RenewalGranted("HKU", "m-21", Date("2027-05-28")))
                .AndSends(Mail(Notice.Renewed))
                .AndIs(RequestStatus.OnLoan)
                .Request;
            (renewed.Request.Loan?.Recalled, renewed.Request.Loan?.LenderOverdue, renewed.Request.Loan?.LenderDueOn)
                .ShouldBe((false, false, Date("2027-05-28")));
        }
    }

    [Fact]
    public void Without_a_question_or_after_a_recall_a_yes_does_not_undo_what_the_lender_called_overdue()
    {
        Given(ARequest.Asking("HKU").OnLoan().And(new LenderOverdue("HKU", "m-20"))).When(new RenewalGranted("HKU", "m-21"))
            .IsIgnored("No renewal was asked for.");
        var recalled = Given(Asked.And(new LenderOverdue("HKU", "m-20"))).When(new Recall("HKU", "m-21"))
            .Then(new ItemRecalled("HKU", Date("2026-12-02"))).AndSends(Mail(Notice.Recalled)).Request;
        Given(recalled).When(new RenewalGranted("HKU", "m-22")).Then(new StaffAlerted(ReasonCode.RenewedAfterRecall));
    }

    [Fact]
    public void An_item_returned_before_the_answer_is_returned() =>
        Given(Asked.CheckedIn()).When(new RenewalGranted("HKU", "m-20")).IsIgnored("The item is not checked out.");

    [Fact]
    public void An_outage_over_the_answer_and_the_due_date_gives_one_mail() =>
        Given(Asked)
            .When(new DeadlineReached(Asked.Awaited.Id), at: Noon("2026-12-05"))
            .Then(new RenewalNotGranted(ReasonCode.Silent), new LoanWentOverdue(), new OverdueNoticeGiven(1))
            .AndSends(Mail(Notice.Overdue));
}
