using Hkall.Domain.Correcting;
using Hkall.Domain.Model;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Correcting;

/// <summary>What was closed by mistake, or too early, is opened again.</summary>
public class ReopeningTests
{
    private const string Why = "She cancelled the wrong one.";

    [Fact]
    public void A_cancelled_request_goes_back_to_staff_and_its_patron_hears_of_it()
    {
        var open = Given(ARequest.Asking("HKU", then: "CUHK").CancelAsked().CancelConfirmed())
            .When(new ReopenRequest(Why))
            .AndSends(Mail(Notice.Corrected))
            .AndTheMailSays(facts => facts is { Undone: null, Now: RequestStatus.InReview })
            .AndIs(RequestStatus.InReview)
            .Request;

        open.Awaited.For.ShouldBe(DeadlineKind.Review);
        open.Request.ClosedAt.ShouldBeNull();
    }

    [Fact]
    public void A_library_that_only_heard_of_the_cancellation_is_asked_again_and_knows_the_request()
    {
        var asked = ARequest.Asking("HKU").CancelAsked().Waits().And(new ReopenRequest(Why));
        asked.Request.Rota.Single().Standing.ShouldBe(RotaStatus.Waiting);

        Given(asked).When(new ApproveRequest()).AndSends(Say(RequestingAction.Retry, to: "HKU")).AndIs(RequestStatus.Sourcing);
    }

    [Fact]
    public void A_library_that_said_no_is_not_asked_again()
    {
        var none = ARequest.Asking("HKU").Declined();
        var unfilled = none.Status == RequestStatus.InReview ? none.GivenUp() : none;
        var open = unfilled.And(new ReopenRequest(Why));

        open.Status.ShouldBe(RequestStatus.InReview);
        open.Request.Rota.Single().Standing.ShouldBe(RotaStatus.PassedOver);
    }

    [Fact]
    public void A_rejected_request_can_be_opened_again() =>
        Given(ARequest.Placed(ServiceType.Loan, Things.Book, ["HKU"], but: order => order with { ReviewWhy = ReasonCode.Incomplete })
                .And(new RejectRequest(ReasonCode.NotPossible)))
            .When(new ReopenRequest(Why))
            .AndIs(RequestStatus.InReview);

    [Fact]
    public void A_loan_that_was_closed_with_its_item_goes_back_to_where_the_item_was()
    {
        Given(ARequest.Asking("HKU").GivenBack().SentBack().BackWithItsLender()).When(new ReopenRequest(Why)).AndIs(RequestStatus.Returning);
        Given(ARequest.Asking("HKU").OnLoan().DeclaredLost()).When(new ReopenRequest(Why)).AndIs(RequestStatus.OnLoan);
    }

    [Fact]
    public void An_open_request_a_replaced_one_and_a_used_copy_cannot_be_opened_again()
    {
        Given(ARequest.Asking("HKU")).When(new ReopenRequest(Why)).IsRefused(Refusal.NotClosed);
        Given(ARequest.AskingForACopy("HKU").ReadyToDownload().Downloaded(5)).When(new ReopenRequest(Why)).IsRefused(Refusal.NothingToUndo);
    }

    [Fact]
    public void After_a_month_a_new_request_is_placed_instead()
    {
        var closed = ARequest.Asking("HKU").CancelAsked().CancelConfirmed();

        Given(closed.At(closed.Now.AddDays(Rules.Policy.UndoDays + 1))).When(new ReopenRequest(Why)).IsRefused(Refusal.TooLate);
    }
}
