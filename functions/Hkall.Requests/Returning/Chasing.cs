using Hkall.Requests.OnLoan;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Returning;

/// <summary>
/// Waits that only staff can end: a parcel that does not arrive, an item not sent back, a lender that gives no receipt.
/// Staff are put in mind a limited number of times; then the request ends with the reason on record.
/// </summary>
internal static class Chasing
{
    public static Decision Arrival(Draft draft)
    {
        if (draft.Request.Chased >= draft.Policy.ArrivalChases)
        {
            return draft.Request.Rota.Any(entry => entry.Standing == Standing.Waiting) && !draft.Request.Unwanted
                ? Asking.AskNext(draft.Then(new SupplierPassedOver(draft.Request.Supplier!.Symbol, "lost-in-transit"))).Decided()
                : Losing.TakenAsLost(draft, "lost-in-transit");
        }

        if (draft.Request is { Chased: 0, Unwanted: false })
        {
            draft.Tell(Notice.Delayed, new NoticeFacts { Library = draft.Request.Supplier?.Name });
        }

        return Chase(draft, Awaited.Arrival);
    }

    public static Decision SendingBack(Draft draft) => draft.Request.Chased < draft.Policy.SendingBackChases
        ? Chase(draft, Awaited.SendingBack)
        : WrittenOff(draft);

    public static Decision LenderReceipt(Draft draft) => draft.Request.Chased < draft.Policy.LenderReceiptChases
        ? Chase(draft, Awaited.LenderReceipt)
        : draft.Then(new LoanCompleted("lender-silent")).Decided();

    private static Decided Chase(Draft draft, Awaited about) => draft
        .Then(new StaffChased(about, draft.Request.Chased + 1))
        .WaitFor(about, draft.Policy.Chase)
        .Decided();

    /// <summary>Lost in our own hands: the lender must be told, the patron need not.</summary>
    private static Decided WrittenOff(Draft draft)
    {
        if (draft.Request.Supplier is { } supplier)
        {
            draft.Tell(supplier.Symbol, Word.Lost);
        }

        return draft.Then(new ItemLost("not-found-to-send-back")).Decided();
    }
}
