using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Charging;

public class DecidingTests
{
    private static ARequest Quoted => ARequest.Asking("HKU", then: "CUHK").Quoted();

    [Fact]
    public void An_accepted_charge_orders_the_item() =>
        Given(Quoted)
            .When(new DecideCost(Accept: true, Cost: null))
            .Then(new CostAccepted("HKU", Charge, ReasonCode.ByPatron), Promised("HKU"))
            .AndSends(Say(RequestingAction.AcceptCost, to: "HKU"), Mail(Notice.ItemExpected))
            .AndAwaits(DeadlineKind.Shipment, End("2026-11-26"))
            .AndIs(RequestStatus.Expected);

    [Fact]
    public void A_declined_charge_costs_nothing_and_the_next_library_is_asked() =>
        Given(Quoted)
            .When(new DecideCost(Accept: false, Cost: null))
            .Then(new CostDeclined("HKU", Charge, ReasonCode.ByPatron), new SupplierPassedOver("HKU", ReasonCode.ChargeDeclined), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Cancel, to: "HKU"), Say(RequestingAction.Request, to: "CUHK"));

    [Fact]
    public void The_decision_can_be_made_until_the_last_moment_of_its_day()
    {
        Given(Quoted).When(new DecideCost(Accept: true, Cost: null), at: End("2026-11-30").AddMilliseconds(-1)).AndIs(RequestStatus.Expected);
        Given(Quoted).When(new DecideCost(Accept: true, Cost: null), at: End("2026-11-30")).IsRefused(Refusal.NothingToDecide);
    }

    [Fact]
    public void The_patron_decides_nothing_when_the_library_names_no_charge()
    {
        Given(ARequest.Asking("HKU")).When(new DecideCost(Accept: true, Cost: null)).IsRefused(Refusal.NothingToDecide);
        Given(Quoted.ChargeAccepted()).When(new DecideCost(Accept: true, Cost: null)).IsRefused(Refusal.NothingToDecide);
    }

    [Fact]
    public void A_price_that_rises_after_it_was_accepted_is_asked_about_again() =>
        Given(Quoted.ChargeAccepted())
            .When(new Conditional("HKU", "m-20", Cost: Money.Hkd(600)))
            .Then(new CostQuoted("HKU", Money.Hkd(600), Date("2026-11-30")))
            .AndSends(Mail(Notice.CostDecision))
            .AndTheMailSays(facts => facts.Cost == Money.Hkd(600) && facts.FormerCost == Charge && facts.VoidCost == Charge)
            .AndIs(RequestStatus.AwaitingCostDecision);

    [Fact]
    public void A_patron_asked_about_a_changed_charge_is_told_the_former_one_and_whether_an_acceptance_is_void()
    {
        var changed = new Conditional("HKU", "m-20", Cost: Money.Hkd(600));

        Given(ARequest.Asking("HKU")).When(changed).AndTheMailSays(facts => facts is { FormerCost: null, VoidCost: null });
        Given(Quoted).When(changed).AndTheMailSays(facts => facts.FormerCost == Charge && facts.VoidCost is null);
        Given(Quoted.ChargeAccepted().Quoted(Money.Hkd(500))).When(changed)
            .AndTheMailSays(facts => facts.FormerCost == Money.Hkd(500) && facts.VoidCost == Charge);
        Given(Quoted).When(new RetryOffered("HKU", "m-20", Cost: Charge)).AndTheMailSays(facts => facts is { FormerCost: null, VoidCost: null });
        Given(ARequest.Asking("HKU").And(new Conditional("HKU", "m-19", Cost: Money.Hkd(150)))).When(changed)
            .AndTheMailSays(facts => facts.FormerCost == Money.Hkd(150) && facts.VoidCost is null);
    }

    [Fact]
    public void A_price_that_changed_before_the_button_was_pressed_is_neither_accepted_nor_declined_with_it()
    {
        var changed = Quoted.Quoted(Money.Hkd(600));

        Given(changed).When(new DecideCost(Accept: true, Charge)).IsRefused(Refusal.PriceChanged);
        Given(changed).When(new DecideCost(Accept: true, Money.Hkd(600))).AndIs(RequestStatus.Expected);
        Given(changed).When(new DecideCost(Accept: false, Charge)).IsRefused(Refusal.PriceChanged);
        Given(changed).When(new DecideCost(Accept: false, Money.Hkd(600))).AndIs(RequestStatus.Sourcing);
        Given(changed).When(new DecideCost(Accept: false, Cost: null)).AndIs(RequestStatus.Sourcing);
    }

    [Fact]
    public void A_price_no_higher_than_the_accepted_one_is_not() =>
        Given(Quoted.ChargeAccepted())
            .When(new Conditional("HKU", "m-20", Cost: Money.Hkd(400)))
            .Then(new CostAccepted("HKU", Money.Hkd(400), ReasonCode.WithinMaximum))
            .AndSends(Say(RequestingAction.AcceptCost, to: "HKU"));

    [Fact]
    public void A_charge_accepted_for_one_library_is_not_accepted_for_the_next()
    {
        var next = Quoted.ChargeAccepted().Declined();
        next.Supplier.ShouldBe("CUHK");
        next.Request.AcceptedCost.ShouldBeNull();

        Given(next).When(new Conditional("CUHK", "m-20", Cost: Charge)).Then(new CostQuoted("CUHK", Charge, Date("2026-11-30")));
        ARequest.Asking("HKU").Quoted().ChargeAccepted().Declined().Request.AcceptedCost.ShouldBeNull();
    }

    [Fact]
    public void A_patron_who_cancels_instead_of_deciding_has_ordered_nothing()
    {
        var cancelled = Given(Quoted)
            .When(new CancelRequest(Who.Patron))
            .Then(new CancelAsked(Who.Patron), new RequestCancelled(ReasonCode.ByPatron))
            .AndSends(Say(RequestingAction.Cancel, to: "HKU"), Mail(Notice.Cancelled))
            .AndIsClosed(RequestStatus.Cancelled, because: ReasonCode.ByPatron)
            .Request;

        Given(cancelled).When(new CancelDeclined("HKU", "m-20")).IsIgnored("HKU is no longer asked.");
        Given(cancelled).When(new Shipped("HKU", "m-20")).Then(new ItemShipped("HKU", null, false, Unwanted: true)).AndSendsNothing();
    }

    [Fact]
    public void A_library_that_names_a_charge_after_the_cancellation_is_not_sending_it() =>
        Given(ARequest.Asking("HKU").CancelAsked())
            .When(new Conditional("HKU", "m-20", Cost: Charge)).AndIsClosed(RequestStatus.Cancelled, because: ReasonCode.AgreedByLibrary);

    [Fact]
    public void A_parcel_sent_before_the_patron_decided_is_theirs_and_the_question_is_over()
    {
        var onItsWay = Given(Quoted)
            .When(new Shipped("HKU", "m-20"))
            .Then(new ItemShipped("HKU", null, false, Unwanted: false), new ChargeRaised("HKU", Charge, Accepted: null))
            .AndSends(Mail(Notice.ItemExpected))
            .AndAwaits(DeadlineKind.Arrival, End("2026-11-30"))
            .Request;

        (onItsWay.Request.Quote, onItsWay.Request.AcceptedCost).ShouldBe((null, null));
        Given(onItsWay).When(new DecideCost(Accept: true, Cost: null)).IsRefused(Refusal.NothingToDecide);
    }

    [Fact]
    public void A_parcel_on_our_desk_before_the_patron_decided_is_received() =>
        Given(Quoted)
            .When(new ReceiveItem())
            .Then(
                new ItemShipped("HKU", null, false, Unwanted: false),
                new ChargeRaised("HKU", Charge, Accepted: null),
                new ItemReceived(Date("2026-11-30"), LibraryUseOnly: false))
            .AndSends(Say(RequestingAction.Received, to: "HKU"), Mail(Notice.ReadyForPickup));

    [Fact]
    public void A_scan_that_staff_hold_before_the_patron_decided_is_supplied() =>
        Given(ARequest.AskingForACopy("HKU").Quoted()).When(new SupplyScan(TheScan)).AndIs(RequestStatus.ReadyToDownload);
}
