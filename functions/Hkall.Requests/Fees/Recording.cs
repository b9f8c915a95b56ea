namespace Hkall.Requests.Fees;

/// <summary>
/// Every change of what the patron owes goes into our ledger and, once, into the circulation system's, where money is taken.
/// What was settled does not: it was paid there.
/// </summary>
internal static class Recording
{
    public static Draft Charge(Draft draft, FeeCharged charged) => Record(draft.Then(charged));

    public static Draft Credit(Draft draft, RequestEvent credited) => Record(draft.Then(credited));

    private static Draft Record(Draft draft)
    {
        var line = draft.Request.Fees[^1];
        return draft.Do(new RecordFee(line.Number, line.Kind, line.Amount, line.Reason));
    }

}
