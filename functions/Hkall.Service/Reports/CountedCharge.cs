using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;

namespace Hkall.Service.Reports;

/// <summary>What became of the charge of a library that supplied. Stored: add members, never rename them.</summary>
public sealed record CountedCharge
{
    /// <summary>What the Library pays, in the library's currency: all of it, or what is beyond the patron's part.</summary>
    public Money? Borne { get; init; }

    /// <summary>What was accepted for the patron to pay, in the library's currency.</summary>
    public Money? Accepted { get; init; }

    /// <summary>The accepted charge has no sum in our currency yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AwaitsSum { get; init; }

    /// <summary>What the patron was charged, less what was taken off and paid back; in our currency, as the rest.</summary>
    public decimal Charged { get; init; }

    public decimal Collected { get; init; }

    public decimal Waived { get; init; }

    public decimal Owed { get; init; }

    /// <returns>Null if nothing was supplied, or the library charges nothing.</returns>
    public static CountedCharge? Of(PatronRequest request)
    {
        if (request.ArrivedAt is null && !request.Fees.Any(line => line.Kind == LedgerKind.SupplyCharge))
        {
            return null;
        }

        var patrons = request.Acceptance is { IsPatrons: true } accepted ? accepted.Cost : null;
        var cost = request.Charge is { Standing: ChargeStanding.WithinAccepted or ChargeStanding.Borne } stated ? stated.Cost : request.AcceptedCost;
        var fees = request.Fees.Where(line => line.Kind == LedgerKind.SupplyCharge).Select(line => line.Number).ToList();
        var counted = new CountedCharge
        {
            Borne = BorneOf(cost, patrons),
            Accepted = patrons,
            AwaitsSum = SupplyCharges.AwaitsSum(request),
            Charged = Sum(LedgerKind.SupplyCharge) - Sum(LedgerKind.TakenOff) - Sum(LedgerKind.PaidBack),
            Collected = fees.Sum(request.PaidOn),
            Waived = Sum(LedgerKind.Waiver),
            Owed = fees.Sum(request.BalanceOf),
        };
        return counted == new CountedCharge() ? null : counted;

        decimal Sum(LedgerKind kind) => request.Fees.Where(line => line.Kind == kind && fees.Contains(line.Of)).Sum(line => line.Amount.Amount);
    }

    private static Money? BorneOf(Money? cost, Money? patrons) => cost is not { Amount: > 0 } ? null
        : patrons is null ? cost
        : patrons.Currency == cost.Currency && cost.Amount > patrons.Amount ? cost with { Amount = cost.Amount - patrons.Amount }
        : null;
}
