using Hkall.Domain.Charging;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Charging;

/// <summary>"The Library reserves the right to charge for expensive items obtained from overseas libraries" (page): from others it bears the charge.</summary>
public class WhoBearsTests
{
    private static readonly Money Dear = Money.Hkd(1_500);

    private static ARequest Asking(Tier tier, RuleBook? rules = null) =>
        ARequest.Placed(ServiceType.Loan, Book, ["CUHK", "HKU"], tier, PatronGroup.Postgraduate, rules: rules ?? UsualRules);

    [Theory]
    [InlineData(Tier.Hkall)]
    [InlineData(Tier.Local)]
    public void The_library_bears_the_charge_of_a_library_in_hong_kong_and_the_patron_is_not_asked(Tier tier)
    {
        var promised = Given(Asking(tier)).When(new Conditional("CUHK", "m-9", Cost: Money.Hkd(200.01m)))
            .Then(
                new CostAccepted("CUHK", Money.Hkd(200.01m), ReasonCode.BorneByLibrary),
                Promised("CUHK"),
                new ChargeBorne("CUHK", Money.Hkd(200.01m)) { Why = ReasonCode.ByPolicy, Whole = true })
            .AndSends(Say(RequestingAction.AcceptCost, "CUHK"), Mail(Notice.ItemExpected))
            .AndTheMailSays(facts => facts.Reason == ReasonCode.BorneByLibrary)
            .Request;
        promised.Shipped().Received().Request.Fees.ShouldBeEmpty();
    }

    [Fact]
    public void The_patron_is_asked_about_the_charge_of_an_overseas_library() =>
        Asking(Tier.Overseas).Quoted().Status.ShouldBe(RequestStatus.AwaitingCostDecision);

    [Fact]
    public void Staff_decide_on_a_charge_that_is_more_than_the_library_bears_without_asking()
    {
        var asked = Given(Asking(Tier.Hkall, LimitedRules)).When(new Conditional("CUHK", "m-9", Cost: Dear))
            .AndSendsNothing()
            .AndAwaits(DeadlineKind.Conditions, End("2026-11-25"))
            .Request;
        asked.Request.Conditions.ShouldNotBeNull().Conditions.ShouldBe([ReasonCode.Cost]);
        asked.Request.Conditions!.Cost.ShouldBe(Dear);

        Given(asked).When(new DecideConditions(Accept: true))
            .Then(new ConditionsAccepted("CUHK"), new CostAccepted("CUHK", Dear, ReasonCode.BorneByLibrary), Promised("CUHK"))
            .AndSends(Say(RequestingAction.AcceptCost, "CUHK"), Mail(Notice.ItemExpected));
        Given(asked).When(new DecideConditions(Accept: false))
            .Then(new ConditionsDeclined("CUHK", ReasonCode.ByStaff), new SupplierPassedOver("CUHK", ReasonCode.ConditionsDeclined), Asked("HKU"));

        // A repeated charge does not start the days again, and one that ships at the charge is not put to them twice.
        asked.Meets(new Conditional("CUHK", "m-10", Cost: Dear), at: Noon("2026-11-24")).Awaited.At.ShouldBe(End("2026-11-25"));
        var accepted = asked.And(new DecideConditions(Accept: true));
        accepted.Shipped(cost: Dear).Request.Charge?.Standing.ShouldBe(ChargeStanding.WithinAccepted);
        accepted.Shipped(cost: Money.Hkd(2_000)).Request.Charge?.Standing.ShouldBe(ChargeStanding.ToDecide);
    }

    [Fact]
    public void A_library_that_is_to_be_asked_again_at_such_a_charge_is_asked_again_when_staff_agree() =>
        Given(Asking(Tier.Hkall, LimitedRules).And(new RetryOffered("CUHK", "m-9", ReasonCode.CostExceedsMaxCost, Dear)))
            .When(new DecideConditions(Accept: true))
            .Then(new ConditionsAccepted("CUHK"), new CostAccepted("CUHK", Dear, ReasonCode.BorneByLibrary), new RetryAsked("CUHK"))
            .AndSends(Say(RequestingAction.Retry, "CUHK"));

    [Fact]
    public void A_charge_that_comes_with_the_item_from_such_a_library_is_borne_up_to_the_limit()
    {
        Asking(Tier.Hkall, LimitedRules).Promised().Shipped(cost: Money.Hkd(900)).Request.Charge?.Standing.ShouldBe(ChargeStanding.WithinAccepted);
        Asking(Tier.Hkall, LimitedRules).Promised().Shipped(cost: Dear).Request.Charge?.Standing.ShouldBe(ChargeStanding.ToDecide);
    }

    [Fact]
    public void What_the_patron_would_pay_at_most_does_not_make_them_pay_for_a_library_in_hong_kong()
    {
        var upTo2000 = ARequest.Placed(
            ServiceType.Loan, Book, ["CUHK"], but: order => order with { MaxCost = Money.Hkd(2_000) }, rules: LimitedRules);
        upTo2000.Quoted(Dear).Request.Conditions?.Cost.ShouldBe(Dear);
        upTo2000.Promised().Shipped(cost: Money.Hkd(900)).Received().Request.Fees.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_rate_staff_decide_whether_the_charge_is_above_the_limit() =>
        Asking(Tier.Hkall, LimitedRules).Quoted(new Money("CHF", 10)).Request.Alert?.Code.ShouldBe(ReasonCode.NoRate);
}
