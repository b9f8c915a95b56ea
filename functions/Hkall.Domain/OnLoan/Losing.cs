using Hkall.Domain.Charging;
using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.OnLoan;

/// <summary>Items that are lost or come back damaged. A loss ends the request; should the item turn up, checking it in takes the request up again.</summary>
internal static class Losing
{
    public static Decision Lose(DecisionBuilder decision, DeclareLost order) => order.ReplacementCost is { } cost && !LostItems.IsPrice(cost, decision.Policy.Fines)
        ? new Refused(Refusal.WrongAmount, FormattableString.Invariant(
            $"A replacement charge is an amount of up to {decision.Policy.Fines.UnverifiedReplacement.Currency} {LostItems.DearestItem:0.00}."))
        : Lost(decision, order);

    private static Decision Lost(DecisionBuilder decision, DeclareLost order) => decision.Request.Status switch
    {
        RequestStatus.InTransit => decision.Request.Parts is { Here.Count: > 0 }
            ? new Refused(Refusal.NothingToLose, "Parts of it are here: say that the rest does not come.")
            : OnTheWay(decision.Record(new NoteAdded("staff", order.Note)).Message(decision.Request.Supplier!.Symbol, RequestingAction.Lost)),
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse or RequestStatus.OnLoan
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning =>
            TakenAsLost(decision.Record(new NoteAdded("staff", order.Note)), "declared-by-staff", order.ReplacementCost),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.ReadyToDownload =>
            new Refused(Refusal.NothingToLose, "Nothing has been lent."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    public static Decision Damage(DecisionBuilder decision, DeclareDamaged order) => decision.Request.Status switch
    {
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse or RequestStatus.OnLoan
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning =>
            Damaged(decision.Record(new ItemDamaged(order.Note)), order.Note),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.ReadyToDownload =>
            new Refused(Refusal.NothingToLose, "Nothing has been lent."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>Whose item it is hears of it at once, whoever has it: it may want a picture, or the item back as it is.</summary>
    private static Decided Damaged(DecisionBuilder decision, string note) =>
        (decision.Request.Supplier is { } lender ? decision.Message(lender.Symbol, RequestingAction.Damaged, note) : decision).Decided();

    public static Decided TakenAsLost(DecisionBuilder decision, string why, Money? replacementCost = null)
    {
        if (decision.Request.Supplier is { } supplier)
        {
            decision.Message(supplier.Symbol, RequestingAction.Lost);
        }

        return Ended(decision, why, LostItems.Charge(decision, why, replacementCost));
    }

    /// <summary>A lender whose item is here in part does not hear that it is lost.</summary>
    public static DecisionBuilder TellOfLoss(DecisionBuilder decision) => decision.Request.Parts is { Here.Count: > 0 } ? decision : decision.Message(decision.Request.Supplier!.Symbol, RequestingAction.Lost);

    /// <summary>What is on its way does not come. Of an item in several parts, those that are here are what there is.</summary>
    public static Decided OnTheWay(DecisionBuilder decision) => decision.Request.Parts is { Here.Count: > 0 }
        ? Parting.WithoutTheRest(decision)

        // The parcel never reached us: another library may still help, unless nobody waits for it any more.
        : !decision.Request.Unwanted && decision.Request.Rota.Any(entry => entry.Standing == RotaStatus.Waiting)
            ? Asking.AskAnother(decision, "lost-in-transit", farewell: null)
            : Ended(decision, "lost-in-transit");

    /// <summary>The lender says that it is lost.</summary>
    public static Decision LenderLost(DecisionBuilder decision, LenderLost news) => decision.Request.Status switch
    {
        RequestStatus.InTransit => OnTheWay(decision.MarkReceived(news)),
        RequestStatus.Returning => Ended(decision.MarkReceived(news), "lost-on-the-way-back"),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => decision.Discard(news, "No library has been asked yet."),
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling => Promises.Decline(decision, news, "lost"),
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse or RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled =>
            decision.Discard(news, "The item is here or with the patron; staff see to it."),
        RequestStatus.ReadyToDownload or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            decision.Discard(news, "The request is closed, or nothing was lent."),
    };

    /// <summary>A patron who gave the item back, or no longer wanted it, has nothing to do with its loss and is not worried with it.</summary>
    private static Decided Ended(DecisionBuilder decision, string why, NoticeFees? fees = null)
    {
        if (decision.Request is { Unwanted: false, Status: not RequestStatus.Returning })
        {
            decision.Notify(Notice.Lost, new NoticeFacts { Library = decision.Request.Supplier?.Name, Reason = why, Fees = fees });
        }

        return decision.Record(new ItemLost(why)).Decided();
    }
}
