using Hkall.Domain.Calendar;
using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Moving;
using Hkall.Domain.Renewing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Moving;

/// <summary>The Library is closed on a day on which dates of patrons would have ended.</summary>
public class MovingDatesTests
{
    [Fact]
    public void An_item_on_the_shelf_waits_until_the_next_working_day()
    {
        var shelf = ARequest.Asking("HKU").OnTheShelf();
        shelf.Request.Shelf!.Until.ShouldBe(Date("2026-11-30"));

        var after = Given(Under(shelf, "2026-11-30", "2026-12-01")).When(Close("2026-11-30", "2026-12-01"))
            .AndSendsNothing().AndIs(RequestStatus.ReadyForPickup).Request;

        after.Request.Shelf!.Until.ShouldBe(Date("2026-12-02"));
        after.WaitsUntil(RequestStatus.Returning).Now.ShouldBe(End("2026-12-02"));
    }

    [Fact]
    public void A_loan_is_due_on_the_next_working_day_and_no_fine_counts_the_closed_day()
    {
        var loan = ARequest.Asking("HKU").OnLoan();
        var dueOn = loan.Request.Loan!.DueOn!.Value;

        var moved = Under(loan, dueOn, dueOn).And(new MoveDates("C-1", [new(dueOn, dueOn)], Lingnan));

        moved.Request.Loan!.DueOn.ShouldBe(Lingnan.AddWorkingDays(dueOn, 1));
        var overdue = moved.WaitsUntil(RequestStatus.Overdue);
        overdue.Now.ShouldBe(Lingnan.EndOf(Lingnan.AddWorkingDays(dueOn, 1)));
        Fines.Of(overdue.Request, moved.Request.Loan!.DueOn!.Value, overdue.Rules).ShouldBeNull();
    }

    [Fact]
    public void A_closure_said_on_its_third_day_moves_what_ends_today_and_what_nobody_has_acted_on()
    {
        var shelf = ARequest.Asking("HKU").OnTheShelf();
        var until = shelf.Request.Shelf!.Until;
        var (today, before) = (Noon(until), until.AddDays(-2));

        Under(shelf, before, until).And(new MoveDates("C-1", [new(before, until)], Lingnan), at: today).Request.Shelf!.Until
            .ShouldBe(Lingnan.AddWorkingDays(until, 1));
        Under(shelf, until, until).And(new MoveDates("C-1", [new(until, until)], Lingnan), at: Noon(until.AddDays(1))).Request.Shelf!.Until
            .ShouldBe(Lingnan.AddWorkingDays(until, 1), "Its end has not been acted on.");
    }

    [Fact]
    public void A_date_of_a_closure_that_is_over_is_not_given_again()
    {
        var shelf = ARequest.Asking("HKU").OnTheShelf();
        var until = shelf.Request.Shelf!.Until;

        Given(Under(shelf, until, until)).When(new MoveDates("C-1", [new(until, until)], Lingnan), at: Noon(Lingnan.AddWorkingDays(until, 2)))
            .IsIgnored("No date of it ends on a day that the change closes.");
    }

    [Fact]
    public void A_closure_before_the_due_date_does_not_bring_the_last_day_to_renew_forward()
    {
        var loan = ARequest.Asking("HKU").OnLoan();
        var dueOn = loan.Request.Loan!.DueOn!.Value;
        var given = Renewal.LastDay(dueOn, Rules);
        var closed = Lingnan.AddWorkingDays(given, 1);

        var moved = Under(loan, closed, closed).And(new MoveDates("C-1", [new(closed, closed)], Lingnan));

        Renewal.LastDay(dueOn, moved.Rules).ShouldBeLessThan(given);
        Renewal.Of(moved.Request, moved.Now, moved.Rules, blocked: null).By.ShouldBe(given);
        moved.Request.Loan!.DueOn.ShouldBe(dueOn);
        moved.History.Select(step => step.Event).OfType<DatesMoved>().Single().Dates.ShouldBe([new MovedDate(PatronDate.RenewBy, given, given)]);
    }

    [Fact]
    public void A_closed_last_day_to_renew_moves_to_the_next_working_day()
    {
        var loan = ARequest.Asking("HKU").OnLoan();
        var given = Renewal.LastDay(loan.Request.Loan!.DueOn!.Value, Rules);

        var moved = Under(loan, given, given).And(new MoveDates("C-1", [new(given, given)], Lingnan));

        Renewal.Of(moved.Request, moved.Now, moved.Rules, blocked: null).By.ShouldBe(Lingnan.AddWorkingDays(given, 1));
        moved.And(new RenewLoan(Blocked: null), at: Lingnan.EndOf(given)).Request.Loan!.RenewalAsked.ShouldBeTrue();
    }

    [Fact]
    public void A_kept_day_to_renew_ends_with_its_due_date()
    {
        var loan = ARequest.Asking("HKU").OnLoan();
        var closed = Lingnan.AddWorkingDays(Renewal.LastDay(loan.Request.Loan!.DueOn!.Value, Rules), 1);

        var renewed = Under(loan, closed, closed).And(new MoveDates("C-1", [new(closed, closed)], Lingnan)).Renewed();

        Renewal.Of(renewed.Request, renewed.Now, renewed.Rules, blocked: null).By
            .ShouldBe(Renewal.LastDay(renewed.Request.Loan!.DueOn!.Value, renewed.Rules));
    }

    [Fact]
    public void The_lenders_own_date_does_not_move()
    {
        var loan = ARequest.Asking("HKU").Promised().Shipped(dueOn: "2026-12-11").Received().CheckedOut();
        var dueOn = loan.Request.Loan!.DueOn!.Value;

        var moved = Under(loan, dueOn, Date("2026-12-14")).And(new MoveDates("C-1", [new(dueOn, Date("2026-12-14"))], Lingnan));

        moved.Request.Loan!.DueOn.ShouldBe(Date("2026-12-15"));
        moved.Request.Loan!.LenderDueOn.ShouldBe(Date("2026-12-11"));
    }

    [Fact]
    public void A_decision_about_a_charge_waits_for_the_next_working_day()
    {
        var asked = ARequest.Asking("HKU").Quoted(Money.Hkd(450));
        var by = asked.Request.Quote!.DecideBy;

        Under(asked, by, by).And(new MoveDates("C-1", [new(by, by)], Lingnan)).Request.Quote!.DecideBy.ShouldBe(Lingnan.AddWorkingDays(by, 1));
    }

    [Fact]
    public void A_declaration_waits_for_the_next_working_day()
    {
        var asked = ARequest.Placed(ServiceType.Copy, Things.Article, ["HKU"], but: order => order with { Declaration = null });
        var until = asked.Request.Declaring!.Until;

        Under(asked, until, until).And(new MoveDates("C-1", [new(until, until)], Lingnan)).Request.Declaring!.Until
            .ShouldBe(Lingnan.AddWorkingDays(until, 1));
    }

    [Fact]
    public void A_download_does_not_end_on_a_closed_day_whether_it_was_given_before_or_after()
    {
        var copy = ARequest.AskingForACopy("HKU").ReadyToDownload();
        var until = copy.Request.Download!.Until;
        until.ShouldBe(Date("2026-12-07"));

        Under(copy, until, until).And(new MoveDates("C-1", [new(until, until)], Lingnan)).Request.Download!.Until.ShouldBe(Date("2026-12-08"));
        Under(ARequest.AskingForACopy("HKU"), until, until).ReadyToDownload().Request.Download!.Until.ShouldBe(Date("2026-12-08"));
    }

    [Fact]
    public void An_item_for_use_in_the_library_waits_for_the_next_working_day()
    {
        var here = ARequest.Asking("HKU").ForUseHere();
        var until = here.Request.Shelf!.Until;

        Under(here, until, until).And(new MoveDates("C-1", [new(until, until)], Lingnan)).Request.Shelf!.Until.ShouldBe(Lingnan.AddWorkingDays(until, 1));
    }

    [Fact]
    public void What_does_not_end_on_a_closed_day_is_left_alone()
    {
        Given(ARequest.Asking("HKU").OnTheShelf()).When(Close("2026-11-27", "2026-11-27")).IsIgnored("No date of it ends on a day that the change closes.");
        Given(ARequest.Asking("HKU").Overdue()).When(Close("2026-11-24", "2027-02-26")).IsIgnored("No date of it ends on a day that the change closes.");
        Given(ARequest.Asking("HKU")).When(Close("2026-11-24", "2026-12-24")).IsIgnored("No date of it ends on a day that the change closes.");
    }

    [Fact]
    public void The_patron_is_told_once_of_all_that_moved()
    {
        var shelf = ARequest.Asking("HKU").OnTheShelf();
        var news = new ClosureNews(Date("2026-11-30"), Date("2026-11-30"), ClosureReason.Typhoon);
        MovedItem[] items = [new("R-1", "A book", PatronDate.Pickup, Date("2026-11-30"), Date("2026-12-01"))];

        var told = Given(shelf).When(new TellMovedDates("C-1", news, items))
            .Then(new MovedDatesTold("C-1"))
            .AndSends(Mail(Notice.DatesMoved))
            .AndTheMailSays(facts => facts.Closure == news && facts.Moved!.Count == 1)
            .Request;

        Given(told).When(new TellMovedDates("C-1", news, items)).IsIgnored("The patron has been told.");
        Given(told).When(new TellMovedDates("C-2", news, items)).AndSends(Mail(Notice.DatesMoved));
    }

    private static DateTimeOffset Noon(DateOnly day) => Lingnan.StartOf(day).AddHours(12);

    private static MoveDates Close(string from, string to) => new("C-1", [new(Date(from), Date(to))], Lingnan);

    private static ARequest Under(ARequest request, string from, string to) => Under(request, Date(from), Date(to));

    /// <summary>The request, where the rules know of the closure.</summary>
    private static ARequest Under(ARequest request, DateOnly from, DateOnly to) =>
        request with { Rules = Rules with { Calendar = Lingnan.ButClosed([new(from, to)]) } };
}
