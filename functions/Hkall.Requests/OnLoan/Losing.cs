using Hkall.Requests.Supplying;

namespace Hkall.Requests.OnLoan;

/// <summary>Items that are lost or come back damaged. A loss ends the request; should the item turn up, checking it in takes the request up again.</summary>
internal static class Losing
{
    public static Decision Lose(Draft draft, DeclareLost order) => draft.Request.Status switch
    {
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.LibraryUse or RequestStatus.OnLoan
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning =>
            TakenAsLost(draft.Then(new NoteAdded("staff", order.Note)), "declared-by-staff"),
        RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.ReadyToDownload =>
            new Refused(Refusal.NothingToLose, "Nothing has been lent."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    public static Decision Damage(Draft draft, DeclareDamaged order) => draft.Request.Status switch
    {
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.LibraryUse or RequestStatus.OnLoan
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning =>
            draft.Then(new ItemDamaged(order.Note)).Decided(),
        RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.ReadyToDownload =>
            new Refused(Refusal.NothingToLose, "Nothing has been lent."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    public static Decided TakenAsLost(Draft draft, string why)
    {
        var supplier = draft.Request.Supplier;
        draft.Then(new ItemLost(why));
        if (supplier is not null)
        {
            draft.Tell(supplier.Symbol, Word.Lost);
        }

        return draft.Tell(Notice.Lost, new NoticeFacts { Library = supplier?.Name, Reason = why }).Decided();
    }

    /// <summary>The lender says that it is lost. Before it reached us another library may still help.</summary>
    public static Decision LenderLost(Draft draft, LenderLost news) => draft.Request.Status switch
    {
        RequestStatus.InTransit => draft.Request.Rota.Any(entry => entry.Standing == Standing.Waiting)
            ? Asking.AskNext(draft.Hear(news).Then(new SupplierPassedOver(news.Symbol, "lost-in-transit"))).Decided()
            : Told(draft.Hear(news), "lost-in-transit"),
        RequestStatus.Returning => Told(draft.Hear(news), "lost-on-the-way-back"),
        RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling => Promises.Decline(draft, news, "lost"),
        RequestStatus.ReadyForPickup or RequestStatus.LibraryUse or RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled =>
            draft.SetAside(news, "The item is here or with the patron; staff see to it."),
        RequestStatus.ReadyToDownload or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            draft.SetAside(news, "The request is closed, or nothing was lent."),
    };

    private static Decided Told(Draft draft, string why) => draft
        .Tell(Notice.Lost, new NoticeFacts { Library = draft.Request.Supplier?.Name, Reason = why })
        .Then(new ItemLost(why))
        .Decided();
}
