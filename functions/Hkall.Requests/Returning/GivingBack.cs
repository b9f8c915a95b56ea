using Hkall.Requests.Fees;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Returning;

/// <summary>From the patron's hands back to the lender's shelf.</summary>
internal static class GivingBack
{
    public static Decision CheckIn(Draft draft) => draft.Request.Status switch
    {
        RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled => CheckedIn(Returned(draft), "returned"),
        RequestStatus.LibraryUse => CheckedIn(draft, "consulted"),

        // Nobody took it at the office.
        RequestStatus.OutForDelivery => Delivering.Receiving.Shelve(draft).Decided(),
        RequestStatus.Lost => CheckedIn(Found(draft), "found"),
        RequestStatus.ReadyForPickup => new Refused(Refusal.NotWithPatron, "The item is on the hold shelf; nobody has checked it out."),
        RequestStatus.Returning => new Refused(Refusal.NotWithPatron, "The item has already been checked in."),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit =>
            new Refused(Refusal.NotWithPatron, "The item has not reached us; receive it first."),
        RequestStatus.ReadyToDownload => new Refused(Refusal.NotWithPatron, "A copy is not returned."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>The good news is for a patron who had the item; one whom it never reached would not know what was returned.</summary>
    private static Draft Found(Draft draft)
    {
        var fees = LostItems.Refund(draft);
        return draft.Request.Loan?.DueOn is null
            ? draft
            : draft.Tell(Notice.Returned, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = draft.Today, Reason = "found", Fees = fees });
    }

    /// <summary>From the patron's hands: late or not, this is the last day that counts.</summary>
    private static Draft Returned(Draft draft)
    {
        var fine = Fines.Charge(draft, "returned-late");
        var facts = new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = draft.Today };
        return draft.Tell(Notice.Returned, fine is null ? facts : facts with { Fees = new NoticeFees { Fine = fine.Amount, FineDays = fine.Days, Owed = fine.Amount with { Amount = draft.Request.Balance() } } });
    }

    private static Decided CheckedIn(Draft draft, string why) => draft
        .Then(new ItemCheckedIn(why))
        .WaitFor(Awaited.SendingBack, draft.Policy.SendingBack)
        .Decided();

    public static Decision SendBack(Draft draft) => draft.Request.Status switch
    {
        RequestStatus.Returning => draft.Request.SentBackAt is null
            ? SentBack(draft)
            : new Refused(Refusal.NothingToSendBack, "The item has already been sent back."),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit or RequestStatus.ReadyToDownload =>
            new Refused(Refusal.NothingToSendBack, "No item has been received."),
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse => new Refused(Refusal.NothingToSendBack, "The item waits for its patron."),
        RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled =>
            new Refused(Refusal.NothingToSendBack, "The item is with the patron; check it in first."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    private static Decided SentBack(Draft draft)
    {
        draft.Then(new ItemSentBack());
        return draft.Request.Supplier is { } supplier
            ? draft.Tell(supplier.Symbol, Word.Returned).WaitFor(Awaited.LenderReceipt, draft.Policy.LenderReceipt.For(supplier.Tier)).Decided()
            : draft.WaitFor(Awaited.LenderReceipt, draft.Policy.LenderReceipt.Overseas).Decided();
    }

    /// <summary>The lender has it again. Its word is final even where our desk has not recorded the sending: patrons return items at other libraries' counters.</summary>
    public static Decision LenderReceived(Draft draft, SupplierNews news) => draft.Request.Status switch
    {
        RequestStatus.Returning => draft.Hear(news).Then(new LoanCompleted("lender-received")).Decided(),
        RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled => Returned(draft.Hear(news))
            .Then(new LoanCompleted("returned-to-lender"))
            .Decided(),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse =>
            draft.SetAside(news, "The item is on its way to us, or on our shelf."),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.ReadyToDownload =>
            draft.SetAside(news, "Nothing has been lent."),
        RequestStatus.Lost => Found(draft.Hear(news)).Then(new LoanCompleted("returned-to-lender")).Decided(),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled =>
            draft.SetAside(news, "The request is closed."),
    };
}
