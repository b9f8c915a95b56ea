using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Returning;

public class ReturningTests
{
    [Fact]
    public void The_patron_gets_a_receipt_when_the_item_is_back() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .When(new CheckInItem())
            .Then(new ItemCheckedIn(ReasonCode.Returned))
            .AndSends(Mail(Notice.Returned))
            .AndTheMailSays(facts => facts.Date == Date("2026-11-23"))
            .AndAwaits(DeadlineKind.SendingBack, End("2026-11-25"));

    [Fact]
    public void The_lender_is_told_that_its_item_is_on_its_way_back() =>
        Given(ARequest.Asking("HKU").GivenBack())
            .When(new SendItemBack())
            .Then(new ItemSentBack())
            .AndSends(Say(RequestingAction.Returned, to: "HKU"))
            .AndAwaits(DeadlineKind.LenderReceipt, End("2026-12-07"));

    [Fact]
    public void The_loan_is_complete_when_its_lender_has_the_item_again() =>
        Given(ARequest.Asking("HKU").GivenBack().SentBack())
            .When(new LenderReceived("HKU", "m-9"))
            .Then(new LoanCompleted(ReasonCode.LenderReceived))
            .AndSendsNothing()
            .AndIsClosed(RequestStatus.Completed, ReasonCode.LenderReceived);

    [Fact]
    public void A_patron_who_returns_the_item_at_its_own_library_has_returned_it() =>
        Given(ARequest.Asking("HKU").Overdue())
            .When(new LenderReceived("HKU", "m-9"))
            .Then(new LoanCompleted(ReasonCode.ReturnedToLender))
            .AndSends(Mail(Notice.Returned))
            .AndIsClosed(RequestStatus.Completed, ReasonCode.ReturnedToLender);

    [Fact]
    public void An_item_is_sent_back_once() =>
        Given(ARequest.Asking("HKU").GivenBack().SentBack()).When(new SendItemBack()).IsRefused(Refusal.NothingToSendBack);

    [Fact]
    public void An_item_still_with_the_patron_is_not_sent_back() =>
        Given(ARequest.Asking("HKU").OnLoan()).When(new SendItemBack()).IsRefused(Refusal.NothingToSendBack);

    [Fact]
    public void An_item_nobody_has_checked_out_is_not_checked_in() =>
        Given(ARequest.Asking("HKU").OnTheShelf()).When(new CheckInItem()).IsRefused(Refusal.NotWithPatron);

    [Fact]
    public void Staff_are_reminded_of_an_item_to_send_back_and_in_the_end_it_is_taken_as_lost()
    {
        var forgotten = ARequest.Asking("HKU").GivenBack();
        for (var times = 1; times <= 8; times++)
        {
            Given(forgotten).WhenNobodyDoesAnything().Then(new StaffChased(DeadlineKind.SendingBack, times)).AndSendsNothing();
            forgotten = forgotten.Waits();
        }

        Given(forgotten).WhenNobodyDoesAnything()
            .AndSends(Say(RequestingAction.Lost, to: "HKU"))
            .AndIsClosed(RequestStatus.Lost, ReasonCode.NotFoundToSendBack);
    }

    [Fact]
    public void Our_own_record_closes_a_loan_whose_lender_is_silent_about_the_receipt()
    {
        var silent = ARequest.Asking("HKU").GivenBack().SentBack();
        for (var times = 1; times <= 3; times++)
        {
            Given(silent).WhenNobodyDoesAnything().Then(new StaffChased(DeadlineKind.LenderReceipt, times)).AndSendsNothing();
            silent = silent.Waits();
        }

        Given(silent).WhenNobodyDoesAnything()
            .Then(new LoanCompleted(ReasonCode.LenderSilent))
            .AndSendsNothing()
            .AndIsClosed(RequestStatus.Completed, ReasonCode.LenderSilent);
    }

    [Fact]
    public void Each_wait_is_chased_from_its_own_beginning()
    {
        var chasedTwice = ARequest.Asking("HKU").GivenBack().Waits().Waits();

        chasedTwice.Request.Chased.ShouldBe(2);
        chasedTwice.SentBack().Request.Chased.ShouldBe(0);
    }
}
