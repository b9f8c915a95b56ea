using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.OnLoan;

public class DueDateTests
{
    [Fact]
    public void The_patron_is_told_the_due_date_at_check_out() =>
        Given(ARequest.Asking("HKU").OnTheShelf())
            .When(new CheckOutItem())
            .Then(new ItemCheckedOut(Date("2026-12-23"), Date("2026-11-23")) { RenewalsAllowed = 2 })
            .AndSends(Mail(Notice.CheckedOut))
            .AndTheMailSays(facts => facts.Date == Date("2026-12-23"))
            .AndAwaits(DeadlineKind.DueReminder, Start("2026-12-16"));

    [Theory]
    [InlineData(PatronGroup.Academic, "2027-01-22")]
    [InlineData(PatronGroup.Research, "2027-01-22")]
    [InlineData(PatronGroup.Postgraduate, "2027-01-22")]
    [InlineData(PatronGroup.NonAcademic, "2026-12-23")]
    [InlineData(PatronGroup.Undergraduate, "2026-12-23")]
    public void The_loan_period_is_that_of_the_patrons_group(PatronGroup group, string dueOn) =>
        DueOf(ARequest.Asking("HKU", group: group).OnLoan()).ShouldBe(Date(dueOn));

    [Theory]
    [InlineData(Tier.Hkall, "2026-12-14")]
    [InlineData(Tier.Local, "2026-12-11")]
    [InlineData(Tier.Overseas, "2026-12-02")]
    public void An_earlier_date_of_the_lender_counts_less_the_way_back(Tier tier, string dueOn) =>
        DueOf(ARequest.Asking("HKU", tier: tier).Promised().Shipped(dueOn: "2026-12-16").Received().CheckedOut()).ShouldBe(Date(dueOn));

    [Theory]
    [InlineData("2026-11-25")]
    [InlineData("2026-11-23")]
    [InlineData("2026-01-01")]
    [InlineData("0001-01-01")]
    public void An_item_that_arrives_late_is_still_worth_a_day(string lenderDueOn) =>
        DueOf(ARequest.Asking("HKU").Promised().Shipped(dueOn: lenderDueOn).Received().CheckedOut()).ShouldBe(Date("2026-11-24"));

    [Fact]
    public void A_lender_in_no_hurry_gives_no_longer_loan() =>
        DueOf(ARequest.Asking("HKU").Promised().Shipped(dueOn: "9999-12-31").Received().CheckedOut()).ShouldBe(Date("2026-12-23"));

    [Fact]
    public void Nothing_falls_due_on_a_closed_day()
    {
        var onChristmasDay = ARequest.Asking("HKU").OnItsWay().At(Noon("2026-11-25")).Received().CheckedOut();

        DueOf(onChristmasDay).ShouldBe(Date("2026-12-28"));
    }

    [Fact]
    public void The_patron_is_reminded_once_before_the_due_date() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .WhenNobodyDoesAnything()
            .Then(new DueReminded())
            .AndSends(Mail(Notice.DueSoon))
            .AndTheMailSays(facts => facts.Date == Date("2026-12-23"))
            .AndAwaits(DeadlineKind.DueDate, End("2026-12-23"));

    [Fact]
    public void A_loan_of_a_day_needs_no_reminder() =>
        ARequest.Asking("HKU").Promised().Shipped(dueOn: "2026-11-25").Received().CheckedOut().Awaited.For.ShouldBe(DeadlineKind.DueDate);

    [Fact]
    public void On_its_due_date_an_item_is_in_time() =>
        Given(ARequest.Asking("HKU").OnLoan().Waits())
            .When(new DeadlineReached(6), at: End("2026-12-23").AddTicks(-1))
            .IsIgnored("It is not due yet.");

    private static DateOnly? DueOf(ARequest request) => request.Request.Loan.ShouldNotBeNull().DueOn;
}
