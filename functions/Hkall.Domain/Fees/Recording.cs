namespace Hkall.Domain.Fees;

/// <summary>
/// Every change of what the patron owes goes into our ledger and, once, into the circulation system's, where money is taken.
/// What was settled does not: it was paid there.
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
