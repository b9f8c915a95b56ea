using Hkall.Domain.Calendar;
using Hkall.Domain.Delivering;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Returning;

/// <summary>
/// Waits that only staff can end: a parcel that does not arrive, an item not sent back, a lender that confirms no receipt. Staff are
/// reminded a limited number of times; then the request closes with the reason recorded.
/// </summary>
internal static class Chasing
{
    public static Decision<PatronRequest, RequestEvent> Arrival(DecisionBuilder decision)
    {
        if (decision.Request.Chased >= decision.Policy.ArrivalChases)
        {
            return Losing.OnTheWay(Losing.TellOfLoss(decision));
        }

        if (decision.Request is { Chased: 0, Unwanted: false })
        {
            decision.Notify(Notice.Delayed, new NoticeFacts { Library = decision.Request.Supplier?.Name });
        }

        if (decision.Request is { Chased: 0, Supplier: { } lender })
        {
            decision.Message(lender.Symbol, RequestingAction.AskStatus);
        }

        return Chase(decision, DeadlineKind.Arrival);
    }

    /// <summary>Staff found no library in all that time: we tell the patron, who need not wait any longer.</summary>
    public static Decision<PatronRequest, RequestEvent> Review(DecisionBuilder decision) => decision.Request.Chased < decision.Policy.ReviewChases
        ? Chase(decision, DeadlineKind.Review)
        : Escalating.FurtherSearch.Close(decision);

    public static Decision<PatronRequest, RequestEvent> FurtherSearch(DecisionBuilder decision) => decision.Request.Chased < decision.Policy.FurtherSearchChases
        ? Chase(decision, DeadlineKind.FurtherSearch)
        : Escalating.FurtherSearch.Close(decision);

    /// <summary>Nobody asked the library: the next one is asked, so that the patron does not wait for us alone.</summary>
    public static Decision<PatronRequest, RequestEvent> AskingByHand(DecisionBuilder decision) => decision.Request.Chased < decision.Policy.AskingByHandChases
        ? Chase(decision, DeadlineKind.AskingByHand, decision.Policy.AskingByHand)
        : ByHand.PassOver(decision, ReasonCode.NotAsked);

    /// <summary>The office did not take the item, or the delivery did not go out: the item waits at the counter instead.</summary>
    public static Decision<PatronRequest, RequestEvent> OfficeDelivery(
        DecisionBuilder decision) => decision.Request.Chased < decision.Policy.OfficeDeliveryChases
        ? Chase(decision, DeadlineKind.OfficeDelivery, decision.Policy.OfficeDelivery)
        : Receiving.Shelve(decision).Decided();

    public static Decision<PatronRequest, RequestEvent> SendingBack(DecisionBuilder decision) => decision.Request.Chased < decision.Policy.SendingBackChases
        ? Chase(decision, DeadlineKind.SendingBack)
        : Recalling.GoesOn(decision.Request)
            ? Supplying.Asking.AskAnother(decision, ReasonCode.LostHere, RequestingAction.Lost)
            : Losing.TakenAsLost(decision, ReasonCode.NotFoundToSendBack);

    public static Decision<PatronRequest, RequestEvent> LenderReceipt(DecisionBuilder decision) => decision.Request.Chased < decision.Policy.LenderReceiptChases
        ? Chase(decision, DeadlineKind.LenderReceipt)
        : decision.Record(new LoanCompleted(ReasonCode.LenderSilent)).Decided();

    private static Decided<PatronRequest, RequestEvent> Chase(DecisionBuilder decision, DeadlineKind about, ResponseWindow? again = null) => decision
        .Record(new StaffChased(about, decision.Request.Chased + 1))
        .SetDeadline(about, again ?? decision.Policy.Chase)
        .Decided();
}
