using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Fees;

public class LostItemTests
{
    private static ARequest Loan => ARequest.Asking("HKU").OnLoan();

    [Fact]
    public void An_item_that_never_came_back_costs_its_replacement_the_processing_and_the_fine() =>
        Given(ARequest.Asking("HKU").Overdue().Waits().Waits().Waits()).WhenNobodyDoesAnything()
            .Then(
                new FeeCharged(LedgerKind.OverdueFine, Money.Hkd(60), ReasonCode.NotReturned, 30),
                new FeeCharged(LedgerKind.Replacement, Money.Hkd(500), ReasonCode.NotReturned),
                new FeeCharged(LedgerKind.Processing, Money.Hkd(100), ReasonCode.NotReturned),
                new ItemLost(ReasonCode.NotReturned))
            .AndTheMailSays(facts => facts.Fees == new NoticeFees
            {
                Fine = Money.Hkd(60),
                FineDays = 30,
                Replacement = Money.Hkd(500),
                Processing = Money.Hkd(100),
                FoundBy = Date("2027-08-05"),
                Owed = Money.Hkd(660),
            });

    [Fact]
    public void A_day_that_has_only_begun_when_the_item_is_declared_lost_is_not_fined()
    {
        var loan = ARequest.Asking("HKU", at: Noon("2026-04-13")).OnLoan();
        var at = Start("2026-07-10");
        var overdue = loan.Request with
        {
            Status = RequestStatus.Overdue,
            Loan = loan.Request.Loan! with { DueOn = Date("2026-05-26"), OverdueNotices = 4 },
            Deadline = loan.Awaited with { For = DeadlineKind.OverdueNotice, At = at },
        };
        var lost = (loan with { Request = overdue }).And(new DeadlineReached(loan.Awaited.Id), at);

        // 27 May to 9 July are 30 working days.
        (lost.Request.Fees[0].Days, lost.Request.Fees[0].Amount).ShouldBe((30, Money.Hkd(60)));
    }

    [Fact]
    public void Staff_who_know_the_price_charge_the_price() =>
        Given(Loan).When(new DeclareLost("left on the ferry", Money.Hkd(320)))
            .AndTheMailSays(facts => facts.Fees == new NoticeFees
            {
                Replacement = Money.Hkd(320),
                Processing = Money.Hkd(100),
                FoundBy = Date("2027-05-22"),
                Owed = Money.Hkd(420),
            });

    [Theory]
    [InlineData("HKD", 0)]
    [InlineData("HKD", -5)]
    [InlineData("HKD", 100_000.01)]
    [InlineData("HKD", 12.345)]
    public void A_price_that_can_be_none_is_refused(string currency, decimal amount) =>
        Given(Loan).When(new DeclareLost("gone", new Money(currency, amount))).IsRefused(Refusal.WrongAmount);

    [Fact]
    public void A_patron_who_did_not_have_the_item_does_not_pay_for_it()
    {
        foreach (var elsewhere in new[] { ARequest.Asking("HKU").OnItsWay(), ARequest.Asking("HKU").OnTheShelf(), ARequest.Asking("HKU").GivenBack() })
        {
            elsewhere.DeclaredLost().Request.Fees.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_lost_item_that_is_found_takes_its_replacement_off_but_not_the_processing_nor_the_fine() =>
        Given(ARequest.Asking("HKU").Overdue().Waits().DeclaredLost()).When(new CheckInItem())
            .Then(new FeeTakenOff(2, Money.Hkd(500), ReasonCode.Found), new ItemCheckedIn(ReasonCode.Found))
            .AndTheMailSays(facts => facts.Fees == new NoticeFees { TakenOff = Money.Hkd(500), Owed = Money.Hkd(110) });

    [Fact]
    public void Payments_for_a_found_item_are_paid_back()
    {
        var halfPaid = Loan.DeclaredLost().And(new SettleFee(1, Money.Hkd(200), "first instalment"));

        var found = Given(halfPaid).When(new LenderReceived("HKU", "m-9"))
            .Then(new FeeTakenOff(1, Money.Hkd(300), ReasonCode.Found),
                new FeePaidBack(1, Money.Hkd(200), ReasonCode.Found), new LoanCompleted(ReasonCode.ReturnedToLender))
            .AndTheMailSays(facts => facts.Fees == new NoticeFees { TakenOff = Money.Hkd(300), PaidBack = Money.Hkd(200), Owed = Money.Hkd(100) });

        found.Request.Request.Balance().ShouldBe(100, "the processing fee");
        found.Request.Request.PaidOn(1).ShouldBe(0);
    }

    [Fact]
    public void A_waived_amount_is_not_paid_back() =>
        Given(Loan.DeclaredLost().And(new WaiveFee(1, null, "the lender has another copy"))).When(new CheckInItem()).Then(new ItemCheckedIn(ReasonCode.Found));

    [Fact]
    public void A_policy_may_take_the_processing_off_as_well()
    {
        var lost = Loan.DeclaredLost() with { Rules = Rules with { Policy = new Policy { Fines = new FinePolicy { RefundProcessing = true } } } };

        Given(lost).When(new CheckInItem())
            .Then(new FeeTakenOff(1, Money.Hkd(500), ReasonCode.Found),
                new FeeTakenOff(2, Money.Hkd(100), ReasonCode.Found), new ItemCheckedIn(ReasonCode.Found));
    }

    [Theory]
    [InlineData(180, true)]
    [InlineData(181, false)]
    public void After_half_a_year_nothing_is_taken_off_any_more(int days, bool takenOff) =>
        Loan.DeclaredLost().And(new CheckInItem(), at: Monday.AddDays(days)).Request.BalanceOf(1).ShouldBe(takenOff ? 0 : 500);
}
