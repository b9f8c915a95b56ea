using Hkall.Domain.Charging;
using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Charging;

public class CurrencyTests
{
    private static readonly Money Gbp45 = new("GBP", 45);

    private static readonly Approximation About = new(Money.Hkd(455.55m), Date("2026-11-20"));

    private static ARequest Asking(Money? most = null, RuleBook? rules = null) => ARequest.Placed(
        ServiceType.Loan, Book, ["BL", "NLA"], Tier.Overseas, PatronGroup.Postgraduate, but: order => order with { MaxCost = most }, rules: rules ?? UsualRules);

    [Theory]
    [InlineData("USD", 20)]
    [InlineData("JPY", 3000)]
    [InlineData("USD", 25.64)]
    public void A_foreign_charge_that_is_small_by_the_rate_is_borne_by_the_library(string currency, decimal amount) =>
        Asking().Quoted(new Money(currency, amount)).Request.Acceptance?.How.ShouldBe(ReasonCode.BorneByLibrary);

    [Fact]
    public void A_foreign_charge_is_shown_in_our_currency_with_the_day_of_its_rate() =>
        Given(Asking()).When(new Conditional("BL", "m-9", Cost: Gbp45))
            .Then(new CostQuoted("BL", Gbp45, Date("2026-11-30")) { Approximately = About })
            .AndTheMailSays(facts => facts.Cost == Gbp45 && facts.Approximately == About);

    [Fact]
    public void A_foreign_charge_is_within_what_the_patron_agreed_to_by_the_rate()
    {
        Asking(Money.Hkd(500)).Quoted(Gbp45).Request.Acceptance?.How.ShouldBe(ReasonCode.WithinMaximum);
        Asking(Money.Hkd(455)).Quoted(Gbp45).Status.ShouldBe(RequestStatus.AwaitingCostDecision);
        Asking(new Money("USD", 60)).Quoted(Gbp45).Request.Acceptance?.How.ShouldBe(ReasonCode.WithinMaximum);
    }

    [Fact]
    public void The_patron_pays_what_they_were_told_and_not_what_a_later_rate_makes_of_it()
    {
        var accepted = Asking().Quoted(Gbp45).ChargeAccepted();
        var later = accepted with { Rules = UsualRules with { Rates = new ExchangeRates([new("GBP", 20, Date("2026-11-25"))]) } };

        Given(later.Shipped()).When(new ReceiveItem())
            .AndTheMailSays(facts => facts.Fees == new NoticeFees
            {
                What = LedgerKind.SupplyCharge,
                Charged = About.Amount,
                AcceptedAs = Gbp45,
                Owed = About.Amount,
            })
            .Request.Request.Balance().ShouldBe(455.55m);
    }

    [Fact]
    public void A_lower_foreign_charge_is_owed_at_the_rate_of_the_acceptance() =>
        Asking().Quoted(Gbp45).ChargeAccepted().Shipped(cost: new Money("GBP", 30)).Received().Request.Balance().ShouldBe(303.70m);

    [Fact]
    public void Without_a_rate_the_patron_is_asked_staff_see_which_is_missing_and_enter_the_sum_when_the_item_is_here()
    {
        var quoted = Asking(Money.Hkd(500), Rules).Quoted(Gbp45);
        (quoted.Status, quoted.Request.Alert?.Code, quoted.Request.Quote?.Approximately)
            .ShouldBe((RequestStatus.AwaitingCostDecision, ReasonCode.NoRate, null));

        var received = quoted.ChargeAccepted().Shipped().Received();
        received.Request.Fees.ShouldBeEmpty();
        SupplyCharges.AwaitsSum(received.Request).ShouldBeTrue();

        Given(received).When(new ChargeSupply(Money.Hkd(470)))
            .Then(new FeeCharged(LedgerKind.SupplyCharge, Money.Hkd(470), ReasonCode.ChargeAccepted))
            .AndSends(Record(1), Mail(Notice.FeeCharged));
        Given(received.And(new ChargeSupply(Money.Hkd(470)))).When(new ChargeSupply(Money.Hkd(470))).IsRefused(Refusal.NothingToCharge);
        Given(received).When(new ChargeSupply(Gbp45)).IsRefused(Refusal.WrongAmount);

        // What the patron no longer wanted waits for its sum, too.
        SupplyCharges.AwaitsSum(quoted.ChargeAccepted().Shipped().Unwanted().Received().Request).ShouldBeTrue();

        // Or the Library pays it.
        SupplyCharges.AwaitsSum(received.And(new DecideLateCharge(Bear: true)).Request).ShouldBeFalse();
    }

    [Fact]
    public void What_costs_something_costs_at_least_a_cent()
    {
        new ExchangeRates([new("VND", 0.0003m, Date("2026-11-20"))]).Approximate(new Money("VND", 1))!.Amount.ShouldBe(Money.Hkd(0.01m));
        ExchangeRates.ToCent(0.125m).ShouldBe(0.13m);
        ExchangeRates.ToCent(0).ShouldBe(0);
    }

    [Fact]
    public void The_price_of_another_copy_may_be_in_any_currency_with_a_rate()
    {
        var loan = ARequest.Placed(ServiceType.Loan, Book, ["BL"], Tier.Overseas, PatronGroup.Postgraduate, rules: UsualRules).OnLoan();
        loan.And(new DeclareLost("gone", new Money("USD", 50))).Request.Fees[0].Amount.ShouldBe(Money.Hkd(390));
        Given(loan).When(new DeclareLost("gone", new Money("CHF", 50))).IsRefused(Refusal.NoRate);
        Given(loan).When(new DeclareLost("gone", new Money("USD", 50_000))).IsRefused(Refusal.WrongAmount);
    }

    [Theory]
    [InlineData("JPY", 3000, true)]
    [InlineData("JPY", 3000.55, false)]
    [InlineData("KWD", 1.125, true)]
    [InlineData("HKD", 1.125, false)]
    public void An_amount_has_no_more_decimals_than_its_currency(string currency, decimal amount, bool payable) =>
        Currencies.IsPayable(new Money(currency, amount)).ShouldBe(payable);

    [Fact]
    public void Amounts_are_written_with_the_decimals_of_their_currency()
    {
        Currencies.Write(new Money("JPY", 3000)).ShouldBe("JPY 3000");
        Currencies.Write(new Money("KWD", 1.5m)).ShouldBe("KWD 1.500");
        Currencies.Write(Money.Hkd(450)).ShouldBe("HKD 450.00");
        Currencies.IsKnown("XYZ").ShouldBeFalse();
        Currencies.All.Count().ShouldBeGreaterThan(150);
    }
}
