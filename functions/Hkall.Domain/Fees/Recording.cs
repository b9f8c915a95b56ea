namespace Hkall.Domain.Fees;

/// <summary>
/// Records every change of a patron's balance in our ledger and, once, in the circulation system, where patrons pay. Settlements go
/// into our ledger alone: the circulation system already has the payment.
/// </summary>
internal static class Recording
{
    public static DecisionBuilder Charge(DecisionBuilder decision, FeeCharged charged) => Record(decision.Record(charged));

    public static DecisionBuilder Credit(DecisionBuilder decision, RequestEvent credited) => Record(decision.Record(credited));

    /// <summary>Gives a fee back: what is still owed on it is taken off, and what was paid is paid back. What was waived stays waived.</summary>
    public static (decimal TakenOff, decimal PaidBack) GiveBack(DecisionBuilder decision, LedgerLine fee, StatedReason why)
    {
        var (owed, paid) = (decision.Request.BalanceOf(fee.Number), decision.Request.PaidOn(fee.Number));
        if (owed > 0)
        {
            Credit(decision, new FeeTakenOff(fee.Number, fee.Amount with { Amount = owed }, why));
        }

        if (paid > 0)
        {
            Credit(decision, new FeePaidBack(fee.Number, fee.Amount with { Amount = paid }, why));
        }

        return (owed, paid);
    }

    private static DecisionBuilder Record(DecisionBuilder decision)
    {
        var line = decision.Request.Fees[^1];
        return decision.Enqueue(new RecordFee(line.Number, line.Kind, line.Amount, line.Reason));
    }
}
