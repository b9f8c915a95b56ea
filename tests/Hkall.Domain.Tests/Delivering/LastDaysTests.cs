using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.Renewing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Delivering;

/// <summary>"Due before": no loan of a group outlasts the end of its term or its graduation, and the loan says why it is shorter.</summary>
public class LastDaysTests
{
    private static readonly PatronGroup Group = ARequest.Asking("HKU").Request.Group;

    private static DateOnly Usual => ARequest.Asking("HKU").OnTheShelf().CheckedOut().Request.Loan!.DueOn!.Value;

    [Fact]
    public void A_loan_ends_with_the_term_and_says_so()
    {
        var loan = Lent(new LastDay(Date("2026-12-12"), LoanLimit.TermEnds, [Group]));

        loan.DueOn.ShouldBe(Date("2026-12-11"), "The term ends on a Saturday.");
        loan.ShorterBecause.ShouldBe(LoanLimit.TermEnds);
    }

    [Fact]
    public void The_next_of_several_days_counts()
    {
        var loan = Lent(
            new LastDay(Date("2026-12-18"), LoanLimit.TermEnds, [Group]), new LastDay(Date("2026-12-11"), LoanLimit.Graduation, [Group]),
            new LastDay(Date("2026-01-05"), LoanLimit.TermEnds, [Group]));

        (loan.DueOn, loan.ShorterBecause).ShouldBe((Date("2026-12-11"), LoanLimit.Graduation));
    }

    [Fact]
    public void Other_groups_later_days_and_days_that_are_over_change_nothing()
    {
        var loan = Lent(
            new LastDay(Date("2026-12-11"), LoanLimit.TermEnds, [.. Enum.GetValues<PatronGroup>().Except([Group])]),
            new LastDay(Usual.AddDays(1), LoanLimit.TermEnds, [Group]), new LastDay(Date("2026-11-01"), LoanLimit.TermEnds, [Group]));

        (loan.DueOn, loan.ShorterBecause).ShouldBe((Usual, null));
    }

    [Fact]
    public void On_the_last_day_itself_an_item_is_lent_for_the_time_after_it()
    {
        var shelf = ARequest.Asking("HKU").OnTheShelf();

        Lent(new LastDay(Lingnan.DateOf(shelf.Now), LoanLimit.TermEnds, [Group])).DueOn.ShouldBe(Usual);
    }

    [Fact]
    public void A_card_that_ends_before_the_term_is_the_reason()
    {
        var loan = Lent(new CheckOutItem(CardUntil: Date("2026-12-08")), new LastDay(Date("2026-12-11"), LoanLimit.TermEnds, [Group]));

        (loan.DueOn, loan.ShorterBecause).ShouldBe((Date("2026-12-08"), LoanLimit.CardEnds));
    }

    [Fact]
    public void Where_the_lender_wants_it_earlier_still_its_date_is_the_reason()
    {
        var shelf = Under(ARequest.Asking("HKU").Promised().Shipped(dueOn: "2026-12-08").Received(), new LastDay(Date("2026-12-11"), LoanLimit.TermEnds, [Group]));
        var loan = shelf.CheckedOut().Request.Loan!;

        (loan.DueOn, loan.ShorterBecause).ShouldBe((Date("2026-12-04"), null));
    }

    [Fact]
    public void A_loan_that_the_term_already_limits_is_not_renewed()
    {
        var loan = Under(ARequest.Asking("HKU").OnTheShelf(), new LastDay(Date("2026-12-11"), LoanLimit.TermEnds, [Group])).CheckedOut();

        Given(loan).When(new RenewLoan(Blocked: null), at: Noon("2026-12-04")).IsRefused(Refusal.TermEnds);
        Renewal.Of(loan.Request, Noon("2026-12-04"), loan.Rules, blocked: null).Refusal.ShouldBe(Refusal.TermEnds);
    }

    [Fact]
    public void A_renewal_that_the_term_leaves_room_for_ends_with_it()
    {
        var last = Usual.AddDays(7);
        var renewed = Under(ARequest.Asking("HKU").OnTheShelf(), new LastDay(last, LoanLimit.TermEnds, [Group])).CheckedOut().Renewed();

        renewed.Request.Loan!.DueOn.ShouldBe(Lingnan.WorkingDayOnOrBefore(last));
        renewed.Request.Loan!.ShorterBecause.ShouldBe(LoanLimit.TermEnds);
    }

    private static Loan Lent(params LastDay[] days) => Lent(new CheckOutItem(), days);

    private static Loan Lent(CheckOutItem order, params LastDay[] days) =>
        Given(Under(ARequest.Asking("HKU").OnTheShelf(), days)).When(order).Request.Request.Loan!;

    private static ARequest Under(ARequest request, params LastDay[] days) =>
        request with { Rules = Rules with { Policy = Rules.Policy with { LastDays = days } } };
}
