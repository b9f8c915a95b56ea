using Hkall.Domain.Charging;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Tests.Properties;

/// <summary>Money that was accepted is collected, and no other.</summary>
public class SupplyChargeTests
{
    [Fact]
    public void No_more_is_charged_than_was_accepted_whatever_is_received_resupplied_or_given_back() => ForEveryWalk.Whole(steps =>
    {
        var history = steps[^1].After.History.Select(entry => entry.Event).ToList();
        var accepted = history.Select(AcceptedBy).Where(most => most is not null).DefaultIfEmpty(0m).Max()!.Value;
        var entered = steps.Select(step => step.Command).OfType<ChargeSupply>().Select(order => order.Amount.Amount).DefaultIfEmpty(0m).Max();

        Kept(steps[^1].After.Request).ShouldBeInRange(0, Math.Max(accepted, entered));
    });

    [Fact]
    public void A_charge_is_recorded_only_where_an_acceptance_of_the_patron_holds() => ForEveryWalk.EachStep(step =>
    {
        if (step.Events.OfType<FeeCharged>().Any(charged => charged.Kind == LedgerKind.SupplyCharge))
        {
            step.After.Request.Acceptance.ShouldNotBeNull().IsPatrons.ShouldBeTrue();
            (step.After.Request.ArrivedAt is not null || step.After.Request.Unwanted).ShouldBeTrue();
            step.After.History.Select(entry => entry.Event).Any(happened => happened is CostAccepted or ChargeStated { InAdvance: true }).ShouldBeTrue();
        }
    });

    [Fact]
    public void An_accepted_charge_of_what_is_here_is_on_the_ledger_or_waits_for_its_sum() => ForEveryWalk.EachStep(step =>
    {
        var request = step.After.Request;
        if (request.Status.Stage() is RequestStage.AtLibrary or RequestStage.Downloadable && request.Acceptance is { IsPatrons: true } accepted)
        {
            var isOnLedger = request.Fees.Any(line => line.Kind == LedgerKind.SupplyCharge);
            (isOnLedger || SupplyCharges.AwaitsSum(request) || CostsNothing(request, accepted)).ShouldBeTrue();
        }
    });

    [Fact]
    public void A_request_that_was_cancelled_or_not_filled_charges_nothing_for_the_supply() => ForEveryWalk.EachStep(step =>
    {
        if (step.After.Status is RequestStatus.Cancelled or RequestStatus.Unfilled)
        {
            step.After.Request.Fees.Where(line => line.Kind == LedgerKind.SupplyCharge).Sum(line => step.After.Request.BalanceOf(line.Number)).ShouldBe(0);
        }
    });

    private static bool CostsNothing(PatronRequest request, Acceptance accepted) =>
        accepted.Cost.Amount == 0 || request.Charge is { Standing: ChargeStanding.WithinAccepted, Cost.Amount: 0 };

    private static decimal? AcceptedBy(RequestEvent happened) => happened switch
    {
        CostAccepted { How.Code: not ReasonCode.BorneByLibrary } accepted =>
            accepted.Cost.Currency == "HKD" ? accepted.Cost.Amount : accepted.Approximately?.Amount.Amount,
        ChargeStated { InAdvance: true } stated => stated.Cost.Currency == "HKD" ? stated.Cost.Amount : stated.Approximately?.Amount.Amount,
        _ => null,
    };

    private static decimal Kept(PatronRequest request) => request.Fees.Where(line => line.Kind == LedgerKind.SupplyCharge)
        .Sum(fee => fee.Amount.Amount - request.Fees
            .Where(line => line.Of == fee.Number && line.Kind is LedgerKind.TakenOff or LedgerKind.PaidBack).Sum(line => line.Amount.Amount));
}
