using Hkall.Requests.Charging;
using Hkall.Requests.Delivering;
using Hkall.Requests.Fees;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.OnLoan;

/// <summary>Items that are lost or come back damaged. A loss ends the request; should the item turn up, checking it in takes the request up again.</summary>
internal static class Losing
{
    public static Decision Lose(Draft draft, DeclareLost order) => order.ReplacementCost is { } cost && !LostItems.IsPrice(cost, draft.Policy.Fines)
        ? new Refused(Refusal.WrongAmount, FormattableString.Invariant(
            $"A replacement charge is an amount of up to {draft.Policy.Fines.UnverifiedReplacement.Currency} {LostItems.DearestItem:0.00}."))
        : Lost(draft, order);

    private static Decision Lost(Draft draft, DeclareLost order) => draft.Request.Status switch
    {
        RequestStatus.InTransit => draft.Request.Parts is { Here.Count: > 0 }
            ? new Refused(Refusal.NothingToLose, "Parts of it are here: say that the rest does not come.")
            : OnTheWay(draft.Then(new NoteAdded("staff", order.Note)).Tell(draft.Request.Supplier!.Symbol, Word.Lost)),
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse or RequestStatus.OnLoan
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning =>
            TakenAsLost(draft.Then(new NoteAdded("staff", order.Note)), "declared-by-staff", order.ReplacementCost),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.ReadyToDownload =>
            new Refused(Refusal.NothingToLose, "Nothing has been lent."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    public static Decision Damage(Draft draft, DeclareDamaged order) => draft.Request.Status switch
    {
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse or RequestStatus.OnLoan
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning =>
            Damaged(draft.Then(new ItemDamaged(order.Note)), order.Note),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.ReadyToDownload =>
            new Refused(Refusal.NothingToLose, "Nothing has been lent."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>Whose item it is hears of it at once, whoever has it: it may want a picture, or the item back as it is.</summary>
    private static Decided Damaged(Draft draft, string note) =>
        (draft.Request.Supplier is { } lender ? draft.Tell(lender.Symbol, Word.Damaged, note) : draft).Decided();

    public static Decided TakenAsLost(Draft draft, string why, Money? replacementCost = null)
    {
        if (draft.Request.Supplier is { } supplier)
        {
            draft.Tell(supplier.Symbol, Word.Lost);
        }

        return Ended(draft, why, LostItems.Charge(draft, why, replacementCost));
    }

    /// <summary>A lender whose item is here in part does not hear that it is lost.</summary>
    public static Draft TellOfLoss(Draft draft) => draft.Request.Parts is { Here.Count: > 0 } ? draft : draft.Tell(draft.Request.Supplier!.Symbol, Word.Lost);

    /// <summary>What is on its way does not come. Of an item in several parts, those that are here are what there is.</summary>
    public static Decided OnTheWay(Draft draft) => draft.Request.Parts is { Here.Count: > 0 }
        ? Parting.WithoutTheRest(draft)

        // The parcel never reached us: another library may still help, unless nobody waits for it any more.
        : !draft.Request.Unwanted && draft.Request.Rota.Any(entry => entry.Standing == Standing.Waiting)
            ? Asking.AskAnother(draft, "lost-in-transit", farewell: null)
            : Ended(draft, "lost-in-transit");

    /// <summary>The lender says that it is lost.</summary>
    public static Decision LenderLost(Draft draft, LenderLost news) => draft.Request.Status switch
    {
        RequestStatus.InTransit => OnTheWay(draft.Hear(news)),
        RequestStatus.Returning => Ended(draft.Hear(news), "lost-on-the-way-back"),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => draft.SetAside(news, "No library has been asked yet."),
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling => Promises.Decline(draft, news, "lost"),
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse or RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled =>
            draft.SetAside(news, "The item is here or with the patron; staff see to it."),
        RequestStatus.ReadyToDownload or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            draft.SetAside(news, "The request is closed, or nothing was lent."),
    };

    /// <summary>A patron who gave the item back, or no longer wanted it, has nothing to do with its loss and is not worried with it.</summary>
    private static Decided Ended(Draft draft, string why, NoticeFees? fees = null)
    {
        if (draft.Request is { Unwanted: false, Status: not RequestStatus.Returning })
        {
            draft.Tell(Notice.Lost, new NoticeFacts { Library = draft.Request.Supplier?.Name, Reason = why, Fees = fees });
        }

        return draft.Then(new ItemLost(why)).Decided();
    }
}
