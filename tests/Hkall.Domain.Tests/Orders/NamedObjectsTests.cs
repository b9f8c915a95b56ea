using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using Hkall.Domain.Tests.Table;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Orders;

/// <summary>An order from an old page, or from a program, is carried out only on what it means.</summary>
public class NamedObjectsTests
{
    private static ARequest InReview => Situations.All.Single(situation => situation.Name == "loan, in review").Request;

    private static ARequest Asked => ARequest.Asking("HKU", then: "CUHK");

    private static readonly AskNextSupplier Next = new(ReasonCode.PassedOverByStaff);

    [Fact]
    public void A_second_press_of_next_library_does_not_pass_over_the_library_that_was_just_asked()
    {
        var once = Given(Asked).When(Next with { Meant = Naming("HKU") }).Request;

        once.Supplier.ShouldBe("CUHK");
        Given(once).When(Next with { Meant = Naming("HKU") }).IsRefused(Refusal.OtherLibrary);
    }

    [Fact]
    public void A_word_to_a_library_names_the_library()
    {
        foreach (var order in new RequestCommand[] { Next, new InquireOfSupplier(Inquiry.Status), new CancelRequest(Who.Staff) })
        {
            Given(Asked.Promised()).When(order with { Meant = Naming() }).IsRefused(Refusal.NotNamed);
            Given(Asked.Promised()).When(order with { Meant = Naming("CUHK") }).IsRefused(Refusal.OtherLibrary);
            Given(Asked.Promised()).When(order with { Meant = Naming("HKU") }).Effects.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Whoever_saw_the_request_as_it_is_need_not_name_anything() =>
        Given(Asked).When(Next with { Meant = Naming() with { MustName = false } }).AndIs(RequestStatus.Sourcing);

    [Fact]
    public void Whoever_has_the_item_in_hand_need_not_name_its_library()
    {
        Given(Asked.OnItsWay()).When(new ReceiveItem { Meant = Naming() }).AndIs(RequestStatus.ReadyForPickup);
        Given(Asked.OnLoan()).When(new CheckInItem { Meant = Naming() }).AndIs(RequestStatus.Returning);
        Given(Asked.GivenBack()).When(new SendItemBack { Meant = Naming() }).AndIs(RequestStatus.Returning);
    }

    [Fact]
    public void An_item_that_staff_saw_on_the_shelf_is_not_billed_to_the_patron_who_has_borrowed_it_since()
    {
        var lost = new DeclareLost("not on the shelf");

        Given(Asked.OnLoan()).When(lost with { Meant = Naming("HKU", status: RequestStatus.ReadyForPickup) }).IsRefused(Refusal.StatusChanged);
        Given(Asked.OnLoan()).When(lost with { Meant = Naming() }).IsRefused(Refusal.NotNamed);
        Given(Asked.OnLoan()).When(lost with { Meant = Naming("HKU") }).IsRefused(Refusal.NotNamed);
        Given(Asked.OnLoan()).When(lost with { Meant = Naming("HKU", status: RequestStatus.OnLoan) }).AndIs(RequestStatus.Lost);
    }

    [Fact]
    public void Conditions_with_a_charge_are_accepted_only_with_the_charge_named()
    {
        var accept = new DecideConditions(Accept: true);

        Given(Asked.Conditioned(Things.Charge)).When(accept with { Meant = Naming("HKU") }).IsRefused(Refusal.NotNamed);
        Given(Asked.Conditioned(Things.Charge)).When(accept with { Meant = Naming("HKU", Money.Hkd(100)) }).IsRefused(Refusal.PriceChanged);
        Given(Asked.Conditioned(Things.Charge)).When(accept with { Meant = Naming("HKU", Things.Charge) }).AndIs(RequestStatus.AwaitingCostDecision);
        Given(Asked.Conditioned()).When(accept with { Meant = Naming("HKU", Things.Charge) }).IsRefused(Refusal.PriceChanged);
        Given(Asked.Conditioned()).When(accept with { Meant = Naming("CUHK") }).IsRefused(Refusal.OtherLibrary);
    }

    [Fact]
    public void An_order_that_ends_a_request_names_the_status_it_ends_where_no_library_is_asked()
    {
        var reject = new RejectRequest(ReasonCode.NotPossible);

        Given(InReview).When(reject with { Meant = Naming() }).IsRefused(Refusal.NotNamed);
        Given(InReview).When(reject with { Meant = Naming(status: RequestStatus.Sourcing) }).IsRefused(Refusal.StatusChanged);
        Given(InReview).When(reject with { Meant = Naming(status: RequestStatus.InReview) }).AndIs(RequestStatus.Cancelled);
        Given(InReview).When(new CancelRequest(Who.Staff) { Meant = Naming() }).IsRefused(Refusal.NotNamed);
    }

    [Fact]
    public void A_payment_is_booked_only_on_the_balance_that_was_seen()
    {
        var fined = Asked.Overdue().Waits().CheckedIn();
        var owed = fined.Request.Fees[0].Amount with { Amount = fined.Request.BalanceOf(1) };
        var half = new SettleFee(1, Money.Hkd(1), "paid at the counter");

        Given(fined).When(half with { Meant = Naming() }).IsRefused(Refusal.NotNamed);
        var once = Given(fined).When(half with { Meant = Naming(balance: owed) }).Request;
        Given(once).When(half with { Meant = Naming(balance: owed) }).IsRefused(Refusal.BalanceChanged);
        Given(once).When(new WaiveFee(1, null, "the office was closed") { Meant = Naming(balance: owed) }).IsRefused(Refusal.BalanceChanged);
    }

    [Fact]
    public void A_refusal_of_the_rules_says_more_than_a_name_that_is_missing() =>
        Given(ARequest.Asking("HKU").CancelAsked().CancelConfirmed()).When(Next with { Meant = Naming() }).IsRefused(Refusal.AlreadyClosed);

    private static NamedObject Naming(string? symbol = null, Money? amount = null, Money? balance = null, RequestStatus? status = null) =>
        new(symbol, amount, balance, status, MustName: true);
}
