using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Supplying;

public class PromisesTests
{
    [Fact]
    public void The_patron_is_told_which_library_will_supply_it_and_when()
    {
        var outcome = Given(ARequest.Asking("HKU", then: "CUHK"))
            .When(new WillSupply("HKU", "m-1"), at: Monday)
            .Then(Promised("HKU"))
            .AndSends(Mail(Notice.ItemExpected))
            .AndTheMailSays(facts => facts is { Library: "HKU Library", Estimate: not null })
            .AndAwaits(DeadlineKind.Shipment, End("2026-11-26"));

        outcome.Request.Request.Estimate.ShouldBe(new Estimate(Date("2026-11-26"), Date("2026-11-30")));
    }

    [Fact]
    public void A_library_that_promised_the_item_and_cannot_find_it_is_passed_over() =>
        Given(ARequest.Asking("HKU", then: "CUHK").Promised())
            .When(new Unfilled("HKU", "m-2", ReasonCode.NotOnShelf))
            .Then(new SupplierPassedOver("HKU", ReasonCode.NotOnShelf), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Request, to: "CUHK"), Mail(Notice.Delayed))
            .AndTheMailSays(facts => facts is { Library: "HKU Library", Estimate: not null, Reason.Code: ReasonCode.AnotherLibraryAsked });

    [Fact]
    public void A_promise_not_kept_is_given_up_and_the_patron_hears_that_it_will_take_longer() =>
        Given(ARequest.Asking("HKU", then: "CUHK").Promised())
            .WhenNobodyDoesAnything()
            .Then(new SupplierPassedOver("HKU", ReasonCode.PromiseNotKept), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Cancel, to: "HKU"), Say(RequestingAction.Request, to: "CUHK"), Mail(Notice.Delayed));

    [Fact]
    public void The_last_promise_broken_gives_one_mail_and_it_says_that_staff_look_for_another_way() =>
        Given(ARequest.Asking("HKU").Promised())
            .WhenNobodyDoesAnything()
            .Then(new SupplierPassedOver("HKU", ReasonCode.PromiseNotKept), new SentToReview(ReasonCode.NoLibraryLeft))
            .AndSends(Say(RequestingAction.Cancel, to: "HKU"), Mail(Notice.InReview))
            .AndTheMailSays(facts => facts.Reason == ReasonCode.NoLibraryLeft);

    [Fact]
    public void A_second_promise_changes_nothing() =>
        Given(ARequest.Asking("HKU").Promised()).When(new WillSupply("HKU", "m-9")).IsIgnored("HKU has already promised it.");

    [Fact]
    public void A_promise_that_comes_after_we_stopped_waiting_is_declined_again_and_changes_nothing()
    {
        var late = Given(ARequest.Asking("HKU", then: "CUHK").Waits())
            .When(new WillSupply("HKU", "m-9"))
            .IsIgnored("HKU is no longer asked, and has been told so again.");

        late.Effects.ShouldBe([new MessageSupplier("HKU", RequestingAction.Cancel)]);
        late.Request.Supplier.ShouldBe("CUHK");
    }

    [Fact]
    public void The_word_that_a_scan_is_ready_fills_nothing_until_the_scan_is_here() =>
        Given(ARequest.AskingForACopy("HKU"))
            .When(new CopyReady("HKU", "m-1"))
            .Then(Promised("HKU"))
            .AndIs(RequestStatus.Expected)
            .AndAwaits(DeadlineKind.Scan, End("2026-11-26"));

    [Fact]
    public void A_scan_is_no_answer_to_a_request_for_the_book() =>
        Given(ARequest.Asking("HKU")).When(new CopyReady("HKU", "m-1")).IsIgnored("The item was asked for, not a scan.");
}
