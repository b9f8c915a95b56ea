using Hkall.Domain.Copyright;
using Hkall.Domain.Escalating;
using Hkall.Domain.Model;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Reviewing;

public class ReviewingTests
{
    private static ARequest InReview(ServiceType service, Declaration? declaration = null, params string[] libraries) => ARequest.Placed(
        service, service == ServiceType.Copy ? Article : Book, libraries,
        but: order => order with { ReviewWhy = ReasonCode.NotFound, Declaration = declaration });

    private static ARequest Loan => InReview(ServiceType.Loan, null, "HKU");

    [Fact]
    public void A_request_that_staff_are_to_look_at_asks_no_library_yet()
    {
        Loan.Status.ShouldBe(RequestStatus.InReview);
        Loan.Request.Supplier.ShouldBeNull();
        Loan.Awaited.ShouldBe(new Deadline(1, DeadlineKind.Review, End("2026-11-25")));
        Loan.Awaited.For.ResponsibleParty().ShouldBe(ResponsibleParty.Staff);
    }

    [Fact]
    public void An_approved_request_asks_the_first_library() =>
        Given(Loan)
            .When(new ApproveRequest())
            .Then(new RequestApproved(), Asked("HKU"))
            .AndSends(Say(RequestingAction.Request, to: "HKU"));

    [Fact]
    public void An_approved_copy_without_its_declaration_waits_for_it() =>
        Given(InReview(ServiceType.Copy, null, "HKU"))
            .When(new ApproveRequest())
            .Then(new RequestApproved(), new DeclarationAwaited("528F-2026", Date("2026-12-07")))
            .AndSends(Mail(Notice.DeclarationNeeded))
            .AndIs(RequestStatus.AwaitingDeclaration);

    [Fact]
    public void An_approved_copy_with_its_declaration_does_not() =>
        InReview(ServiceType.Copy, SignedDeclaration, "HKU").Approved().Status.ShouldBe(RequestStatus.Sourcing);

    [Fact]
    public void A_rejected_request_is_closed_and_the_patron_is_told_why() =>
        Given(Loan)
            .When(new RejectRequest(StatedReason.InWords("held-here")))
            .Then(new RequestRejected(StatedReason.InWords("held-here")))
            .AndSends(Mail(Notice.Rejected))
            .AndTheMailSays(facts => facts.Reason == StatedReason.InWords("held-here"))
            .AndIsClosed(RequestStatus.Cancelled, because: StatedReason.InWords("held-here"));

    [Fact]
    public void Staff_complete_what_is_asked_for_and_who_holds_it()
    {
        var second = Book with { Edition = "2nd" };
        var edited = Given(InReview(ServiceType.Loan)).When(new EditRequest(second, [Library("HKU")])).AndSendsNothing().AndIs(RequestStatus.InReview).Request;

        edited.Request.Item.ShouldBe(second);
        edited.Approved().Supplier.ShouldBe("HKU");
        Given(edited).When(new EditRequest(second, [Library("HKU")])).IsIgnored("It says so already.");
    }

    [Fact]
    public void Staff_too_borrow_for_an_undergraduate_from_nowhere_but_hkall()
    {
        var edited = InReview(ServiceType.Loan)
            .And(new EditRequest(Book, [Library("MACAU", Tier.Local), Library("HKU"), Library("HKU"), Library("OXFORD", Tier.Overseas)]));

        edited.Request.Rota.Select(entry => entry.Symbol).ShouldBe(["HKU"]);
    }

    [Fact]
    public void A_request_that_nobody_holds_is_not_sent_out_and_staff_close_it_with_a_mail_to_the_patron()
    {
        Given(InReview(ServiceType.Loan)).When(new ApproveRequest()).IsRefused(Refusal.NobodyToAsk);
        Given(InReview(ServiceType.Loan)).When(new GiveUpSearch()).Then(new RotaExhausted()).AndSends(Mail(Notice.Unfilled)).AndIs(RequestStatus.Unfilled);
    }

    [Fact]
    public void Staff_are_reminded_five_times_and_then_the_patron_is_told_that_it_was_not_found()
    {
        var chased = Loan;
        for (var times = 1; times <= 5; times++)
        {
            Given(chased).WhenNobodyDoesAnything().Then(new StaffChased(DeadlineKind.Review, times)).AndSendsNothing();
            chased = chased.Waits();
        }

        Given(chased)
            .WhenNobodyDoesAnything()
            .Then(new RotaExhausted())
            .AndSends(Mail(Notice.Unfilled))
            .AndTheMailSays(facts => facts.Reason == ReasonCode.NotFound)
            .AndIs(RequestStatus.Unfilled);
    }

    [Fact]
    public void Only_a_request_in_review_is_reviewed()
    {
        Given(Loan.Approved()).When(new ApproveRequest()).IsRefused(Refusal.NotInReview);
        Given(Loan.Approved()).When(new RejectRequest(StatedReason.InWords("late"))).IsRefused(Refusal.NotInReview);
    }
}
