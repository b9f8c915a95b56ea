using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Fees;

public class ManualFeeTests
{
    private static readonly ChargeFee Torn = new(ManualFee.Damage, Money.Hkd(120), "Pages 3 to 8 are torn.");

    private static ARequest Returned => ARequest.Asking("HKU").OnLoan().CheckedIn();

    [Fact]
    public void Staff_charge_for_damage_and_the_patron_is_told_what_for() =>
        Given(Returned).When(Torn)
            .Then(new FeeCharged(LedgerKind.Damage, Money.Hkd(120), StatedReason.InWords("Pages 3 to 8 are torn.")))
            .AndSends(Record(1), Mail(Notice.FeeCharged))
            .AndTheMailSays(facts => facts is { Reason.Words: "Pages 3 to 8 are torn.", Fees: { What: LedgerKind.Damage, Charged.Amount: 120, Owed.Amount: 120 } });

    [Fact]
    public void A_fee_may_be_charged_from_the_moment_the_item_is_here_and_after_the_request_has_closed()
    {
        foreach (var here in new[] { ARequest.Asking("HKU").OnTheShelf(), ARequest.Asking("HKU").OnLoan(), Returned, Returned.SentBack().BackWithItsLender() })
        {
            here.And(Torn).Request.Balance().ShouldBe(120);
        }

        foreach (var notHere in new[] { ARequest.Asking("HKU"), ARequest.Asking("HKU").OnItsWay(), ARequest.Asking("HKU").CancelAsked().CancelConfirmed() })
        {
            Given(notHere).When(Torn).IsRefused(Refusal.NothingToCharge);
        }
    }

    [Fact]
    public void A_copy_is_not_damaged_but_something_else_may_be_charged_for()
    {
        Given(ARequest.AskingForACopy("HKU").ReadyToDownload()).When(Torn).IsRefused(Refusal.NotALoan);
        ARequest.AskingForACopy("HKU").ReadyToDownload().And(new ChargeFee(ManualFee.Other, Money.Hkd(5), "Printed at the counter.")).Request.Balance().ShouldBe(5);
    }

    [Theory]
    [InlineData("HKD", 0)]
    [InlineData("HKD", 100_000.01)]
    [InlineData("HKD", 1.005)]
    [InlineData("GBP", 10)]
    public void An_amount_that_can_be_none_is_refused(string currency, decimal amount) =>
        Given(Returned).When(Torn with { Amount = new Money(currency, amount) }).IsRefused(Refusal.WrongAmount);

    [Fact]
    public void The_same_fee_is_charged_once_and_not_more_than_ten_are()
    {
        Given(Returned.And(Torn)).When(Torn).IsIgnored("This fee has been charged already.");

        var many = Enumerable.Range(1, ManualFees.MostFees).Aggregate(Returned, (request, dollars) => request.And(Torn with { Amount = Money.Hkd(dollars) }));
        Given(many).When(Torn).IsRefused(Refusal.WrongAmount);
    }

    [Fact]
    public void A_fee_that_staff_entered_is_settled_and_waived_like_any_other() =>
        Returned.And(Torn).And(new SettleFee(1, Money.Hkd(20), "cash")).And(new WaiveFee(1, null, "it was old")).Request.Balance().ShouldBe(0);

    [Fact]
    public void A_fee_from_an_old_page_names_the_library_it_is_about() =>
        Given(Returned).When(Torn with { Meant = new NamedObject(null, null, null, null, MustName: true) }).IsRefused(Refusal.NotNamed);
}
