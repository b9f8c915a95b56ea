using Hkall.Domain.Model;

namespace Hkall.Domain.Fees;

/// <summary>Staff record a payment or waive a fee, on any request, open or closed.</summary>
public static class SettlingRules
{
    /// <summary>The most parts in which a fee may be settled or waived; the last takes the rest. People read a ledger, and one row stores it.</summary>
    public const int MostParts = 10;

    internal static Decision<PatronRequest, RequestEvent> Settle(DecisionBuilder decision, SettleFee order) =>
        Check(decision, order.Fee, order.Amount, (fee, amount) =>
            Tell(decision.Record(new FeeSettled(order.Fee, amount, order.Reason)), Notice.FeeSettled, order.Reason, fee, new NoticeFees { Paid = amount }));

    internal static Decision<PatronRequest, RequestEvent> Waive(DecisionBuilder decision, WaiveFee order) =>
        Check(decision, order.Fee, order.Amount, (fee, amount) =>
            Tell(Recording.Credit(decision, new FeeWaived(order.Fee, amount, order.Reason) { ProposedBy = order.ProposedBy }),
                Notice.FeeWaived, order.Reason, fee, new NoticeFees { Waived = amount }));

    /// <summary>Mails the patron the amount, the reason that staff wrote and the balance.</summary>
    private static DecisionBuilder Tell(DecisionBuilder decision, Notice notice, string reason, LedgerLine fee, NoticeFees what) =>
        decision.Notify(notice, new NoticeFacts
        {
            Library = decision.Request.Supplier?.Name,
            Date = decision.Today,
            Reason = StatedReason.InWords(reason),
            Fees = what with
            {
                What = fee.Kind,
                Left = fee.Amount with { Amount = decision.Request.BalanceOf(fee.Number) },
                Owed = fee.Amount with { Amount = decision.Request.Balance() },
            },
        });

    private static Decision<PatronRequest, RequestEvent> Check(DecisionBuilder decision, int number, Money? part, Func<LedgerLine, Money, DecisionBuilder> rule)
    {
        if (decision.Request.FindFee(number) is not { } fee)
        {
            return DecisionBuilder.Refuse(Refusal.NoSuchFee, "The request has no such fee.");
        }

        var owed = decision.Request.BalanceOf(number);
        if (owed == 0)
        {
            return DecisionBuilder.Refuse(Refusal.NothingOwed, "Nothing is owed on this fee any more.");
        }

        var amount = part ?? fee.Amount with { Amount = owed };
        if (amount.Currency != fee.Amount.Currency || amount.Amount <= 0 || amount.Amount > owed || decimal.Round(amount.Amount, 2) != amount.Amount)
        {
            return DecisionBuilder.Refuse(
                Refusal.WrongAmount, FormattableString.Invariant($"Of this fee {fee.Amount.Currency} {owed:0.00} is owed; the amount is at most that."));
        }

        var parts = decision.Request.Fees.Count(line => line.Of == number && !line.Kind.IsFee());
        return amount.Amount < owed && parts >= MostParts
            ? DecisionBuilder.Refuse(Refusal.WrongAmount, $"This fee has been settled or waived in {parts} parts; the rest is settled or waived at once.")
            : rule(fee, amount).Decided();
    }
}
