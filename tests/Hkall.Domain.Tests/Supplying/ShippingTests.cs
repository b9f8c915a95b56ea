using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Supplying;

public class ShippingTests
{
    [Fact]
    public void An_item_on_its_way_is_followed_until_it_arrives() =>
        Given(ARequest.Asking("HKU").Promised())
            .When(new Shipped("HKU", "m-2", Date("2027-01-29")))
            .Then(new ItemShipped("HKU", Date("2027-01-29"), LibraryUseOnly: false, Unwanted: false))
            .AndSendsNothing()
            .AndAwaits(DeadlineKind.Arrival, End("2026-11-30"));

    [Fact]
    public void A_library_that_ships_without_a_promise_has_shipped() =>
        Given(ARequest.Asking("HKU")).When(new Shipped("HKU", "m-1")).Then(new ItemShipped("HKU", null, false, false));

    [Fact]
    public void A_library_that_was_passed_over_and_was_faster_after_all_supplies_it() =>
        Given(ARequest.Asking("HKU", then: "CUHK").Waits())
            .When(new Shipped("HKU", "m-9"))
            .Then(new SupplierPassedOver("CUHK", ReasonCode.AnotherLibrarySupplied), new ItemShipped("HKU", null, false, false))
            .AndSends(Say(RequestingAction.Cancel, to: "CUHK"));

    [Fact]
    public void A_second_parcel_from_another_library_is_set_aside_to_be_sent_back() =>
        Given(ARequest.Asking("HKU", then: "CUHK").Waits().OnItsWay())
            .When(new Shipped("HKU", "m-9"))
            .IsIgnored("Another library has supplied it: a parcel from HKU is to be sent back.");

    [Fact]
    public void A_parcel_takes_up_a_request_that_had_been_given_up_as_unfilled() =>
        Given(ARequest.Asking("HKU").Waits())
            .When(new Shipped("HKU", "m-9"))
            .Then(new ItemShipped("HKU", null, false, false))
            .AndSends(Mail(Notice.ItemExpected))
            .AndIs(RequestStatus.InTransit);

    [Fact]
    public void Staff_chase_a_parcel_that_does_not_arrive_and_the_patron_is_told_once()
    {
        var late = ARequest.Asking("HKU").OnItsWay();
        Given(late).WhenNobodyDoesAnything()
            .Then(new StaffChased(DeadlineKind.Arrival, 1))
            .AndSends(Mail(Notice.Delayed), Say(RequestingAction.AskStatus, to: "HKU")).AndAwaits(DeadlineKind.Arrival, End("2026-12-08"));
        Given(late.Waits()).WhenNobodyDoesAnything().Then(new StaffChased(DeadlineKind.Arrival, 2)).AndSendsNothing();
        Given(late.Waits().Waits()).WhenNobodyDoesAnything().Then(new StaffChased(DeadlineKind.Arrival, 3)).AndSendsNothing();
    }

    [Fact]
    public void A_parcel_lost_on_its_way_is_reported_to_its_lender_and_the_next_library_is_asked() =>
        Given(ARequest.Asking("HKU", then: "CUHK").OnItsWay().Waits().Waits().Waits())
            .WhenNobodyDoesAnything()
            .Then(new SupplierPassedOver("HKU", ReasonCode.LostInTransit), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Lost, to: "HKU"), Say(RequestingAction.Request, to: "CUHK"), Mail(Notice.Delayed))
            .AndIs(RequestStatus.Sourcing);

    [Fact]
    public void The_next_library_lends_on_its_own_terms()
    {
        var secondTry = ARequest.Asking("HKU", then: "CUHK").Promised().Shipped(dueOn: "2026-12-01").DeclaredLost();

        secondTry.Request.Loan.ShouldBeNull();
        secondTry.Shipped().Request.Loan.ShouldBe(new Loan());
    }

    [Fact]
    public void A_parcel_lost_on_its_way_with_no_library_left_ends_the_request() =>
        Given(ARequest.Asking("HKU").OnItsWay().Waits().Waits().Waits())
            .WhenNobodyDoesAnything()
            .Then(new ItemLost(ReasonCode.LostInTransit))
            .AndSends(Say(RequestingAction.Lost, to: "HKU"), Mail(Notice.Lost))
            .AndIsClosed(RequestStatus.Lost, ReasonCode.LostInTransit);

    [Fact]
    public void A_parcel_faster_than_its_announcement_is_received_on_the_terms_of_its_slip()
    {
        var outcome = Given(ARequest.Asking("HKU").Promised())
            .When(new ReceiveItem(LibraryUseOnly: true, LenderDueOn: Date("2027-01-29")))
            .Then(
                new ItemShipped("HKU", Date("2027-01-29"), true, false),
                new ItemReceived(Date("2026-12-07"), true) { Overtook = RequestStatus.Expected })
            .AndSends(Say(RequestingAction.Received, to: "HKU"), Mail(Notice.ReadyForPickup));

        Given(outcome.Request).When(new Shipped("HKU", "m-9")).IsIgnored("HKU has already supplied it.");
    }

    [Fact]
    public void A_parcel_that_turns_up_after_it_was_given_up_goes_back_from_the_desk() =>
        Given(ARequest.Asking("HKU").OnItsWay().DeclaredLost())
            .When(new CheckInItem())
            .Then(new ItemCheckedIn(ReasonCode.Found))
            .AndSendsNothing()
            .AndAwaits(DeadlineKind.SendingBack, End("2026-11-25"));
}
