namespace Hkall.Domain.Fees;

/// <summary>
/// Records every change of a patron's balance in our ledger and, once, in the circulation system, where patrons pay. Settlements go
/// into our ledger alone: the circulation system already has the payment.
/// </summary>
internal static class Recording
{
    public static DecisionBuilder Charge(DecisionBuilder decision, FeeCharged charged) => Record(decision.Record(charged));

    public static DecisionBuilder Credit(DecisionBuilder decision, RequestEvent credited) => Record(decision.Record(credited));

    private static DecisionBuilder Record(DecisionBuilder decision)
    {
        var line = decision.Request.Fees[^1];
        return decision.Enqueue(new RecordFee(line.Number, line.Kind, line.Amount, line.Reason));
    }

}
