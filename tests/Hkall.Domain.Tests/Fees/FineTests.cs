using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Fees;

/// <summary>The loan of the tests is due on Wednesday 23 December 2026. Closed are the 25th to the 27th, and the 1st to the 3rd of January.</summary>
public class FineTests
{
    private static ARequest Loan => ARequest.Asking("HKU").OnLoan();

    [Theory]
    [InlineData("2026-12-23", null)]
    [InlineData("2026-12-24", null)]
    [InlineData("2026-12-29", null)]
    [InlineData("2026-12-30", 8)]
    [InlineData("2027-01-04", 12)]
    public void Three_days_of_grace_cost_nothing_and_after_them_every_open_day_from_the_due_date_costs_two_dollars(string on, int? dollars)
    {
        var fine = Fines.Of(Overdue("2026-12-24").Request, Date(on), Rules);

        fine?.Amount.ShouldBe(Money.Hkd(dollars ?? 0));
        (fine is null).ShouldBe(dollars is null);
    }

    [Fact]
    public void A_fine_is_recorded_when_the_item_comes_back_and_the_mail_says_how_much() =>
        Given(Overdue("2027-01-04"))
            .When(new CheckInItem())
            .Then(new FeeCharged(LedgerKind.OverdueFine, Money.Hkd(12), ReasonCode.ReturnedLate, 6), new ItemCheckedIn(ReasonCode.Returned))
            .AndSends(Mail(Notice.Returned), Record(1))
            .AndTheMailSays(facts => facts.Fees == new NoticeFees { Fine = Money.Hkd(12), FineDays = 6, Owed = Money.Hkd(12) });

    [Fact]
    public void An_item_returned_at_the_lenders_counter_costs_the_same_fine() =>
        Given(Overdue("2027-01-04"))
            .When(new LenderReceived("HKU", "m-9"))
            .Then(new FeeCharged(LedgerKind.OverdueFine, Money.Hkd(12), ReasonCode.ReturnedLate, 6), new LoanCompleted(ReasonCode.ReturnedToLender))
            .AndSends(Mail(Notice.Returned), Record(1));

    [Fact]
    public void Returned_in_time_or_in_the_days_of_grace_it_costs_nothing() =>
        Given(Overdue("2026-12-29"))
            .When(new CheckInItem())
            .Then(new ItemCheckedIn(ReasonCode.Returned))
            .AndSends(Mail(Notice.Returned))
            .AndTheMailSays(facts => facts.Fees is null);

    [Fact]
    public void A_short_loan_has_no_days_of_grace() =>
        Fines.Of(ARequest.Asking("HKU").Promised().Shipped(dueOn: "2026-12-04").Received().CheckedOut().Request, Date("2026-12-03"), Rules)
            .ShouldBe(new Fine(1, Money.Hkd(2), Money.Hkd(2)));

    [Fact]
    public void A_recalled_item_costs_four_dollars_a_day_and_has_no_days_of_grace() =>
        Fines.Of(Loan.Recalled().Waits().Request, Date("2026-12-02"), Rules).ShouldBe(new Fine(2, Money.Hkd(8), Money.Hkd(4)));

    [Fact]
    public void The_fine_of_an_overdue_item_goes_on_when_it_is_recalled_and_later_days_cost_more()
    {
        var recalled = Given(Overdue("2027-01-04")).When(new Recall("HKU", "m-9"))
            .Then(new ItemRecalled("HKU", Date("2026-12-23")) { LateOn = Date("2027-01-04") })
            .AndSends(Mail(Notice.Recalled))
            .AndTheMailSays(facts => facts.Fees is { Fine: { Amount: 12 }, PerDay: { Amount: 4 } });

        Given(recalled.Request).When(new CheckInItem(), at: Noon("2027-01-04"))
            .Then(new FeeCharged(LedgerKind.OverdueFine, Money.Hkd(12), ReasonCode.ReturnedLate, 6), new ItemCheckedIn(ReasonCode.Returned));
        Given(recalled.Request).When(new CheckInItem(), at: Noon("2027-01-06"))
            .Then(new FeeCharged(LedgerKind.OverdueFine, Money.Hkd(20), ReasonCode.ReturnedLate, 8), new ItemCheckedIn(ReasonCode.Returned));
    }

    [Fact]
    public void A_recall_within_the_days_of_grace_leaves_those_days_free()
    {
        var recalled = Overdue("2026-12-28").And(new Recall("HKU", "m-9")).Request;

        Fines.Of(recalled, Date("2026-12-28"), Rules).ShouldBeNull();
        Fines.Of(recalled, Date("2026-12-30"), Rules).ShouldBe(new Fine(2, Money.Hkd(8), Money.Hkd(4)));
    }

    [Fact]
    public void A_renewal_that_the_lender_grants_late_leaves_no_fine()
    {
        var late = Loan.RenewalAsked().WaitsUntil(RequestStatus.Overdue).At(Noon("2027-01-05"));

        var renewed = late.And(new RenewalGranted("HKU", "m-9", Date("2027-02-26")));
        renewed.Request.Fees.ShouldBeEmpty();
        Fines.Of(renewed.Request, Date("2027-01-06"), Rules).ShouldBeNull();
    }

    [Fact]
    public void No_item_costs_more_than_a_hundred_dollars_by_being_late() =>
        Fines.Of(Overdue("2026-12-24").Request, Date("2028-12-24"), Rules)!.Amount.ShouldBe(Money.Hkd(100));

    [Fact]
    public void Closed_days_count_where_the_policy_says_so() =>
        Fines.Of(Overdue("2026-12-24").Request, Date("2026-12-29"), Rules with { Policy = new Policy { Fines = new FinePolicy { ClosedDaysCount = true } } })
            .ShouldBe(new Fine(6, Money.Hkd(12), Money.Hkd(2)));

    [Fact]
    public void The_notices_say_what_it_has_cost_so_far_and_when_it_blocks_the_account()
    {
        Given(Loan.Waits()).WhenNobodyDoesAnything()
            .AndTheMailSays(facts => facts.Fees == Told with { NoFineUntil = Date("2026-12-29") } && facts.LostOn == Date("2027-02-06"));
        var overdue = Loan.WaitsUntil(RequestStatus.Overdue);
        Given(overdue).WhenNobodyDoesAnything()
            .AndTheMailSays(facts => facts.Fees == Told with { Fine = Money.Hkd(10), FineDays = 5 });
        Given(overdue.Waits()).WhenNobodyDoesAnything()
            .AndTheMailSays(facts => facts.Fees == Told with { Fine = Money.Hkd(18), FineDays = 9, Blocks = true } && !facts.LastNotice);
        Given(overdue.Waits().Waits()).WhenNobodyDoesAnything()
            .AndTheMailSays(facts => facts.Fees is { Fine.Amount: > 18, Replacement.Amount: 500 } && facts is { LastNotice: true } && facts.LostOn == Date("2027-02-06"));
    }

    /// <summary>What every overdue notice says of the rate, and of what the loss would cost.</summary>
    private static NoticeFees Told => new()
    {
        PerDay = Money.Hkd(2),
        MostFine = Money.Hkd(100),
        Replacement = Money.Hkd(500),
        Processing = Money.Hkd(100),
    };

    private static ARequest Overdue(string on) => Loan.WaitsUntil(RequestStatus.Overdue).At(Noon(on));
}
