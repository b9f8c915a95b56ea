using Hkall.Domain.Accounts;
using Hkall.Domain.Delivering;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Delivering;

/// <summary>At check-out the patron's card counts: who leaves the university brings the item back before.</summary>
public class CheckOutTests
{
    private static readonly Block Expired = new(Blocks.CardExpired, "Your Library card was good until 2026-11-01.");

    private static ARequest Shelf => ARequest.Asking("HKU").OnTheShelf();

    private static DateOnly Usual => Shelf.CheckedOut().Request.Loan!.DueOn!.Value;

    [Fact]
    public void No_loan_is_due_after_the_card_ends() =>
        Given(Shelf).When(new CheckOutItem(CardUntil: Usual.AddDays(-10))).Request.Request.Loan!.DueOn
            .ShouldBe(Rules.Calendar.WorkingDayOnOrBefore(Usual.AddDays(-10)));

    [Fact]
    public void A_card_that_ends_later_changes_nothing() =>
        Given(Shelf).When(new CheckOutItem(CardUntil: Usual.AddDays(1))).Request.Request.Loan!.DueOn.ShouldBe(Usual);

    [Fact]
    public void Where_the_policy_lets_loans_outlast_cards_the_period_of_the_group_counts()
    {
        var lets = Shelf with { Rules = Rules with { Policy = Rules.Policy with { LoansEndWithCard = false } } };

        Given(lets).When(new CheckOutItem(CardUntil: Usual.AddDays(-10))).Request.Request.Loan!.DueOn.ShouldBe(Usual);
    }

    [Fact]
    public void Staff_are_asked_before_an_item_goes_to_somebody_whom_the_library_no_longer_lends_to()
    {
        Given(Shelf).When(new CheckOutItem(Blocked: Expired)).IsRefused(Refusal.Blocked);
        Given(Shelf).When(new CheckOutItem(Blocked: new Block("library-block", "Withdrawn from the University."))).IsRefused(Refusal.Blocked);
    }

    [Fact]
    public void Staff_who_are_sure_check_it_out_all_the_same_for_the_usual_time()
    {
        var sure = new CheckOutItem(CardUntil: Date("2026-11-01"), Blocked: Expired, Sure: true);

        Given(Shelf).When(sure).AndSends(Mail(Notice.CheckedOut)).AndIs(RequestStatus.OnLoan).Request.Request.Loan!.DueOn.ShouldBe(Usual);
    }
}
