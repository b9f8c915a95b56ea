using Hkall.Domain.Charging;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Charging;

public class AskingThePatronTests
{
    private static ARequest WillingToPay(Money most) =>
        ARequest.Placed(ServiceType.Loan, Book, ["HKU", "CUHK"], but: order => order with { MaxCost = most });

    [Fact]
    public void The_patron_is_notified_of_a_charge_before_the_request_proceeds() =>
        Given(ARequest.Asking("HKU"))
            .When(new Conditional("HKU", "m-9", Cost: Charge))
            .Then(new CostQuoted("HKU", Charge, Date("2026-11-30")))
            .AndSends(Mail(Notice.CostDecision))
            .AndTheMailSays(facts => facts.Cost == Charge && facts.Date == Date("2026-11-30") && facts.Library == "HKU Library")
            .AndAwaits(DeadlineKind.CostReminder, Start("2026-11-26"))
            .AndIs(RequestStatus.AwaitingCostDecision);

    [Theory]
    [InlineData("200", true)]
    [InlineData("200.01", false)]
    public void The_library_bears_a_small_charge_itself(string amount, bool borne)
    {
        var asked = ARequest.Asking("HKU").Quoted(Money.Hkd(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));

        asked.Status.ShouldBe(borne ? RequestStatus.Expected : RequestStatus.AwaitingCostDecision);
        asked.History.Select(entry => entry.Event).OfType<CostAccepted>().Any(accepted => accepted.How == ReasonCode.BorneByLibrary).ShouldBe(borne);
    }

    [Fact]
    public void A_charge_within_what_the_patron_would_pay_is_accepted_beforehand() =>
        Given(WillingToPay(Money.Hkd(450)))
            .When(new Conditional("HKU", "m-9", Cost: Charge))
            .Then(new CostAccepted("HKU", Charge, ReasonCode.WithinMaximum), Promised("HKU"))
            .AndSends(Say(RequestingAction.AcceptCost, to: "HKU"), Mail(Notice.ItemExpected))
            .AndTheMailSays(facts => facts.Cost == Charge);

    [Fact]
    public void A_charge_in_another_currency_is_not_compared_but_asked_about() =>
        WillingToPay(Money.Hkd(10_000)).Quoted(new Money("GBP", 20)).Request.Quote.ShouldBe(new Quote(new Money("GBP", 20), Date("2026-11-30")));

    [Fact]
    public void The_patron_is_reminded_once_before_the_offer_ends() =>
        Given(ARequest.Asking("HKU").Quoted())
            .WhenNobodyDoesAnything()
            .Then(new CostReminded())
            .AndSends(Mail(Notice.CostReminder))
            .AndTheMailSays(facts => facts.Cost == Charge && facts.Date == Date("2026-11-30"))
            .AndAwaits(DeadlineKind.CostDecision, End("2026-11-30"));

    [Fact]
    public void No_answer_is_a_no_and_the_next_library_is_asked() =>
        Given(ARequest.Asking("HKU", then: "CUHK").Quoted().Waits())
            .WhenNobodyDoesAnything()
            .Then(new CostDeclined("HKU", Charge, ReasonCode.NoAnswer), new SupplierPassedOver("HKU", ReasonCode.ChargeDeclined), Asked("CUHK"))
            .AndSends(Mail(Notice.CostLapsed), Say(RequestingAction.Cancel, to: "HKU"), Say(RequestingAction.Request, to: "CUHK"));

    [Fact]
    public void No_answer_with_no_other_library_left_ends_in_one_mail() =>
        Given(ARequest.Asking("HKU").Quoted().Waits())
            .WhenNobodyDoesAnything()
            .AndSends(Mail(Notice.InReview), Say(RequestingAction.Cancel, to: "HKU"))
            .AndIs(RequestStatus.InReview);

    [Fact]
    public void The_offer_said_again_gives_no_more_days_and_no_second_mail() =>
        Given(ARequest.Asking("HKU").Quoted()).When(new Conditional("HKU", "m-10", Cost: Charge), at: Noon("2026-11-27"))
            .IsIgnored("The patron is being asked about that charge.");

    [Fact]
    public void A_price_that_changes_while_the_patron_thinks_is_asked_about_anew() =>
        Given(ARequest.Asking("HKU").Quoted().Waits())
            .When(new Conditional("HKU", "m-10", Cost: Money.Hkd(600)), at: Noon("2026-11-27"))
            .Then(new CostQuoted("HKU", Money.Hkd(600), Date("2026-12-04")))
            .AndSends(Mail(Notice.CostDecision))
            .AndAwaits(DeadlineKind.CostReminder, Start("2026-12-02"));

    [Fact]
    public void A_promise_is_no_acceptance_of_the_charge() =>
        Given(ARequest.Asking("HKU").Quoted()).When(new WillSupply("HKU", "m-10")).IsIgnored("The patron has yet to accept the charge.");

    [Fact]
    public void A_patron_asked_about_a_charge_hears_when_the_library_withdraws_its_offer() =>
        Given(ARequest.Asking("HKU", then: "CUHK").Quoted())
            .When(new Unfilled("HKU", "m-10", StatedReason.InWords("lent-to-another")))
            .Then(new SupplierPassedOver("HKU", StatedReason.InWords("lent-to-another")), Asked("CUHK"))
            .AndSends(Mail(Notice.Delayed), Say(RequestingAction.Request, to: "CUHK"))
            .Request.Request.Quote.ShouldBeNull();
}
