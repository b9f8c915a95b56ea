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

        // A deadline declares an item lost at the first instant of a day, and nobody is late on a day that has only begun.
        var on = why.Code == ReasonCode.NotReturned ? decision.Today.AddDays(-1) : decision.Today;
        var fine = Fines.Charge(decision, why, on);
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

    /// <returns>Null if there is no rate for its currency.</returns>
    public static Money? InFineCurrency(Money cost, RuleBook book) =>
        cost.Currency == book.Policy.Fines.UnverifiedReplacement.Currency ? cost : book.Rates.InHkd(cost);

    public static bool IsPrice(Money cost, FinePolicy policy) =>
        cost.Currency == policy.UnverifiedReplacement.Currency && cost.Amount is > 0 and <= DearestItem && Currencies.IsPayable(cost);

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
            var (owed, paid) = Recording.GiveBack(decision, fee, ReasonCode.Found);
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
            LedgerKind.OverdueFine or LedgerKind.SupplyCharge or LedgerKind.Damage or LedgerKind.Other or LedgerKind.Settlement or LedgerKind.Waiver
                or LedgerKind.TakenOff or LedgerKind.PaidBack => false,
        };
}
