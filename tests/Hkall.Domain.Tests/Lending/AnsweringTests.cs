using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Lending.ALending;

namespace Hkall.Domain.Tests.Lending;

/// <summary>Whether we supply, and what the borrowing library hears.</summary>
public class AnsweringTests
{
    [Fact]
    public void An_item_on_our_shelf_is_promised_at_once()
    {
        var loan = ALoan();

        loan.Status.ShouldBe(LendingStatus.ToPull);
        loan.Words.ShouldBe([SupplyingAction.WillSupply]);
        loan.Facts.Cost.ShouldBeNull();
    }

    [Fact]
    public void An_item_we_do_not_hold_is_declined_with_the_reason_of_the_standard()
    {
        var loan = ALoan(order => order with { Holding = new Holding(Sure: true, Held: false) });

        (loan.Status, loan.Facts.Unfilled).ShouldBe((LendingStatus.Unfilled, UnfilledReason.NotHeld));
    }

    [Fact]
    public void An_item_that_may_not_leave_the_library_is_not_lent_but_may_be_scanned()
    {
        ALoan(order => order with { Holding = OnOurShelf with { Loanable = false } }).Facts.Unfilled.ShouldBe(UnfilledReason.NonCirculating);
        ACopy(order => order with { Holding = OnOurShelf with { Loanable = false } }).Status.ShouldBe(LendingStatus.ToPull);
    }

    [Fact]
    public void An_item_that_is_out_can_be_requested_again() =>
        ALoan(order => order with { Holding = OnOurShelf with { Available = false } }).Facts.Retry.ShouldBe(RetryReason.OnLoan);

    [Fact]
    public void Staff_look_for_an_item_without_an_identifier()
    {
        var loan = ALoan(order => order with { Holding = Holding.Unknown });

        (loan.Status, loan.Request.ForStaffWhy).ShouldBe((LendingStatus.ToAnswer, ReasonCode.NotIdentified));
        loan.Words.ShouldBe([SupplyingAction.ExpectToSupply]);
    }

    [Fact]
    public void A_service_that_is_not_offered_to_a_kind_of_borrower_is_declined()
    {
        var rules = With(policy => policy with
        {
            Offered = policy.Offered.ToDictionary(
                entry => entry.Key, entry => entry.Key == BorrowerKind.Government ? new ByService<bool>(false, true) : entry.Value),
        });

        ALoan(order => order with { Borrower = Department, MaxCost = Money.Hkd(500) }, rules).Facts.Unfilled.ShouldBe(UnfilledReason.PolicyProblem);
        ALoan(rules: rules).Status.ShouldBe(LendingStatus.ToPull);
    }

    [Fact]
    public void While_nothing_is_lent_the_borrower_hears_from_when_to_ask_again()
    {
        var rules = With(policy => policy with { Pauses = [new LendingPause(Libraries.Date("2026-11-20"), Libraries.Date("2026-11-27"), "Stocktaking")] });

        var loan = ALoan(rules: rules);

        (loan.Facts.Retry, loan.Facts.RetryAfter).ShouldBe((RetryReason.NotCurrentAvailableForIll, Libraries.Date("2026-11-28")));
    }

    [Fact]
    public void A_borrower_with_as_many_of_our_items_as_allowed_gets_no_more() =>
        ALoan(order => order with { OpenWithBorrower = 100 }).Facts.Unfilled.ShouldBe(UnfilledReason.PolicyProblem);

    [Fact]
    public void A_borrower_without_an_agreement_is_asked_to_accept_the_charge()
    {
        var loan = ALoan(order => order with { Borrower = Department });

        (loan.Status, loan.Facts.Cost).ShouldBe((LendingStatus.Conditional, Money.Hkd(150)));
        loan.And(new ConditionsAnswered("X-GOV", "m-1", Accept: true)).Status.ShouldBe(LendingStatus.ToPull);
    }

    [Fact]
    public void A_charge_within_what_the_borrower_would_pay_needs_no_question() =>
        ALoan(order => order with { Borrower = Department, MaxCost = Money.Hkd(150) }).Status.ShouldBe(LendingStatus.ToPull);

    [Fact]
    public void A_charge_above_what_the_borrower_would_pay_is_offered_and_can_be_accepted_by_a_retry()
    {
        var loan = ALoan(order => order with { Borrower = Department, MaxCost = Money.Hkd(100) });
        (loan.Facts.Retry, loan.Facts.Cost).ShouldBe((RetryReason.CostExceedsMaxCost, Money.Hkd(150)));

        var again = loan.And(new AskedToRetry("X-GOV", "m-1", OnOurShelf, Money.Hkd(150)));

        (again.Status, again.Request.ClosedAt).ShouldBe((LendingStatus.ToPull, null));
    }

    [Fact]
    public void Conditions_that_nobody_accepts_lapse()
    {
        var loan = ALoan(order => order with { Borrower = Department }).Waits();

        (loan.Status, loan.Facts.Unfilled).ShouldBe((LendingStatus.Unfilled, UnfilledReason.PolicyProblem));
    }

    [Fact]
    public void Declined_conditions_end_the_request()
    {
        var loan = ALoan(order => order with { Borrower = Department }).And(new ConditionsAnswered("X-GOV", "m-1", Accept: false));

        (loan.Status, loan.Request.ClosedWhy).ShouldBe((LendingStatus.Cancelled, ReasonCode.ConditionsDeclined));
    }

    [Fact]
    public void No_copy_is_promised_without_the_borrowers_word_on_copyright()
    {
        var copy = ACopy(order => order with { Compliance = null });
        (copy.Status, copy.Request.ForStaffWhy).ShouldBe((LendingStatus.ToAnswer, ReasonCode.ComplianceMissing));
        copy.Decide(new PromiseSupply()).ShouldBeOfType<Refused<LendingRequest, LendingEvent>>().Refusal.ShouldBe(Refusal.ComplianceRequired);

        var promised = copy.And(new PromiseSupply("By letter of 23 November: s. 50, private study"));

        (promised.Status, promised.Request.Compliance).ShouldBe((LendingStatus.ToPull, "By letter of 23 November: s. 50, private study"));
    }

    [Fact]
    public void A_request_that_staff_do_not_answer_is_declined_so_that_the_borrower_can_ask_elsewhere()
    {
        var loan = ALoan(order => order with { Holding = Holding.Unknown }).WaitsUntil(LendingStatus.Unfilled);

        loan.History.Count(entry => entry.Event is LendingStaffChased).ShouldBe(3);
        loan.Facts.Unfilled.ShouldBe(UnfilledReason.NotAvailableForIll);
    }

    [Fact]
    public void A_reminder_is_answered_with_how_the_request_stands() =>
        ALoan().And(new AskedOnceMore(Symbol, "m-1", Reminder: true)).Facts.Status.ShouldBe(LendingStatus.ToPull);
}
