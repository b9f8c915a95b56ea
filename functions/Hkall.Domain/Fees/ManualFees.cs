using Hkall.Domain.Model;

namespace Hkall.Domain.Fees;

/// <summary>Staff charge the patron for damage or something else, from the moment the item or the scan is here, and after the request has closed.</summary>
public static class ManualFees
{
    /// <summary>The most fees that staff may enter for one request; people read a ledger.</summary>
    public const int MostFees = 10;

    internal static Decision<PatronRequest, RequestEvent> Charge(DecisionBuilder decision, ChargeFee order)
    {
        if (!HasArrived(decision.Request))
        {
            return DecisionBuilder.Refuse(Refusal.NothingToCharge, "Nothing has been received for this request.");
        }

        if (order.For == ManualFee.Damage && decision.Request.Service == ServiceType.Copy)
        {
            return DecisionBuilder.Refuse(Refusal.NotALoan, "A copy is not damaged by its patron.");
        }

        if (AmountRefusal(decision, order.Amount) is { } refused)
        {
            return refused;
        }

        var (kind, why) = (KindOf(order.For), StatedReason.InWords(order.Reason));
        var entered = decision.Request.Fees.Where(line => line.Kind is LedgerKind.Damage or LedgerKind.Other).ToList();
        if (entered.Any(line => line.Kind == kind && line.Amount == order.Amount && line.Reason == why))
        {
            return decision.Ignored("This fee has been charged already.");
        }

        if (entered.Count >= MostFees)
        {
            return DecisionBuilder.Refuse(Refusal.WrongAmount, $"At most {MostFees} fees are entered for one request.");
        }

        Recording.Charge(decision, new FeeCharged(kind, order.Amount, why));
        return decision.Notify(Notice.FeeCharged, new NoticeFacts
        {
            Library = decision.Request.Supplier?.Name,
            Date = decision.Today,
            Reason = why,
            Fees = new NoticeFees { What = kind, Charged = order.Amount, Owed = order.Amount with { Amount = decision.Request.Balance() } },
        }).Decided();
    }

    /// <summary>Whether staff may charge something for the request.</summary>
    public static bool HasArrived(PatronRequest request) => request.ArrivedAt is not null && request.Status.Stage() switch
    {
        RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable or RequestStage.Closed => true,
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit => false,
    };

    internal static Refused<PatronRequest, RequestEvent>? AmountRefusal(DecisionBuilder decision, Money amount) =>
        LostItems.IsPrice(amount, decision.Policy.Fines) ? null : DecisionBuilder.Refuse(
            Refusal.WrongAmount,
            FormattableString.Invariant($"A fee is an amount of up to {decision.Policy.Fines.UnverifiedReplacement.Currency} {LostItems.DearestItem:0.00}."));

    private static LedgerKind KindOf(ManualFee fee) => fee switch
    {
        ManualFee.Damage => LedgerKind.Damage,
        ManualFee.Other => LedgerKind.Other,
    };
}
