using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Journeys;

public class ALoanTests
{
    [Fact]
    public void A_loan_from_placing_to_its_lenders_shelf()
    {
        var request = ARequest.Asking("HKU", then: "CUHK");
        request = request.At(Noon("2026-11-24")).Promised();
        request.Status.ShouldBe(RequestStatus.Expected);

        request = request.At(Noon("2026-11-25")).Shipped(dueOn: "2027-02-26");
        request.Status.ShouldBe(RequestStatus.InTransit);

        request = request.At(Noon("2026-11-27")).Received();
        request.Status.ShouldBe(RequestStatus.ReadyForPickup);

        request = request.At(Noon("2026-11-30")).CheckedOut();
        (request.Status, request.Request.Loan?.DueOn).ShouldBe((RequestStatus.OnLoan, Date("2026-12-30")));

        request = request.Waits().At(Noon("2026-12-29")).CheckedIn();
        request.Status.ShouldBe(RequestStatus.Returning);

        request = request.At(Noon("2026-12-30")).SentBack();
        (request.Status, request.Request.SentBackAt).ShouldBe((RequestStatus.Returning, Noon("2026-12-30")));

        request = request.At(Noon("2027-01-05")).BackWithItsLender();
        (request.Status, request.Request.ClosedWhy, request.Request.ClosedAt).ShouldBe(
            (RequestStatus.Completed, ReasonCode.LenderReceived, Noon("2027-01-05")));
        request.Request.Events.ShouldBe(request.History.Count);
    }

    [Fact]
    public void A_loan_that_the_second_library_supplies_after_the_first_broke_its_promise()
    {
        var request = ARequest.Asking("HKU", then: "CUHK").Promised().Waits();
        request.Request.Supplier.ShouldNotBeNull().Symbol.ShouldBe("CUHK");

        request = request.OnItsWay().Received().CheckedOut().CheckedIn().SentBack().BackWithItsLender();
        request.Status.ShouldBe(RequestStatus.Completed);
        request.Request.Rota.Select(entry => (entry.Symbol, entry.Standing, entry.Why))
            .ShouldBe([("HKU", RotaStatus.PassedOver, ReasonCode.PromiseNotKept), ("CUHK", RotaStatus.Supplied, null)]);
    }

    [Fact]
    public void A_loan_nobody_picks_up_goes_back_to_its_lender()
    {
        var request = ARequest.Asking("HKU").OnTheShelf().Waits().Waits();

        request.Status.ShouldBe(RequestStatus.Returning);
        request.SentBack().BackWithItsLender().Status.ShouldBe(RequestStatus.Completed);
    }

    [Fact]
    public void A_loan_lost_found_and_returned()
    {
        var request = ARequest.Asking("HKU").Overdue().WaitsUntil(RequestStatus.Lost).At(Noon("2027-03-01")).CheckedIn();

        (request.Request.ClosedAt, request.Request.ClosedWhy).ShouldBe((null, null));
        request.SentBack().BackWithItsLender().Request.ClosedWhy.ShouldBe(ReasonCode.LenderReceived);
    }

    [Fact]
    public void A_note_of_staff_is_taken_by_any_request_open_or_closed()
    {
        ARequest.Asking("HKU").And(new AddNote("Ada", "Patron rang.")).Status.ShouldBe(RequestStatus.Sourcing);

        var closed = ARequest.Asking("HKU").Declined().GivenUp();
        var noted = closed.At(closed.Now.AddDays(9)).And(new AddNote("Ada", "Patron rang."));
        (noted.Status, noted.Request.ClosedAt, noted.Request.Deadline).ShouldBe((RequestStatus.Unfilled, closed.Request.ClosedAt, null));
    }
}
