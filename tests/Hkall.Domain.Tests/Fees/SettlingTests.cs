using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Fees;

public class SettlingTests
{
    private const int Replacement = 1;

    private static ARequest Lost => ARequest.Asking("HKU").OnLoan().DeclaredLost();

    [Fact]
    public void A_fee_that_was_paid_is_owed_no_more()
    {
        var settled = Given(Lost).When(new SettleFee(Replacement, null, "receipt 4711"))
            .Then(new FeeSettled(Replacement, Money.Hkd(500), "receipt 4711"))
            .AndSends(Mail(Notice.FeeSettled))
            .AndTheMailSays(
                facts => facts is { Reason.Words: "receipt 4711", Fees: { What: LedgerKind.Replacement, Paid.Amount: 500, Left.Amount: 0, Owed.Amount: 100 } });

        settled.Request.Request.BalanceOf(Replacement).ShouldBe(0);
        settled.Request.Request.Balance().ShouldBe(100, "the processing fee");
        settled.Request.Status.ShouldBe(RequestStatus.Lost);
    }

    [Fact]
    public void A_waived_amount_is_credited_where_the_patron_pays() =>
        Given(Lost).When(new WaiveFee(Replacement, Money.Hkd(100), "the lender asked for less"))
            .Then(new FeeWaived(Replacement, Money.Hkd(100), "the lender asked for less"))
            .AndSends(new RecordFee(3, LedgerKind.Waiver, Money.Hkd(100), default), Mail(Notice.FeeWaived))
            .AndTheMailSays(
                facts =>
                    facts is
                    {
                        Reason.Words: "the lender asked for less",
                        Fees: { What: LedgerKind.Replacement, Waived.Amount: 100, Left.Amount: 400, Owed.Amount: 500 }
                    });

    [Fact]
    public void Of_a_request_long_closed_the_patron_is_told_too() =>
        Given(ARequest.Asking("HKU").Overdue().DeclaredLost().CheckedIn().SentBack().BackWithItsLender()).When(new SettleFee(2, null, "receipt 4712"))
            .AndIsClosed(RequestStatus.Completed, ReasonCode.LenderReceived)
            .AndSends(Mail(Notice.FeeSettled));

    [Theory]
    [InlineData("HKD", 500.01)]
    [InlineData("HKD", 0)]
    [InlineData("HKD", -1)]
    [InlineData("HKD", 0.001)]
    [InlineData("USD", 10)]
    public void More_than_is_owed_or_no_amount_at_all_is_refused(string currency, decimal amount)
    {
        Given(Lost).When(new SettleFee(Replacement, new Money(currency, amount), "typed wrong")).IsRefused(Refusal.WrongAmount);
        Given(Lost).When(new WaiveFee(Replacement, new Money(currency, amount), "typed wrong")).IsRefused(Refusal.WrongAmount);
    }

    [Fact]
    public void A_fee_is_not_settled_twice()
    {
        Given(Lost.Settled(Replacement)).When(new SettleFee(Replacement, null, "again")).IsRefused(Refusal.NothingOwed);
        Given(Lost.Settled(Replacement)).When(new WaiveFee(Replacement, null, "again")).IsRefused(Refusal.NothingOwed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(99)]
    public void Only_a_fee_can_be_settled(int line) =>
        Given(Lost.And(new SettleFee(Replacement, Money.Hkd(1), "part"))).When(new SettleFee(line, null, "what for")).IsRefused(Refusal.NoSuchFee);

    [Fact]
    public void After_ten_parts_the_rest_is_settled_at_once()
    {
        var lost = Lost;
        for (var part = 1; part <= SettlingRules.MostParts; part++)
        {
            lost = lost.And(new SettleFee(Replacement, Money.Hkd(1), $"part {part}"));
        }

        Given(lost).When(new SettleFee(Replacement, Money.Hkd(1), "part 11")).IsRefused(Refusal.WrongAmount);
        lost.And(new SettleFee(Replacement, null, "the rest")).Request.BalanceOf(Replacement).ShouldBe(0);
    }
}
