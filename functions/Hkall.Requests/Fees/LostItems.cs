using Hkall.Requests.Charging;

namespace Hkall.Requests.Fees;

/// <summary>What a lost item costs the patron who had it, and what is given back when it turns up.</summary>
internal static class LostItems
{
    /// <summary>The dearest item that staff may charge for without a mistake in the amount being likelier.</summary>
    public const decimal DearestItem = 100_000;

    /// <summary>Who did not have it does not pay for it.</summary>
    /// <param name="cost">The price of another copy where it is known.</param>
    public static NoticeFees? Charge(Draft draft, string why, Money? cost)
    {
        if (!draft.Request.Status.IsWithPatron())
        {
            return null;
        }

        var policy = draft.Policy.Fines;
        var fine = Fines.Charge(draft, why);
        var replacement = cost ?? policy.UnverifiedReplacement;
        Recording.Charge(draft, new FeeCharged(LedgerKind.Replacement, replacement, why));
        if (policy.ProcessingFee.Amount > 0)
        {
            Recording.Charge(draft, new FeeCharged(LedgerKind.Processing, policy.ProcessingFee, why));
        }

        return new NoticeFees
        {
            Fine = fine?.Amount,
            FineDays = fine?.Days,
            Replacement = replacement,
            Processing = policy.ProcessingFee.Amount > 0 ? policy.ProcessingFee : null,
            Owed = replacement with { Amount = draft.Request.Balance() },
        };
    }

    public static bool IsPrice(Money cost, FinePolicy policy) =>
        cost.Currency == policy.UnverifiedReplacement.Currency && cost.Amount is > 0 and <= DearestItem && decimal.Round(cost.Amount, 2) == cost.Amount;

    /// <summary>It has turned up: what it was charged for has not happened after all. The fine stands, for it was late.</summary>
    /// <returns>What the mail says of it; null where nothing was charged.</returns>
    public static NoticeFees? Refund(Draft draft)
    {
        var policy = draft.Policy.Fines;
        var charges = draft.Request.Fees.Where(line => line.Kind.IsFee()).ToList();
        if (charges.Count == 0)
        {
            return null;
        }

        decimal takenOff = 0, paidBack = 0;
        foreach (var fee in charges.Where(line => IsGivenBack(line, draft)))
        {
            var (owed, paid) = (draft.Request.BalanceOf(fee.Number), draft.Request.PaidOn(fee.Number));
            if (owed > 0)
            {
                Recording.Credit(draft, new FeeTakenOff(fee.Number, fee.Amount with { Amount = owed }, "found"));
            }

            if (paid > 0)
            {
                Recording.Credit(draft, new FeePaidBack(fee.Number, fee.Amount with { Amount = paid }, "found"));
            }

            (takenOff, paidBack) = (takenOff + owed, paidBack + paid);
        }

        var currency = policy.UnverifiedReplacement;
        return new NoticeFees
        {
            TakenOff = takenOff > 0 ? currency with { Amount = takenOff } : null,
            PaidBack = paidBack > 0 ? currency with { Amount = paidBack } : null,
            Owed = currency with { Amount = draft.Request.Balance() },
        };
    }

    private static bool IsGivenBack(LedgerLine line, Draft draft) =>
        draft.Today.DayNumber - draft.Calendar.DateOf(line.At).DayNumber <= draft.Policy.Fines.RefundDays
        && line.Kind switch
        {
            LedgerKind.Replacement => true,
            LedgerKind.Processing => draft.Policy.Fines.RefundProcessing,
            LedgerKind.OverdueFine or LedgerKind.Settlement or LedgerKind.Waiver or LedgerKind.TakenOff or LedgerKind.PaidBack => false,
        };
}
