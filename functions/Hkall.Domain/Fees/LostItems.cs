using Hkall.Domain.Model;

namespace Hkall.Domain.Fees;

/// <summary>What a lost item costs the patron who had it, and what they get back when it turns up.</summary>
internal static class LostItems
{
    /// <summary>The highest charge that staff may enter; a larger amount is more likely a typing mistake.</summary>
    public const decimal DearestItem = 100_000;

    /// <summary>A patron who did not have the item does not pay for it.</summary>
    /// <param name="cost">The price of another copy, if known.</param>
    public static NoticeFees? Charge(DecisionBuilder decision, StatedReason why, Money? cost)
    {
        if (!decision.Request.Status.IsWithPatron())
        {
            return null;
        }

        var policy = decision.Policy.Fines;
        var fine = Fines.Charge(decision, why);
        var replacement = cost ?? policy.UnverifiedReplacement;
        Recording.Charge(decision, new FeeCharged(LedgerKind.Replacement, replacement, why));
        if (policy.ProcessingFee.Amount > 0)
        {
            Recording.Charge(decision, new FeeCharged(LedgerKind.Processing, policy.ProcessingFee, why));
        }

        return new NoticeFees
        {
            Fine = fine?.Amount,
            FineDays = fine?.Days,
            Replacement = replacement,
            Processing = policy.ProcessingFee.Amount > 0 ? policy.ProcessingFee : null,
            FoundBy = decision.Today.AddDays(policy.RefundDays),
            Owed = replacement with { Amount = decision.Request.Balance() },
        };
    }

    public static bool IsPrice(Money cost, FinePolicy policy) =>
        cost.Currency == policy.UnverifiedReplacement.Currency && cost.Amount is > 0 and <= DearestItem && decimal.Round(cost.Amount, 2) == cost.Amount;

    /// <summary>The item has turned up, so its charges are cancelled. The fine stands: the item was late.</summary>
    /// <returns>The fees for the mail; null if nothing was charged.</returns>
    public static NoticeFees? Refund(DecisionBuilder decision)
    {
        var policy = decision.Policy.Fines;
        var charges = decision.Request.Fees.Where(line => line.Kind.IsFee()).ToList();
        if (charges.Count == 0)
        {
            return null;
        }

        decimal takenOff = 0, paidBack = 0;
        foreach (var fee in charges.Where(line => IsGivenBack(line, decision)))
        {
            var (owed, paid) = (decision.Request.BalanceOf(fee.Number), decision.Request.PaidOn(fee.Number));
            if (owed > 0)
            {
                Recording.Credit(decision, new FeeTakenOff(fee.Number, fee.Amount with { Amount = owed }, ReasonCode.Found));
            }

            if (paid > 0)
            {
                Recording.Credit(decision, new FeePaidBack(fee.Number, fee.Amount with { Amount = paid }, ReasonCode.Found));
            }

            (takenOff, paidBack) = (takenOff + owed, paidBack + paid);
        }

        var currency = policy.UnverifiedReplacement;
        return new NoticeFees
        {
            TakenOff = takenOff > 0 ? currency with { Amount = takenOff } : null,
            PaidBack = paidBack > 0 ? currency with { Amount = paidBack } : null,
            Owed = currency with { Amount = decision.Request.Balance() },
        };
    }

    private static bool IsGivenBack(LedgerLine line, DecisionBuilder decision) =>
        decision.Today.DayNumber - decision.Calendar.DateOf(line.At).DayNumber <= decision.Policy.Fines.RefundDays
        && line.Kind switch
        {
            LedgerKind.Replacement => true,
            LedgerKind.Processing => decision.Policy.Fines.RefundProcessing,
            LedgerKind.OverdueFine or LedgerKind.Settlement or LedgerKind.Waiver or LedgerKind.TakenOff or LedgerKind.PaidBack => false,
        };
}
