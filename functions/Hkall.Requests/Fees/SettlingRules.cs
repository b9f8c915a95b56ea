using Hkall.Requests.Charging;

namespace Hkall.Requests.Fees;

/// <summary>Staff write down that a fee was paid, or do without it; of any request, open or closed.</summary>
public static class SettlingRules
{
    /// <summary>Parts in which a fee may be settled or waived; then the rest at once. A ledger is read by people, and stored in one row.</summary>
    public const int MostParts = 10;

    internal static Decision Settle(Draft draft, SettleFee order) =>
        Check(draft, order.Fee, order.Amount, (fee, amount) =>
            Tell(draft.Then(new FeeSettled(order.Fee, amount, order.Reason)), Notice.FeeSettled, order.Reason, fee, new NoticeFees { Paid = amount }));

    internal static Decision Waive(Draft draft, WaiveFee order) =>
        Check(draft, order.Fee, order.Amount, (fee, amount) =>
            Tell(Recording.Credit(draft, new FeeWaived(order.Fee, amount, order.Reason)), Notice.FeeWaived, order.Reason, fee, new NoticeFees { Waived = amount }));

    /// <summary>Whose money it is has it in writing, with the words of staff and what is left.</summary>
    private static Draft Tell(Draft draft, Notice notice, string reason, LedgerLine fee, NoticeFees what) => draft.Tell(notice, new NoticeFacts
    {
        Library = draft.Request.Supplier?.Name,
        Date = draft.Today,
        Reason = reason,
        Fees = what with
        {
            What = fee.Kind,
            Left = fee.Amount with { Amount = draft.Request.BalanceOf(fee.Number) },
            Owed = fee.Amount with { Amount = draft.Request.Balance() },
        },
    });

    private static Decision Check(Draft draft, int number, Money? part, Func<LedgerLine, Money, Draft> rule)
    {
        if (draft.Request.FindFee(number) is not { } fee)
        {
            return new Refused(Refusal.NoSuchFee, "The request has no such fee.");
        }

        var owed = draft.Request.BalanceOf(number);
        if (owed == 0)
        {
            return new Refused(Refusal.NothingOwed, "Nothing is owed on this fee any more.");
        }

        var amount = part ?? fee.Amount with { Amount = owed };
        if (amount.Currency != fee.Amount.Currency || amount.Amount <= 0 || amount.Amount > owed || decimal.Round(amount.Amount, 2) != amount.Amount)
        {
            return new Refused(Refusal.WrongAmount, FormattableString.Invariant($"Of this fee {fee.Amount.Currency} {owed:0.00} is owed; the amount is at most that."));
        }

        var parts = draft.Request.Fees.Count(line => line.Of == number && !line.Kind.IsFee());
        return amount.Amount < owed && parts >= MostParts
            ? new Refused(Refusal.WrongAmount, $"This fee has been settled or waived in {parts} parts; the rest is settled or waived at once.")
            : rule(fee, amount).Decided();
    }
}
