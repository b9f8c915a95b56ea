using Hkall.Domain.Fees;
using Hkall.Domain.Model;

namespace Hkall.Domain.Charging;

/// <summary>Staff decide on a charge beyond the accepted one that a library named only with the item, or later.</summary>
internal static class LateCharges
{
    /// <summary>Staff decide. They may do so when the request is closed, too: an invoice often comes after the item went back.</summary>
    public static Decision<PatronRequest, RequestEvent> Decide(DecisionBuilder decision, DecideLateCharge order)
    {
        if (decision.Request.Charge is not { Standing: ChargeStanding.ToDecide } charge)
        {
            // The Library may pay an accepted charge whose sum nobody knows.
            if (order.Bear && SupplyCharges.AwaitsSum(decision.Request))
            {
                var accepted = decision.Request.Acceptance!;
                return decision.Record(new ChargeBorne(decision.Request.Supplier?.Symbol ?? string.Empty, accepted.Cost) { Whole = true }).Decided();
            }

            return DecisionBuilder.Refuse(Refusal.NothingToDecide, "No charge beyond the accepted one is waiting for a decision of staff.");
        }

        return order.Bear
            ? decision.Record(new ChargeBorne(charge.Symbol, charge.Cost)).Decided()
            : decision.Record(new ChargeDisputed(charge.Symbol, charge.Cost, order.Note ?? string.Empty))
                .Message(charge.Symbol, RequestingAction.DisputeCharge, Disputed(charge, order.Note))
                .Decided();
    }

    private static string Disputed(SupplierCharge charge, string? note)
    {
        var agreed = charge.Accepted is { } accepted
            ? $"Only {Currencies.Write(accepted)} was agreed, and not {Currencies.Write(charge.Cost)}."
            : $"No charge was agreed, and not {Currencies.Write(charge.Cost)}.";
        return note is null ? agreed : $"{agreed} {note}";
    }
}
