using Hkall.Domain.Charging;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Charging;

public class LateChargesTests
{
    private static readonly Money More = Money.Hkd(800);

    private static ARequest Accepted => ARequest.Asking("HKU", then: "CUHK").Quoted().ChargeAccepted();

    private static ARequest Raised => Accepted.Shipped(cost: More);

    [Fact]
    public void A_price_at_shipping_that_is_more_than_was_accepted_stops_nothing_and_is_put_to_staff()
    {
        var raised = Given(Accepted)
            .When(new Shipped("HKU", "m-20") { Cost = More })
            .Then(new ItemShipped("HKU", null, false, Unwanted: false), new ChargeRaised("HKU", More, Charge))
            .AndSendsNothing()
            .AndAwaits(DeadlineKind.Arrival, End("2026-11-30"))
            .AndIs(RequestStatus.InTransit)
            .Request;

        raised.Request.Charge.ShouldBe(new SupplierCharge("HKU", More, Charge, ChargeStanding.ToDecide));
        raised.Request.AcceptedCost.ShouldBe(Charge);
    }

    [Fact]
    public void A_price_at_shipping_that_was_accepted_is_kept_and_nobody_is_asked() =>
        Given(Accepted)
            .When(new Shipped("HKU", "m-20") { Cost = Charge })
            .Then(new ItemShipped("HKU", null, false, Unwanted: false), new ChargeStated("HKU", Charge))
            .AndSendsNothing()
            .Request.Request.Charge.ShouldBe(new SupplierCharge("HKU", Charge, Charge, ChargeStanding.WithinAccepted));

    [Fact]
    public void A_price_that_the_library_pays_anyway_or_that_the_patron_allowed_beforehand_is_kept()
    {
        Given(ARequest.Asking("HKU").Promised()).When(new Shipped("HKU", "m-20") { Cost = Money.Hkd(150) }).AndIs(RequestStatus.InTransit)
            .Request.Request.Charge?.Standing.ShouldBe(ChargeStanding.WithinAccepted);

        var upTo300 = ARequest.Placed(ServiceType.Loan, Book, ["HKU"], but: order => order with { MaxCost = Money.Hkd(300) }).Promised();
        upTo300.Shipped(cost: Money.Hkd(300)).Request.Charge?.Standing.ShouldBe(ChargeStanding.WithinAccepted);
        upTo300.Shipped(cost: Money.Hkd(301)).Request.Charge.ShouldBe(
            new SupplierCharge("HKU", Money.Hkd(301), Money.Hkd(300), ChargeStanding.ToDecide));
    }

    [Fact]
    public void A_price_in_another_currency_cannot_be_compared_and_is_put_to_staff_unless_it_is_nothing()
    {
        Accepted.Shipped(cost: new Money("GBP", 1)).Request.Charge?.Standing.ShouldBe(ChargeStanding.ToDecide);
        Accepted.Shipped(cost: new Money("GBP", 0)).Request.Charge?.Standing.ShouldBe(ChargeStanding.WithinAccepted);
    }

    [Fact]
    public void A_library_that_ships_before_its_charge_is_decided_on_ships_at_that_charge()
    {
        ARequest.Asking("HKU").Quoted().Shipped().Request.Charge.ShouldBe(new SupplierCharge("HKU", Charge, null, ChargeStanding.ToDecide));
        ARequest.Asking("HKU").Quoted().Received().Request.Charge.ShouldBe(new SupplierCharge("HKU", Charge, null, ChargeStanding.ToDecide));
        ARequest.Asking("HKU").Conditioned(Charge).Shipped().Request.Charge.ShouldBe(new SupplierCharge("HKU", Charge, null, ChargeStanding.ToDecide));
        ARequest.AskingForACopy("HKU").Quoted().Scanned().Request.Charge.ShouldBe(new SupplierCharge("HKU", Charge, null, ChargeStanding.ToDecide));
    }

    [Fact]
    public void What_was_accepted_for_one_library_is_not_accepted_for_a_faster_one() =>
        Given(ARequest.Asking("HKU", then: "CUHK").Waits().Quoted().ChargeAccepted())
            .When(new Shipped("HKU", "m-20") { Cost = Charge })
            .AndIs(RequestStatus.InTransit)
            .Request.Request.Charge.ShouldBe(new SupplierCharge("HKU", Charge, null, ChargeStanding.ToDecide));

    [Fact]
    public void A_charge_named_after_the_item_was_sent_is_kept_whatever_message_names_it()
    {
        SupplierNews[] messages =
        [
            new Conditional("HKU", "m-30", Cost: More),
            new Conditional("HKU", "m-30", ReasonCode.NoReproduction, More) { Others = [ReasonCode.NoReproduction] },
            new Shipped("HKU", "m-30") { Cost = More },
            new RetryOffered("HKU", "m-30", Cost: More),
        ];
        ARequest[] requests =
        [
            Accepted.Shipped(), Accepted.Shipped().Received(), Accepted.Shipped().Received().CheckedOut(),
            Accepted.Shipped().Received().CheckedOut().CheckedIn(), Accepted.Shipped().Received().CheckedOut().CheckedIn().SentBack().BackWithItsLender(),
        ];

        foreach (var (request, message) in requests.SelectMany(request => messages.Select(message => (request, message))))
        {
            Given(request).When(message).Then(new ChargeRaised("HKU", More, Charge)).AndSendsNothing().AndIs(request.Status);
        }
    }

    [Fact]
    public void A_charge_said_again_is_no_news_and_a_changed_one_is()
    {
        Given(Raised).When(new Shipped("HKU", "m-30") { Cost = More }).IsIgnored("HKU has already supplied it.");
        Given(Raised).When(new Conditional("HKU", "m-30", Cost: Money.Hkd(900))).Then(new ChargeRaised("HKU", Money.Hkd(900), Charge));
        Given(Raised).When(new Conditional("HKU", "m-30", Cost: Charge)).Then(new ChargeStated("HKU", Charge));
    }

    [Fact]
    public void The_charge_of_a_library_that_did_not_supply_it_is_set_aside() =>
        Given(Raised).When(new Conditional("CUHK", "m-30", Cost: More)).IsIgnored("CUHK was never asked.");

    [Fact]
    public void Staff_decide_that_the_library_pays_the_difference_and_the_patron_hears_nothing_of_it()
    {
        var borne = Given(Raised).When(new DecideLateCharge(Bear: true)).Then(new ChargeBorne("HKU", More)).AndSendsNothing().AndIs(RequestStatus.InTransit)
            .Request;

        borne.Request.Charge?.Standing.ShouldBe(ChargeStanding.Borne);
        borne.Request.AcceptedCost.ShouldBe(Charge);
        Given(borne).When(new DecideLateCharge(Bear: false, "Too much.")).IsRefused(Refusal.NothingToDecide);
        Given(borne).When(new Conditional("HKU", "m-30", Cost: Money.Hkd(700))).Then(new ChargeStated("HKU", Money.Hkd(700)));
    }

    [Fact]
    public void Staff_dispute_the_difference_and_the_library_is_told_what_was_agreed()
    {
        var disputed = Given(Raised)
            .When(new DecideLateCharge(Bear: false, "Please send the invoice for that."))
            .Then(new ChargeDisputed("HKU", More, "Please send the invoice for that."));

        disputed.Effects.ShouldBe([new MessageSupplier(
            "HKU", RequestingAction.DisputeCharge, "Only HKD 450.00 was agreed, and not HKD 800.00. Please send the invoice for that.")]);
        disputed.Request.Request.Charge?.Standing.ShouldBe(ChargeStanding.Disputed);
        Given(ARequest.Asking("HKU").Quoted().Shipped())
            .When(new DecideLateCharge(Bear: false, "It was on its way before we answered."))
            .Effects.ShouldBe([new MessageSupplier(
                "HKU", RequestingAction.DisputeCharge, "No charge was agreed, and not HKD 450.00. It was on its way before we answered.")]);
    }

    [Fact]
    public void Staff_can_still_decide_when_the_request_is_closed() =>
        Given(Raised.Received().CheckedOut().CheckedIn().SentBack().BackWithItsLender())
            .When(new DecideLateCharge(Bear: true)).Then(new ChargeBorne("HKU", More)).AndIs(RequestStatus.Completed);

    [Fact]
    public void There_is_nothing_to_decide_when_the_charge_was_accepted()
    {
        Given(Accepted).When(new DecideLateCharge(Bear: true)).IsRefused(Refusal.NothingToDecide);
        Given(Accepted.Shipped(cost: Charge)).When(new DecideLateCharge(Bear: true)).IsRefused(Refusal.NothingToDecide);
    }

    [Fact]
    public void A_parcel_that_never_comes_costs_nothing() =>
        Raised.And(new LenderLost("HKU", "m-30")).Request.Charge.ShouldBeNull();

    [Fact]
    public void The_charge_of_a_copy_named_when_it_is_ready_is_kept_too()
    {
        Given(ARequest.AskingForACopy("HKU")).When(new CopyReady("HKU", "m-20") { Cost = More })
            .Then(Promised("HKU"), new ChargeRaised("HKU", More, null)).AndIs(RequestStatus.Expected);
        var expected = ARequest.AskingForACopy("HKU").Promised();
        Given(expected).When(new CopyReady("HKU", "m-20") { Cost = More }).Then(new ChargeRaised("HKU", More, null));
        Given(expected).When(new CopyReady("HKU", "m-20", "https://library.example/scan") { Cost = More })
            .Then(new ChargeRaised("HKU", More, null), new ScanLocated("HKU", "https://library.example/scan"));
        Given(expected.ScanLocated()).When(new CopyReady("HKU", "m-20", "https://library.example/scan") { Cost = More })
            .Then(new ChargeRaised("HKU", More, null));
        Given(expected.Scanned()).When(new CopyReady("HKU", "m-20") { Cost = More }).Then(new ChargeRaised("HKU", More, null));
        expected.And(new CopyReady("HKU", "m-20") { Cost = More }).Scanned().Request.Charge?.Standing.ShouldBe(ChargeStanding.ToDecide);
    }

    [Fact]
    public void A_copy_that_is_ready_at_another_charge_while_the_patron_decides_is_asked_about_again() =>
        Given(ARequest.AskingForACopy("HKU").Quoted()).When(new CopyReady("HKU", "m-20") { Cost = More })
            .Then(new CostQuoted("HKU", More, Date("2026-11-30"))).AndSends(Mail(Notice.CostDecision));

    [Fact]
    public void A_promise_drops_the_conditions_but_not_the_charge_named_with_them() =>
        Given(ARequest.Asking("HKU").Conditioned(Charge)).When(new WillSupply("HKU", "m-20"))
            .Then(new CostQuoted("HKU", Charge, Date("2026-11-30"))).AndSends(Mail(Notice.CostDecision)).AndIs(RequestStatus.AwaitingCostDecision);
}
