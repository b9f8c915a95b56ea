using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Supplying;

/// <summary>A library may answer by the link in our letter. Its answer counts as its message, and one that comes too late is refused.</summary>
public class AnswersByLinkTests
{
    private static WillSupply Yes => new("HKU", "answer-1-will-supply") { Word = AnAnswerByLink };

    private static Unfilled No => new("HKU", "answer-1-unfilled", ReasonCode.NotOnShelf) { Word = AnAnswerByLink };

    [Fact]
    public void A_promise_by_the_link_is_a_promise() => Given(ARequest.Asking("HKU")).When(Yes).Then(Promised("HKU")).AndIs(RequestStatus.Expected);

    [Fact]
    public void The_same_answer_again_changes_nothing() => Given(ARequest.Asking("HKU").And(Yes)).When(Yes).IsIgnored("The message was heard before.");

    [Fact]
    public void An_answer_that_is_not_waited_for_is_refused_and_leaves_no_trace()
    {
        var passedOver = ARequest.Asking("HKU", then: "CUHK").And(No);

        Given(passedOver).When(Yes).IsRefused(Refusal.AlreadyAnswered);
        passedOver.Meets(Yes).History.Count.ShouldBe(passedOver.History.Count);
    }

    [Fact]
    public void An_answer_to_a_closed_request_is_refused() =>
        Given(ARequest.Asking("HKU").CancelAsked().CancelConfirmed()).When(Yes).IsRefused(Refusal.AlreadyClosed);

    [Fact]
    public void A_library_that_promised_may_still_say_no() => Given(ARequest.Asking("HKU", then: "CUHK").And(Yes)).When(No).AndIs(RequestStatus.Sourcing);
}
