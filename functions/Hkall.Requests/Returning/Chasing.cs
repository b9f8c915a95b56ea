using Hkall.Requests.Delivering;
using Hkall.Requests.OnLoan;

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
            return Losing.OnTheWay(Losing.TellOfLoss(draft));
        }

        if (draft.Request is { Chased: 0, Unwanted: false })
        {
            draft.Tell(Notice.Delayed, new NoticeFacts { Library = draft.Request.Supplier?.Name });
        }

        if (draft.Request is { Chased: 0, Supplier: { } lender })
        {
            draft.Tell(lender.Symbol, Word.AskStatus);
        }

        return Chase(draft, Awaited.Arrival);
    }

    /// <summary>Nobody found it in all that time: the patron hears so instead of waiting on.</summary>
    public static Decision Review(Draft draft) => draft.Request.Chased < draft.Policy.ReviewChases
        ? Chase(draft, Awaited.Review)
        : Escalating.FurtherSearch.Close(draft);

    public static Decision FurtherSearch(Draft draft) => draft.Request.Chased < draft.Policy.FurtherSearchChases
        ? Chase(draft, Awaited.FurtherSearch)
        : Escalating.FurtherSearch.Close(draft);

    /// <summary>An office that did not take it, or a trolley that did not go: it waits at the counter instead.</summary>
    public static Decision OfficeDelivery(Draft draft) => draft.Request.Chased < draft.Policy.OfficeDeliveryChases
        ? Chase(draft, Awaited.OfficeDelivery)
        : Receiving.Shelve(draft).Decided();

    public static Decision SendingBack(Draft draft) => draft.Request.Chased < draft.Policy.SendingBackChases
        ? Chase(draft, Awaited.SendingBack)
        : Losing.TakenAsLost(draft, "not-found-to-send-back");

    public static Decision LenderReceipt(Draft draft) => draft.Request.Chased < draft.Policy.LenderReceiptChases
        ? Chase(draft, Awaited.LenderReceipt)
        : draft.Then(new LoanCompleted("lender-silent")).Decided();

    private static Decided Chase(Draft draft, Awaited about) => draft
        .Then(new StaffChased(about, draft.Request.Chased + 1))
        .WaitFor(about, draft.Policy.Chase)
        .Decided();
}
