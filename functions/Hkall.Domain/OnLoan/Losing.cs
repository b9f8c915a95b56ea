using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.OnLoan;

/// <summary>Items that are lost or come back damaged. A loss closes the request; if the item turns up, checking it in reopens the request.</summary>
internal static class Losing
{
    public static Decision<PatronRequest, RequestEvent> Lose(
        DecisionBuilder decision, DeclareLost order) => order.ReplacementCost is not { } cost ? Lost(decision, order)
        : LostItems.InFineCurrency(cost, decision.Book) is not { } price
            ? DecisionBuilder.Refuse(Refusal.NoRate, $"There is no rate for {cost.Currency}: enter one, or the price in {ExchangeRates.Own}.")
        : !LostItems.IsPrice(price, decision.Policy.Fines)
            ? DecisionBuilder.Refuse(Refusal.WrongAmount, FormattableString.Invariant(
                $"A replacement charge is an amount of up to {decision.Policy.Fines.UnverifiedReplacement.Currency} {LostItems.DearestItem:0.00}."))
        : Lost(decision, order with { ReplacementCost = price });

    private static Decision<PatronRequest, RequestEvent> Lost(DecisionBuilder decision, DeclareLost order) => decision.Request.Status.Stage() switch
    {
        RequestStage.InTransit => decision.Request.Parts is { Here.Count: > 0 }
            ? DecisionBuilder.Refuse(Refusal.NothingToLose, "Parts of it are here: say that the rest does not come.")
            : OnTheWay(decision.Record(new NoteAdded("staff", order.Note)).Message(decision.Request.Supplier!.Symbol, RequestingAction.Lost)),
        RequestStage.AtLibrary when !decision.Request.Unwanted && Asking.CanAskAnother(decision.Request) => AskAnother(decision, order.Note),
        RequestStage.Returning when Recalling.GoesOn(decision.Request) => AskAnother(decision, order.Note),
        RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning =>
            TakenAsLost(NotSuppliedYet(decision.Record(new NoteAdded("staff", order.Note))), ReasonCode.DeclaredByStaff, order.ReplacementCost),
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.Downloadable =>
            DecisionBuilder.Refuse(Refusal.NothingToLose, "Nothing has been lent."),
        RequestStage.Closed =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>An item lost on our shelf was not supplied to its patron.</summary>
    private static DecisionBuilder NotSuppliedYet(DecisionBuilder decision) =>
        decision.Request.Status.Stage() == RequestStage.AtLibrary ? SupplyCharges.GiveBack(decision) : decision;

    /// <summary>Lost here before the patron had it: another library may still help.</summary>
    private static Decided<PatronRequest, RequestEvent> AskAnother(DecisionBuilder decision, string note) =>
        Asking.AskAnother(decision.Record(new NoteAdded("staff", note)), ReasonCode.LostHere, RequestingAction.Lost);

    public static Decision<PatronRequest, RequestEvent> Damage(DecisionBuilder decision, DeclareDamaged order) => decision.Request.Status.Stage() switch
    {
        RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning =>
            Damaged(decision.Record(new ItemDamaged(order.Note)), order.Note),
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.Downloadable =>
            DecisionBuilder.Refuse(Refusal.NothingToLose, "Nothing has been lent."),
        RequestStage.Closed =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>We tell the lender at once, whoever has the item: it may want a picture, or the item back as it is.</summary>
    private static Decided<PatronRequest, RequestEvent> Damaged(DecisionBuilder decision, string note) =>
        (decision.Request.Supplier is { } lender ? decision.Message(lender.Symbol, RequestingAction.Damaged, note) : decision).Decided();

    public static Decided<PatronRequest, RequestEvent> TakenAsLost(DecisionBuilder decision, StatedReason why, Money? replacementCost = null)
    {
        if (decision.Request.Supplier is { } supplier)
        {
            decision.Message(supplier.Symbol, RequestingAction.Lost);
        }

        return Ended(decision, why, LostItems.Charge(decision, why, replacementCost));
    }

    /// <summary>Sends no "lost" to a lender whose item is here in part.</summary>
    public static DecisionBuilder TellOfLoss(DecisionBuilder decision) =>
        decision.Request.Parts is { Here.Count: > 0 } ? decision : decision.Message(decision.Request.Supplier!.Symbol, RequestingAction.Lost);

    /// <summary>The parcel does not come. Of an item in several parts, the parts here are all there will be.</summary>
    public static Decided<PatronRequest, RequestEvent> OnTheWay(DecisionBuilder decision) => decision.Request.Parts is { Here.Count: > 0 }
        ? Parting.WithoutTheRest(decision)

        // The parcel never reached us: another library may still help, unless the patron no longer waits for the item.
        : !decision.Request.Unwanted && decision.Request.Rota.Any(entry => entry.Standing == RotaStatus.Waiting)
            ? Asking.AskAnother(decision, ReasonCode.LostInTransit, farewell: null)
            : Ended(decision, ReasonCode.LostInTransit);

    /// <summary>The lender reports the item as lost.</summary>
    public static Decision<PatronRequest, RequestEvent> LenderLost(DecisionBuilder decision, LenderLost news) => decision.Request.Status.Stage() switch
    {
        RequestStage.InTransit => OnTheWay(decision.MarkReceived(news)),
        RequestStage.Returning => Ended(decision.MarkReceived(news), ReasonCode.LostOnTheWayBack),
        RequestStage.Preparing => decision.Discard(news, "No library has been asked yet."),
        RequestStage.Sourcing or RequestStage.Withdrawing => Promises.Decline(decision, news, ReasonCode.Lost),
        RequestStage.AtLibrary or RequestStage.WithPatron =>
            decision.Discard(news, "The item is here or with the patron; staff see to it."),
        RequestStage.Downloadable or RequestStage.Closed =>
            decision.Discard(news, "The request is closed, or nothing was lent."),
    };

    /// <summary>A patron who returned the item, or no longer wanted it, gets no mail about its loss.</summary>
    private static Decided<PatronRequest, RequestEvent> Ended(DecisionBuilder decision, StatedReason why, NoticeFees? fees = null)
    {
        if (decision.Request is { Unwanted: false, Status: not RequestStatus.Returning })
        {
            var told = decision.Request.Status.Stage() == RequestStage.AtLibrary ? ReasonCode.BeforePickup : why;
            var dueOn = why == ReasonCode.NotReturned ? decision.Request.Loan?.DueOn : null;
            decision.Notify(Notice.Lost, new NoticeFacts { Library = decision.Request.Supplier?.Name, Date = dueOn, Reason = told, Fees = fees });
        }

        return decision.Record(new ItemLost(why)).Decided();
    }
}
