using Hkall.Domain.Correcting;
using Hkall.Domain.Fees;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Properties;

/// <summary>What is true of every ledger, in whatever order items are late, returned, lost, found, settled and waived.</summary>
public class LedgerTests
{
    [Fact]
    public void The_ledger_is_the_fold_of_its_events() => ForEveryWalk.Whole(steps =>
    {
        var folded = RequestFold.Fold(steps[^1].After.Request.Id, steps[^1].After.History);

        folded.Fees.ShouldBe(steps[^1].After.Request.Fees);
        folded.Balance().ShouldBe(Recounted(steps[^1].After));
    });

    [Fact]
    public void Nobody_owes_less_than_nothing_on_a_fee_nor_more_than_it_was() => ForEveryWalk.EachStep(step =>
    {
        foreach (var fee in step.After.Request.Fees.Where(line => line.Kind.IsFee()))
        {
            step.After.Request.BalanceOf(fee.Number).ShouldBeInRange(0, fee.Amount.Amount);
            step.After.Request.PaidOn(fee.Number).ShouldBeInRange(0, fee.Amount.Amount);
        }
    });

    [Fact]
    public void The_ledger_only_grows_and_its_lines_are_numbered() => ForEveryWalk.EachStep(step =>
    {
        var (before, after) = (step.Before.Request.Fees, step.After.Request.Fees);
        after.Take(before.Count).ShouldBe(before);
        after.Select(line => line.Number).ShouldBe(Enumerable.Range(1, after.Count));
        // The assertion that takes an expression would compile it on each of a hundred thousand steps.
        after.All(line => line.Amount.Amount > 0).ShouldBeTrue();
    });

    [Fact]
    public void An_item_is_charged_for_once_and_only_to_who_had_it() => ForEveryWalk.EachStep(step =>
    {
        // What staff took back, because they had recorded it by mistake, is no charge.
        step.After.Request.Fees
            .Count(line => line.Kind == LedgerKind.Replacement
                && !step.After.Request.Fees.Any(back => back.Of == line.Number && back.Kind is LedgerKind.TakenOff or LedgerKind.PaidBack))
            .ShouldBeLessThanOrEqualTo(1);
        if (step.Command is not UndoStep
            && step.Events.OfType<FeeCharged>().Any(charged => charged.Kind is LedgerKind.OverdueFine or LedgerKind.Replacement or LedgerKind.Processing))
        {
            step.Before.Status.IsWithPatron().ShouldBeTrue();
        }
    });

    [Fact]
    public void Every_change_of_a_debt_but_a_payment_is_entered_where_the_patron_pays() => ForEveryWalk.EachStep(step =>
        step.Effects.OfType<RecordFee>().Select(effect => effect.Line).ShouldBe(step.After.Request.Fees
            .Skip(step.Before.Request.Fees.Count)
            .Where(line => line.Kind != LedgerKind.Settlement)
            .Select(line => line.Number)));

    [Fact]
    public void The_walks_meet_every_kind_of_line() =>
        ForEveryWalk.Walked.Value.OfType<IReadOnlyList<Step>>().SelectMany(steps => steps[^1].After.Request.Fees).Select(line => line.Kind).Distinct()
            .ShouldBe(Enum.GetValues<LedgerKind>(), ignoreOrder: true);

    /// <summary>Counted from the events alone, and not by what they made of the request.</summary>
    private static decimal Recounted(ARequest request) => request.History.Sum(entry => entry.Event switch
    {
        FeeCharged charged => charged.Amount.Amount,
        FeeSettled settled => -settled.Amount.Amount,
        FeeWaived waived => -waived.Amount.Amount,
        FeeTakenOff takenOff => -takenOff.Amount.Amount,
        _ => 0m,
    });
}
