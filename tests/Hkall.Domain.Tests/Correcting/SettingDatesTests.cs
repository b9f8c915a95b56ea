using Hkall.Domain.Correcting;
using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Correcting;

/// <summary>Staff set due dates: a mistyped one, an extension, the lender's word by letter.</summary>
public class SettingDatesTests
{
    private const string Why = "Typhoon.";

    [Fact]
    public void A_later_due_date_is_told_to_the_patron_and_followed()
    {
        var loan = Given(ARequest.Asking("HKU").OnLoan())
            .When(new SetDates(Date("2027-02-26"), null, Why))
            .Then(new DatesSet(Date("2027-02-26"), null, Why))
            .AndSends(Mail(Notice.DueDateSet))
            .AndTheMailSays(facts => facts.Date == Date("2027-02-26"))
            .AndIs(RequestStatus.OnLoan)
            .Request;

        Rules.Calendar.DateOf(loan.WaitsUntil(RequestStatus.Overdue).Now).ShouldBe(Date("2027-02-27"));
    }

    [Fact]
    public void An_overdue_item_that_gets_a_later_date_is_on_loan_again_and_owes_nothing_so_far()
    {
        var overdue = ARequest.Asking("HKU").Overdue();
        var late = overdue.At(overdue.Now.AddDays(10));

        var loan = Given(late).When(new SetDates(Rules.Calendar.DateOf(late.Now).AddDays(14), null, Why)).AndIs(RequestStatus.OnLoan).Request;

        Fines.Of(loan.Request, Rules.Calendar.DateOf(loan.Now), Rules).ShouldBeNull();
        loan.Request.Loan!.OverdueNotices.ShouldBe(0);
    }

    [Fact]
    public void No_item_falls_due_on_a_closed_day() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .When(new SetDates(Date("2027-02-28"), null, Why))
            .Then(new DatesSet(Date("2027-03-01"), null, Why));

    [Fact]
    public void A_mistyped_date_of_the_lender_is_corrected_and_the_patrons_date_follows()
    {
        var meant = ARequest.Asking("HKU").Promised().Shipped("2027-01-29").Received().CheckedOut().Request.Loan!.DueOn;
        var mistyped = ARequest.Asking("HKU").Promised().Shipped("2026-11-25").Received().CheckedOut();
        mistyped.Request.Loan!.DueOn.ShouldNotBe(meant);

        var corrected = Given(mistyped).When(new SetDates(null, Date("2027-01-29"), "Mistyped.")).AndSends(Mail(Notice.DueDateSet)).Request;

        corrected.Request.Loan!.LenderDueOn.ShouldBe(Date("2027-01-29"));
        corrected.Request.Loan.DueOn.ShouldBe(meant);
    }

    [Fact]
    public void On_the_shelf_the_last_day_for_picking_up_follows_the_lenders_date()
    {
        var shelf = ARequest.Asking("HKU").Promised().Shipped("2026-11-27").Received();
        var usual = ARequest.Asking("HKU").OnTheShelf().Request.Shelf!.Until;

        Given(shelf).When(new SetDates(null, Date("2027-01-29"), Why)).AndSends(Mail(Notice.ReadyForPickup)).Request.Request.Shelf!.Until.ShouldBe(usual);
    }

    [Fact]
    public void Nobody_gets_a_date_that_is_past_or_later_than_the_lender_allows()
    {
        var loan = ARequest.Asking("HKU").Promised().Shipped("2027-01-29").Received().CheckedOut();

        Given(loan).When(new SetDates(Date("2026-11-20"), null, Why)).IsRefused(Refusal.DateNotPossible);
        Given(loan).When(new SetDates(Date("2027-03-01"), null, Why)).IsRefused(Refusal.DateNotPossible);
        Given(loan).When(new SetDates(Date("2027-03-01"), Date("2027-03-31"), Why)).AndIs(RequestStatus.OnLoan);
    }

    [Fact]
    public void Only_an_item_that_is_lent_has_dates()
    {
        Given(ARequest.Asking("HKU")).When(new SetDates(null, Date("2027-01-29"), Why)).IsRefused(Refusal.NotShipped);
        Given(ARequest.Asking("HKU").OnTheShelf()).When(new SetDates(Date("2027-01-29"), null, Why)).IsRefused(Refusal.NotWithPatron);
        Given(ARequest.AskingForACopy("HKU").ReadyToDownload()).When(new SetDates(Date("2027-01-29"), null, Why)).IsRefused(Refusal.NotALoan);
        Given(ARequest.Asking("HKU").OnLoan().DeclaredLost()).When(new SetDates(null, Date("2027-01-29"), Why)).IsRefused(Refusal.AlreadyClosed);
        Given(ARequest.Asking("HKU").OnItsWay()).When(new SetDates(null, Date("2027-01-29"), Why)).AndSendsNothing().AndIs(RequestStatus.InTransit);
    }

    [Fact]
    public void A_date_on_the_slip_that_is_past_is_asked_about_before_it_is_believed()
    {
        var coming = ARequest.Asking("HKU").OnItsWay();

        Given(coming).When(new ReceiveItem(LenderDueOn: Date("2025-12-31"))).IsRefused(Refusal.DateNotPossible);
        Given(coming).When(new ReceiveItem(LenderDueOn: Date("2025-12-31"), Sure: true)).AndIs(RequestStatus.ReadyForPickup);
    }
}
