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

public class SupplyChargeTests
{
    private static readonly FeeCharged The450 = new(LedgerKind.SupplyCharge, Charge, ReasonCode.ChargeAccepted);

    private static ARequest Accepted => ARequest.Asking("HKU", then: "CUHK", tier: Tier.Overseas).Quoted().ChargeAccepted();

    private static ARequest AcceptedCopy => ARequest.AskingForACopy("HKU", then: "CUHK", tier: Tier.Overseas).Quoted().ChargeAccepted();

    [Fact]
    public void An_accepted_charge_is_owed_when_the_item_is_received_and_the_mail_says_so() =>
        Given(Accepted.Shipped()).When(new ReceiveItem())
            .Then(new ItemReceived(Date("2026-11-30"), LibraryUseOnly: false), The450)
            .AndSends(Say(RequestingAction.Received, "HKU"), Record(1), Mail(Notice.ReadyForPickup))
            .AndTheMailSays(facts => facts.Fees == new NoticeFees { What = LedgerKind.SupplyCharge, Charged = Charge, Owed = Charge });

    [Fact]
    public void An_accepted_charge_of_a_copy_is_owed_when_the_patron_can_download_it_and_does_not_keep_them_from_it()
    {
        var ready = AcceptedCopy.Scanned();
        ready.Request.Fees.ShouldHaveSingleItem().Amount.ShouldBe(Charge);
        ready.Downloaded(times: 5).Status.ShouldBe(RequestStatus.Completed);
        ready.Downloaded(times: 5).Request.Balance().ShouldBe(450);
    }

    [Fact]
    public void A_charge_is_owed_once_however_often_the_scan_is_supplied()
    {
        var again = AcceptedCopy.Scanned().Reported().And(new ScanArrived("HKU", "m-better", TheScan with { Id = "scan-2" }));
        again.Status.ShouldBe(RequestStatus.ReadyToDownload);
        again.Request.Fees.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_item_in_parts_is_charged_for_when_it_is_complete()
    {
        var first = Accepted.Shipped().And(new ReceiveItem(Barcode: "V1", Parts: 2));
        first.Request.Fees.ShouldBeEmpty();
        first.And(new ReceiveItem(Barcode: "V2")).Request.Fees.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_library_that_charges_less_in_the_end_is_paid_less_and_one_that_charges_more_is_paid_what_was_accepted()
    {
        Accepted.Shipped(cost: Money.Hkd(300)).Received().Request.Balance().ShouldBe(300);
        Accepted.Shipped(cost: Money.Hkd(800)).Received().Request.Balance().ShouldBe(450);
        Accepted.Shipped(cost: Money.Hkd(800)).And(new DecideLateCharge(Bear: true)).Received().Request.Balance().ShouldBe(450);
        Accepted.Shipped(cost: Money.Hkd(0)).Received().Request.Fees.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_owes_a_charge_that_they_did_not_accept_or_whose_acceptance_holds_no_longer()
    {
        ARequest.Asking("HKU", tier: Tier.Overseas).Quoted().Received().Request.Fees.ShouldBeEmpty();
        ARequest.Asking("HKU", tier: Tier.Overseas).Promised().Shipped(cost: Money.Hkd(500)).Received().Request.Fees.ShouldBeEmpty();
        Accepted.Quoted(Money.Hkd(600)).Received().Request.Fees.ShouldBeEmpty();
        ARequest.Asking("HKU", tier: Tier.Overseas).Quoted(Money.Hkd(150)).Received().Request.Fees.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_patron_agreed_to_in_advance_is_accepted_also_when_the_charge_comes_with_the_item()
    {
        var upTo500 = ARequest.Placed(
            ServiceType.Loan, Book, ["BL"], Tier.Overseas, PatronGroup.Postgraduate, but: order => order with { MaxCost = Money.Hkd(500) });
        upTo500.Quoted().Received().Request.Balance().ShouldBe(450);
        upTo500.Promised().Shipped(cost: Charge).Received().Request.Balance().ShouldBe(450);
    }

    [Fact]
    public void A_request_that_was_cancelled_owes_nothing_even_if_the_item_comes() =>
        Accepted.CancelAsked().Waits().Shipped().Received().Request.Fees.ShouldBeEmpty();

    [Fact]
    public void An_item_that_is_no_longer_wanted_was_ordered_all_the_same_and_a_mail_says_what_is_owed() =>
        Given(Accepted.Shipped().Unwanted()).When(new ReceiveItem())
            .Then(new ItemCheckedIn(ReasonCode.NotWanted), The450)
            .AndSends(Say(RequestingAction.Received, "HKU"), Record(1), Mail(Notice.FeeCharged))
            .AndTheMailSays(facts => facts.Fees?.Charged == Charge);

    [Fact]
    public void An_item_that_its_lender_recalls_before_the_patron_has_it_is_not_charged_for()
    {
        Accepted.Shipped().Recalled().Received().Request.Fees.ShouldBeEmpty();

        Given(Accepted.Shipped().Received()).When(new Recall("HKU", "m-recall"))
            .Then(
                new ItemRecalled("HKU", Date("2026-11-30")), new FeeTakenOff(1, Charge, ReasonCode.NotSupplied), new PickupExpired(ReasonCode.Recalled))
            .Request.Request.Balance().ShouldBe(0);
    }

    [Fact]
    public void An_item_lost_on_our_shelf_is_not_charged_for_and_what_was_paid_is_paid_back()
    {
        var paid = Accepted.Shipped().Received().And(new SettleFee(1, Money.Hkd(100), "Octopus"));
        var lost = Given(paid).When(new DeclareLost("gone")).Request.Request;

        lost.Balance().ShouldBe(0);
        lost.PaidOn(1).ShouldBe(0);
        SupplyCharges.AwaitsSum(lost).ShouldBeFalse();
    }

    [Fact]
    public void A_scan_that_could_not_be_used_is_not_charged_for_if_its_library_sends_no_better_one() =>
        AcceptedCopy.Scanned().Reported().Declined().Request.Balance().ShouldBe(0);

    [Fact]
    public void What_was_given_back_is_given_back_once_and_a_second_library_is_paid_for_what_it_supplies()
    {
        var charged = AcceptedCopy.Scanned().And(new SettleFee(1, Money.Hkd(100), "Octopus"));
        var givenBack = Given(charged.Reported()).When(new Unfilled("HKU", "m-no"))
            .Then(
                new FeeTakenOff(1, Money.Hkd(350), ReasonCode.NotSupplied),
                new FeePaidBack(1, Money.Hkd(100), ReasonCode.NotSupplied),
                new SupplierPassedOver("HKU", ReasonCode.Unfilled),
                Asked("CUHK"))
            .AndSends(Record(3), Record(4), Mail(Notice.FeeWaived), Say(RequestingAction.Request, "CUHK"), Mail(Notice.Delayed))
            .Request;

        var second = givenBack.Quoted(Money.Hkd(300)).ChargeAccepted().Scanned();
        second.Request.Balance().ShouldBe(300);
        second.Reported().Declined().Request.Balance().ShouldBe(0);
    }

    [Fact]
    public void What_was_waived_of_a_charge_stays_waived_when_it_is_charged_again()
    {
        var waived = AcceptedCopy.Scanned().And(new WaiveFee(1, Money.Hkd(150), "typhoon"));
        waived.Reported().Declined().Quoted().ChargeAccepted().Scanned().Request.Balance().ShouldBe(300);
    }
}
