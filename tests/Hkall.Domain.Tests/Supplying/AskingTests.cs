using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Supplying;

public class AskingTests
{
    [Fact]
    public void A_request_moves_on_to_the_next_library_when_the_first_cannot_fill_it() =>
        Given(ARequest.Asking("HKU", then: "CUHK"))
            .When(new Unfilled("HKU", "m-1", ReasonCode.OnLoan), at: Monday)
            .Then(new SupplierPassedOver("HKU", ReasonCode.OnLoan), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Request, to: "CUHK"))
            .AndAwaits(DeadlineKind.SupplierReply, End("2026-11-25"));

    [Fact]
    public void The_patron_is_told_when_no_library_is_left_to_ask_and_staff_look_for_another_way() =>
        Given(ARequest.Asking("HKU"))
            .When(new Unfilled("HKU", "m-1"), at: Monday)
            .Then(new SupplierPassedOver("HKU", ReasonCode.Unfilled), new SentToReview(ReasonCode.NoLibraryLeft))
            .AndSends(Mail(Notice.InReview))
            .AndAwaits(DeadlineKind.FurtherSearch, End("2026-11-30"));

    [Fact]
    public void A_silent_library_is_told_that_we_no_longer_wait_and_the_next_is_asked() =>
        Given(ARequest.Asking("HKU", then: "CUHK"))
            .WhenNobodyDoesAnything()
            .Then(new SupplierPassedOver("HKU", ReasonCode.Silent), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Cancel, to: "HKU"), Say(RequestingAction.Request, to: "CUHK"))
            .AndAwaits(DeadlineKind.SupplierReply, End("2026-11-30"));

    [Theory]
    [InlineData(Tier.Hkall, "2026-11-25")]
    [InlineData(Tier.Local, "2026-11-26")]
    [InlineData(Tier.Overseas, "2026-11-30")]
    public void A_library_has_working_days_to_answer_by_how_far_away_it_is(Tier tier, string lastDay) =>
        ARequest.Asking("HKU", tier: tier).Awaited.At.ShouldBe(End(lastDay));

    [Fact]
    public void A_library_that_cancels_of_its_own_accord_will_not_supply() =>
        Given(ARequest.Asking("HKU", then: "CUHK"))
            .When(new CancelConfirmed("HKU", "m-1"))
            .Then(new SupplierPassedOver("HKU", ReasonCode.CancelledByLibrary), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Request, to: "CUHK"));

    [Fact]
    public void Staff_may_pass_over_the_library_now_asked() =>
        Given(ARequest.Asking("HKU", then: "CUHK"))
            .When(new AskNextSupplier(StatedReason.InWords("closed for stocktaking")))
            .Then(new SupplierPassedOver("HKU", StatedReason.InWords("closed for stocktaking")), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Cancel, to: "HKU"), Say(RequestingAction.Request, to: "CUHK"));

    [Fact]
    public void Nobody_else_is_asked_while_the_item_is_on_its_way() =>
        Given(ARequest.Asking("HKU", then: "CUHK").OnItsWay()).When(new AskNextSupplier(StatedReason.InWords("slow"))).IsRefused(Refusal.TooLate);

    [Fact]
    public void Nobody_else_is_asked_for_a_patron_who_has_cancelled() =>
        Given(ARequest.Asking("HKU", then: "CUHK").CancelAsked()).When(new AskNextSupplier(StatedReason.InWords("slow"))).IsRefused(Refusal.NoSupplierAsked);
}
