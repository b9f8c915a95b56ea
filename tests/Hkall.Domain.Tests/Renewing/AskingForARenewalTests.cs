using Hkall.Domain.Accounts;
using Hkall.Domain.Delivering;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Renewing;
using Hkall.Domain.Tests.Kit;
using Hkall.Domain.Tests.Table;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Renewing;

public class AskingForARenewalTests
{
    /// <summary>Its lender wants it on Tuesday the eighth; two working days are kept for the way back.</summary>
    private static ARequest DueOnTheFourth => ARequest.Asking("HKU").Promised().Shipped(dueOn: "2026-12-08").Received().CheckedOut();

    [Theory]
    [InlineData("2026-12-04", "2026-12-01")]
    [InlineData("2026-12-07", "2026-12-02")]
    [InlineData("2026-12-28", "2026-12-22")]
    [InlineData("2027-01-04", "2026-12-29")]
    [InlineData("2026-04-08", "2026-03-31")]
    public void A_renewal_is_asked_for_at_least_three_working_days_before_the_due_date(string dueOn, string lastDay) =>
        Renewal.LastDay(Date(dueOn), Rules).ShouldBe(Date(lastDay));

    [Fact]
    public void The_last_day_for_renewing_is_told_at_the_desk_and_in_the_reminder()
    {
        Given(ARequest.Asking("HKU").OnTheShelf())
            .When(new CheckOutItem())
            .AndTheMailSays(facts => facts.Date == Date("2026-12-23") && facts.RenewBy == Date("2026-12-18"));
        Given(ARequest.Asking("HKU").OnLoan())
            .WhenNobodyDoesAnything()
            .Then(new DueReminded())
            .AndTheMailSays(facts => facts.Date == Date("2026-12-23") && facts.RenewBy == Date("2026-12-18"));
    }

    [Fact]
    public void A_reminder_does_not_speak_of_renewing_where_the_lender_has_refused_it() =>
        Given(ARequest.Asking("HKU").OnLoan().RenewalAsked().RenewalDeclined())
            .WhenNobodyDoesAnything()
            .AndSends(Mail(Notice.DueSoon))
            .AndTheMailSays(facts => facts.RenewBy is null);

    [Fact]
    public void The_lender_is_asked_and_answers_while_the_patron_still_has_a_day_to_return_it() =>
        Given(DueOnTheFourth)
            .When(new RenewLoan(Blocked: null), at: Noon("2026-12-01"))
            .Then(new RenewalAsked("HKU"))
            .AndSends(Say(RequestingAction.Renew, to: "HKU"))
            .AndAwaits(DeadlineKind.RenewalAnswer, End("2026-12-03"))
            .AndIs(RequestStatus.OnLoan);

    [Fact]
    public void A_loan_that_the_card_already_limits_is_not_renewed_unless_the_policy_says_otherwise()
    {
        Given(DueOnTheFourth).When(new RenewLoan(Blocked: null, CardUntil: Date("2026-12-04")), at: Noon("2026-12-01")).IsRefused(Refusal.CardEnds);
        Given(DueOnTheFourth).When(new RenewLoan(Blocked: null, CardUntil: Date("2026-12-06")), at: Noon("2026-12-01")).IsRefused(Refusal.CardEnds);
        Given(DueOnTheFourth).When(new RenewLoan(Blocked: null, CardUntil: Date("2026-12-07")), at: Noon("2026-12-01"))
            .Then(new RenewalAsked("HKU") { CardUntil = Date("2026-12-07") });
        var lenient = DueOnTheFourth with { Rules = Rules with { Policy = Rules.Policy with { LoansEndWithCard = false } } };
        Given(lenient).When(new RenewLoan(Blocked: null, CardUntil: Date("2026-12-04")), at: Noon("2026-12-01"))
            .Then(new RenewalAsked("HKU") { CardUntil = Date("2026-12-04") });
    }

    [Fact]
    public void A_lender_asked_early_has_three_working_days() =>
        Given(ARequest.Asking("HKU").OnLoan()).When(new RenewLoan(Blocked: null)).AndAwaits(DeadlineKind.RenewalAnswer, End("2026-11-26"));

    [Fact]
    public void The_last_day_lasts_until_its_midnight()
    {
        Given(DueOnTheFourth).When(new RenewLoan(Blocked: null), at: End("2026-12-01").AddMilliseconds(-1)).Then(new RenewalAsked("HKU"));
        Given(DueOnTheFourth).When(new RenewLoan(Blocked: null), at: End("2026-12-01")).IsRefused(Refusal.PastRenewalDeadline);
    }

    [Fact]
    public void Asking_again_while_the_lender_thinks_changes_nothing() =>
        Given(DueOnTheFourth.RenewalAsked()).When(new RenewLoan(Blocked: null)).IsIgnored("The lending library has already been asked.");

    [Fact]
    public void A_loan_is_renewed_as_often_as_was_allowed_on_the_day_of_its_check_out()
    {
        var stricter = DueOnTheFourth with { Rules = new(new Policy { RenewalsAllowed = 0 }, Lingnan) };
        Given(stricter).When(new RenewLoan(Blocked: null)).Then(new RenewalAsked("HKU"));

        var older = stricter with { Request = stricter.Request with { Loan = stricter.Request.Loan! with { RenewalsAllowed = null } } };
        Given(older).When(new RenewLoan(Blocked: null)).IsRefused(Refusal.RenewalLimit);
    }

    [Fact]
    public void The_reminder_of_the_due_date_says_why_a_loan_cannot_be_renewed() =>
        Given(ARequest.Asking("HKU").OnLoan().Renewed().Renewed()).WhenNobodyDoesAnything()
            .AndSends(Mail(Notice.DueSoon))
            .AndTheMailSays(facts => facts is { RenewBy: null, Reason.Code: ReasonCode.RenewalLimit });

    [Fact]
    public void A_loan_is_renewed_at_most_twice() =>
        Given(ARequest.Asking("HKU").OnLoan().Renewed().Renewed()).When(new RenewLoan(Blocked: null)).IsRefused(Refusal.RenewalLimit);

    [Fact]
    public void Why_an_item_cannot_be_renewed_has_a_name()
    {
        Given(ARequest.Asking("HKU").OnTheShelf()).When(new RenewLoan(Blocked: null)).IsRefused(Refusal.NotRenewable);
        Given(ARequest.Asking("HKU").ForUseHere()).When(new RenewLoan(Blocked: null)).IsRefused(Refusal.LibraryUseOnly);
        Given(ARequest.Asking("HKU").OnLoan().Recalled()).When(new RenewLoan(Blocked: null)).IsRefused(Refusal.AlreadyRecalled);
        Given(ARequest.Asking("HKU").Overdue()).When(new RenewLoan(Blocked: null)).IsRefused(Refusal.PastRenewalDeadline);
        Given(ARequest.Asking("HKU").OnLoan().RenewalAsked().RenewalDeclined()).When(new RenewLoan(Blocked: null)).IsRefused(Refusal.NotRenewable);
    }

    [Fact]
    public void The_renewal_offered_on_the_page_is_the_one_that_is_made()
    {
        foreach (var blocked in new[] { null, new Block("fees", "You owe HKD 40.00.") })
        {
            foreach (var (situation, request) in Situations.All)
            {
                var shown = Renewal.Of(request.Request, request.Now, request.Rules, blocked);
                var refused = request.Decide(new RenewLoan(blocked)) as Refused<PatronRequest, RequestEvent>;

                refused?.Refusal.ShouldBe(shown.Refusal!.Value, situation);
                (refused is null).ShouldBe(shown.Possible, situation);
                (refused?.Why ?? shown.Why).ShouldBe(shown.Why, situation);
                shown.Why.ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    [Fact]
    public void A_no_stands_unless_the_policy_lets_it_be_asked_again_and_then_as_often_as_it_says()
    {
        var refused = ARequest.Asking("HKU").OnLoan().RenewalAsked().RenewalDeclined();
        Given(refused).When(new RenewLoan(Blocked: null)).IsRefused(Refusal.NotRenewable);

        var again = refused with { Rules = Rules with { Policy = Rules.Policy with { RenewalAsksAfterRefusal = 1 } } };
        Given(again).When(new RenewLoan(Blocked: null)).Then(new RenewalAsked("HKU")).AndSends(Say(RequestingAction.Renew, to: "HKU"));
        Given(again.RenewalAsked().RenewalDeclined()).When(new RenewLoan(Blocked: null)).IsRefused(Refusal.NotRenewable);

        // A new due date begins anew, and one kept by an earlier version has been refused once.
        Given(again.Renewed().RenewalAsked().RenewalDeclined()).When(new RenewLoan(Blocked: null)).AndSends(Say(RequestingAction.Renew, to: "HKU"));
        var earlier = refused with { Request = refused.Request with { Loan = refused.Request.Loan! with { Refusals = 0 } } };
        Given(earlier).When(new RenewLoan(Blocked: null)).IsRefused(Refusal.NotRenewable);
    }

    [Fact]
    public void What_staff_ask_for_on_the_patrons_word_is_recorded_as_that() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .When(new RenewLoan(Blocked: null, AWord))
            .Then(new RenewalAsked("HKU") { Word = AWord })
            .AndSends(Say(RequestingAction.Renew, to: "HKU"));
}
