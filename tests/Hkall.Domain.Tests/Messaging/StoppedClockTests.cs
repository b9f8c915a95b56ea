using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Messaging;

/// <summary>A question to the patron stops what staff have to decide; the answer, or the day, starts it again.</summary>
public class StoppedClockTests
{
    private static readonly DateOnly Friday = Libraries.Date("2026-11-27");

    [Fact]
    public void A_question_stops_the_review_until_its_day()
    {
        var review = Reviewed;
        var asked = Given(review).When(Question).AndAwaits(DeadlineKind.PatronAnswer, Libraries.End("2026-11-27"))
            .AndTheMailSays(facts => facts.AnswerBy == Friday).Request;

        asked.Request.Awaited.ShouldBe(new AwaitedAnswer(Friday, DeadlineKind.Review, review.Awaited.At - review.Now));
        asked.Status.ShouldBe(RequestStatus.InReview);
    }

    [Fact]
    public void The_answer_starts_it_again_with_what_was_left()
    {
        var review = Reviewed;
        var left = review.Awaited.At - review.Now;

        var answered = review.And(Question).And(new WriteToStaff("The second."), review.Now.AddDays(2));
        (answered.Awaited.For, answered.Awaited.At, answered.Request.Awaited).ShouldBe((DeadlineKind.Review, review.Now.AddDays(2) + left, null));
    }

    [Fact]
    public void Staff_have_a_working_day_after_the_answer_however_little_was_left()
    {
        var review = Reviewed;
        var late = review.Awaited.At.AddMinutes(-1);

        var answered = review.And(Question with { AnswerBy = Friday.AddDays(7) }, late).And(new WriteToStaff("The second."), late.AddHours(2));
        answered.Awaited.At.ShouldBe(answered.Rules.Calendar.WaitUntil(late.AddHours(2), new(1, 4)));
    }

    [Fact]
    public void Without_an_answer_staff_are_alerted_and_the_review_runs_to_its_stated_end()
    {
        var lapsed = Reviewed.And(Question).Waits();

        (lapsed.Request.Alert, lapsed.Awaited.For, lapsed.Request.Awaited).ShouldBe((ReasonCode.NoAnswer, DeadlineKind.Review, null));
        while (lapsed.Status == RequestStatus.InReview)
        {
            lapsed = lapsed.Waits();
        }

        lapsed.Status.ShouldBe(RequestStatus.Unfilled);
    }

    [Fact]
    public void A_second_question_keeps_what_was_left_when_the_first_was_asked()
    {
        var once = Reviewed.And(Question);
        var twice = once.And(new WriteToPatron(PatronMessage.Free, "And the year?", AnswerBy: Friday.AddDays(3)), once.Now.AddDays(1));

        twice.Request.Awaited.ShouldBe(once.Request.Awaited! with { By = Friday.AddDays(3) });
    }

    [Fact]
    public void What_staff_decide_meanwhile_ends_the_waiting()
    {
        var rejected = Reviewed.And(Question).And(new RejectRequest(ReasonCode.NotPossible));

        (rejected.Request.Awaited, rejected.Request.Deadline).ShouldBe((null, null));
    }

    [Fact]
    public void A_library_s_time_and_the_patron_s_own_decisions_do_not_stand_still()
    {
        Given(ARequest.Asking("HKU")).When(Question).IsRefused(Refusal.NothingToStop);
        Given(ARequest.Asking("HKU").Quoted(Money.Hkd(450))).When(Question).IsRefused(Refusal.NothingToStop);
        Given(ARequest.Asking("HKU").OnLoan()).When(Question).IsRefused(Refusal.NothingToStop);
        Given(ARequest.Asking("HKU").Conditioned(Money.Hkd(450))).When(Question).AndAwaits(DeadlineKind.PatronAnswer, Libraries.End("2026-11-27"));
    }

    [Fact]
    public void Nobody_waits_for_a_day_that_is_past_or_far_off()
    {
        var review = Reviewed;
        var today = review.Rules.Calendar.DateOf(review.Now);
        Given(review).When(Question with { AnswerBy = today }).IsRefused(Refusal.DateNotPossible);
        Given(review).When(Question with { AnswerBy = today.AddDays(review.Rules.Policy.Messages.LongestWaitDays + 1) }).IsRefused(Refusal.DateNotPossible);
    }

    private static ARequest Reviewed => Table.Situations.All.Single(situation => situation.Name == "loan, in review").Request;

    private static WriteToPatron Question => new(PatronMessage.Free, "Which edition?", AnswerBy: Friday);
}
