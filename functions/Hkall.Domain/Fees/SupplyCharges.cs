using Hkall.Domain.Model;

namespace Hkall.Domain.Fees;

/// <summary>
/// What the patron owes for an accepted charge of the supplying library, once the item or the scan is here. Nobody owes anything
/// for what does not come, and nobody owes it twice.
/// </summary>
public static class SupplyCharges
{
    /// <summary>Whether the item is here and its accepted charge was in a currency without a rate: staff enter the sum.</summary>
    public static bool AwaitsSum(PatronRequest request) =>
        request.Acceptance is { IsPatrons: true, InHkd: null, Cost.Amount: > 0 } && IsSupplied(request) && !Stands(request)
        && !(StatedLower(request) is { Amount: 0 });

    /// <summary>Records the charge when the item or the scan reaches us, unless it stands already.</summary>
    /// <returns>The amounts for the mail; null if the patron owes nothing for it.</returns>
    internal static NoticeFees? Charge(DecisionBuilder decision)
    {
        if (Stands(decision.Request) || decision.Request.Acceptance is not { IsPatrons: true } accepted)
        {
            return null;
        }

        // Of a charge that was taken off before, a waived part stays waived.
        var amount = Due(decision, accepted) - Kept(decision.Request);
        return amount is null && AwaitsSum(decision.Request) ? new NoticeFees { AcceptedAs = accepted.Cost }
            : amount > 0 ? Charged(decision, Money.Hkd(amount.Value), accepted.Cost)
            : null;
    }

    /// <summary>Staff enter the sum of a charge that had no rate.</summary>
    internal static Decision<PatronRequest, RequestEvent> Enter(DecisionBuilder decision, ChargeSupply order)
    {
        if (!AwaitsSum(decision.Request))
        {
            return DecisionBuilder.Refuse(Refusal.NothingToCharge, "No accepted charge of a supplied item waits for its sum.");
        }

        if (ManualFees.AmountRefusal(decision, order.Amount) is { } refused)
        {
            return refused;
        }

        var fees = Charged(decision, order.Amount, decision.Request.Acceptance!.Cost);
        return Tell(decision, fees).Decided();
    }

    /// <summary>Takes off what is unpaid and pays back what was paid. Doing it again changes nothing.</summary>
    /// <returns>The amounts for the mail; null if there was nothing to give back.</returns>
    internal static NoticeFees? TakeOff(DecisionBuilder decision, StatedReason why)
    {
        decimal takenOff = 0, paidBack = 0;
        foreach (var fee in Fees(decision.Request).ToList())
        {
            var (owed, paid) = Recording.GiveBack(decision, fee, why);
            (takenOff, paidBack) = (takenOff + owed, paidBack + paid);
        }

        return takenOff + paidBack == 0 ? null : new NoticeFees
        {
            What = LedgerKind.SupplyCharge,
            TakenOff = takenOff > 0 ? Money.Hkd(takenOff) : null,
            PaidBack = paidBack > 0 ? Money.Hkd(paidBack) : null,
            Owed = Money.Hkd(decision.Request.Balance()),
        };
    }

    /// <summary>The patron does not get the item after all, so the charge is given back and they are told.</summary>
    internal static DecisionBuilder GiveBack(DecisionBuilder decision) => TakeOff(decision, ReasonCode.NotSupplied) is not { } fees ? decision
        : decision.Notify(Notice.FeeWaived, new NoticeFacts
        {
            Library = decision.Request.Supplier?.Name,
            Date = decision.Today,
            Reason = ReasonCode.NotSupplied,
            Fees = fees with { Waived = fees.TakenOff, TakenOff = null },
        });

    /// <summary>Mails the patron who gets no other mail about the item that the charge is owed.</summary>
    internal static DecisionBuilder Tell(DecisionBuilder decision, NoticeFees fees) => decision.Notify(
        Notice.FeeCharged,
        new NoticeFacts { Library = decision.Request.Supplier?.Name, Date = decision.Today, Reason = ReasonCode.ChargeAccepted, Fees = fees });

    private static NoticeFees Charged(DecisionBuilder decision, Money amount, Money accepted)
    {
        Recording.Charge(decision, new FeeCharged(LedgerKind.SupplyCharge, amount, ReasonCode.ChargeAccepted));
        return new NoticeFees
        {
            What = LedgerKind.SupplyCharge,
            Charged = amount,
            AcceptedAs = accepted.Currency == amount.Currency ? null : accepted,
            Owed = amount with { Amount = decision.Request.Balance() },
        };
    }

    /// <summary>What was accepted, or less if the library in the end charges less; null if there is no rate for it.</summary>
    private static decimal? Due(DecisionBuilder decision, Acceptance accepted)
    {
        var stated = StatedLower(decision.Request);
        return stated is { Amount: 0 } || accepted.Cost.Amount == 0 ? 0
            : accepted.InHkd is not { Amount: var most } ? null
            : stated is null ? most
            : stated.Currency == accepted.Cost.Currency ? Math.Min(most, ExchangeRates.ToCent(most * stated.Amount / accepted.Cost.Amount))
            : decision.Book.Rates.InHkd(stated) is { } ours ? Math.Min(most, ours.Amount)
            : most;
    }

    /// <summary>The charge that the library named with the item or later, if it is no more than the accepted one.</summary>
    private static Money? StatedLower(PatronRequest request) =>
        request is { Charge: { Standing: ChargeStanding.WithinAccepted } charge, Supplier: { } supplier } && charge.Symbol == supplier.Symbol
            ? charge.Cost
            : null;

    private static IEnumerable<LedgerLine> Fees(PatronRequest request) => request.Fees.Where(line => line.Kind == LedgerKind.SupplyCharge);

    /// <summary>Whether a charge was recorded and not given back.</summary>
    private static bool Stands(PatronRequest request) => Fees(request).Any(fee => !request.Fees.Any(
        line => line.Of == fee.Number && line.Kind is LedgerKind.TakenOff or LedgerKind.PaidBack));

    /// <summary>What was charged and not given back.</summary>
    private static decimal Kept(PatronRequest request) => Fees(request).Sum(fee => fee.Amount.Amount - request.Fees
        .Where(line => line.Of == fee.Number && line.Kind is LedgerKind.TakenOff or LedgerKind.PaidBack).Sum(line => line.Amount.Amount));

    /// <summary>
    /// What its lender recalled before the patron had it was not supplied to them. What the patron no longer wanted goes straight back, so
    /// that no arrival is on record.
    /// </summary>
    private static bool IsSupplied(PatronRequest request) => (request.ArrivedAt is not null || request.Unwanted) && request.Status.Stage() switch
    {
        RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Downloadable => true,
        RequestStage.Returning => request.Loan is not { Recalled: true, DueOn: null },
        RequestStage.Closed => request.Status == RequestStatus.Completed
            ? request.Loan is not { Recalled: true, DueOn: null }
            : request.Status == RequestStatus.Lost && request.Loan?.DueOn is not null,
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit => false,
    };
}
