using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Returning;

/// <summary>From the patron's return to the lender's receipt.</summary>
internal static class GivingBack
{
    public static Decision<PatronRequest, RequestEvent> CheckIn(DecisionBuilder decision) => decision.Request.Status.Stage() switch
    {
        RequestStage.WithPatron => CheckedIn(Returned(decision), ReasonCode.Returned),
        RequestStage.AtLibrary when decision.Request.Status == RequestStatus.LibraryUse => CheckedIn(decision, ReasonCode.Consulted),

        // The office did not take it.
        RequestStage.AtLibrary when decision.Request.Status == RequestStatus.OutForDelivery => Receiving.Shelve(decision).Decided(),
        RequestStage.Closed when decision.Request is { Status: RequestStatus.Lost, Parts.Here.Count: > 1 } =>
            DecisionBuilder.Refuse(Refusal.BarcodeRequired, "It comes in several parts: check in each part that has turned up by its barcode."),
        RequestStage.Closed when decision.Request.Status == RequestStatus.Lost => CheckedIn(Found(decision), ReasonCode.Found),
        RequestStage.AtLibrary => DecisionBuilder.Refuse(Refusal.NotWithPatron, "The item is on the hold shelf; nobody has checked it out."),
        RequestStage.Returning => DecisionBuilder.Refuse(Refusal.NotWithPatron, "The item has already been checked in."),
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit =>
            DecisionBuilder.Refuse(Refusal.NotWithPatron, "The item has not reached us; receive it first."),
        RequestStage.Downloadable => DecisionBuilder.Refuse(Refusal.NotWithPatron, "A copy is not returned."),
        RequestStage.Closed =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    public static Decision<PatronRequest, RequestEvent> CheckInPart(DecisionBuilder decision, CheckInPart order)
    {
        if (decision.Request is not
            {
                Parts: { Here.Count: > 1 } parts,
                Status: RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.LibraryUse or RequestStatus.Lost
            })
        {
            return CheckIn(decision);
        }

        if (parts.Back.Contains(order.Barcode))
        {
            return decision.Ignored("This part is back already.");
        }

        return !parts.Here.Contains(order.Barcode)
            ? DecisionBuilder.Refuse(Refusal.NotWithPatron, "This is none of its parts.")
            : parts.Back.Count + 1 == parts.Here.Count
                ? decision.Request.Status == RequestStatus.Lost ? CheckedIn(Found(decision), ReasonCode.Found) : CheckIn(decision)
                : PartIsBack(decision, order.Barcode);
    }

    private static Decided<PatronRequest, RequestEvent> PartIsBack(DecisionBuilder decision, string barcode)
    {
        var wasLost = decision.Request.Status == RequestStatus.Lost;
        decision.Record(new PartReturned(barcode));
        return decision.Request.Loan?.DueOn is null
            ? decision.Decided()
            : decision.Notify(
                Notice.Returned,
                new NoticeFacts
                {
                    Library = decision.Request.Supplier?.Name,
                    Date = decision.Today,
                    Reason = wasLost ? ReasonCode.Found : null,
                    PartBack = barcode,
                }).Decided();
    }

    /// <summary>Only a patron who had the item gets this mail; another would not know what was returned.</summary>
    private static DecisionBuilder Found(DecisionBuilder decision)
    {
        var fees = LostItems.Refund(decision);
        return decision.Request.Loan?.DueOn is null
            ? decision
            : decision.Notify(
                Notice.Returned, new NoticeFacts { Library = decision.Request.Supplier?.Name, Date = decision.Today, Reason = ReasonCode.Found, Fees = fees });
    }

    /// <summary>The patron returned the item, late or not; the fine counts up to today.</summary>
    private static DecisionBuilder Returned(DecisionBuilder decision)
    {
        var fine = Fines.Charge(decision, ReasonCode.ReturnedLate);
        var facts = new NoticeFacts { Library = decision.Request.Supplier?.Name, Date = decision.Today };
        return decision.Notify(
            Notice.Returned,
            fine is null
                ? facts : facts with
                {
                    Fees = new NoticeFees
                    {
                        Fine = fine.Amount,
                        FineDays = fine.Days,
                        Owed = fine.Amount with { Amount = decision.Request.Balance() }
                    }
                });
    }

    private static Decided<PatronRequest, RequestEvent> CheckedIn(DecisionBuilder decision, StatedReason why) => decision
        .Record(new ItemCheckedIn(why))
        .SetDeadline(DeadlineKind.SendingBack, decision.Policy.SendingBack)
        .Decided();

    public static Decision<PatronRequest, RequestEvent> SendBack(DecisionBuilder decision) => decision.Request.Status.Stage() switch
    {
        RequestStage.Returning => decision.Request.SentBackAt is null
            ? SentBack(decision)
            : DecisionBuilder.Refuse(Refusal.NothingToSendBack, "The item has already been sent back."),
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit or RequestStage.Downloadable =>
            DecisionBuilder.Refuse(Refusal.NothingToSendBack, "No item has been received."),
        RequestStage.AtLibrary =>
            DecisionBuilder.Refuse(Refusal.NothingToSendBack, "The item waits for its patron."),
        RequestStage.WithPatron =>
            DecisionBuilder.Refuse(Refusal.NothingToSendBack, "The item is with the patron; check it in first."),
        RequestStage.Closed when decision.Request is
        {
            Status: RequestStatus.Lost, SentBackAt: null, Parts.Back: { Count: > 0 } back, Supplier: { } lender
        } => SomeSentBack(decision, lender, back),
        RequestStage.Closed =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>The item counts as lost, and some of its parts are here. Its lender hears which it gets back, and what is owed for the rest stands.</summary>
    private static Decided<PatronRequest, RequestEvent> SomeSentBack(DecisionBuilder decision, RotaEntry lender, IReadOnlyList<string> back) => decision
        .Record(new ItemSentBack())
        .Message(
            lender.Symbol,
            RequestingAction.Correction,
            $"We said that the item was lost. These parts of it are on their way back to you: {string.Join(", ", back)}. The others are still lost.")
        .Decided();

    private static Decided<PatronRequest, RequestEvent> SentBack(DecisionBuilder decision)
    {
        decision.Record(new ItemSentBack());
        if (Recalling.GoesOn(decision.Request))
        {
            return Asking.AskAnother(decision, ReasonCode.Recalled, RequestingAction.Returned);
        }

        return decision.Request.Supplier is { } supplier
            ? decision.Message(supplier.Symbol, RequestingAction.Returned)
                .SetDeadline(DeadlineKind.LenderReceipt, decision.Policy.LenderReceipt.For(supplier.Tier)).Decided()
            : decision.SetDeadline(DeadlineKind.LenderReceipt, decision.Policy.LenderReceipt.Overseas).Decided();
    }

    /// <summary>
    /// The lender has the item. Its confirmation is final even if our staff have not recorded the sending: patrons return items at
    /// other libraries' counters.
    /// </summary>
    public static Decision<PatronRequest, RequestEvent> LenderReceived(DecisionBuilder decision, SupplierNews news) => decision.Request.Status.Stage() switch
    {
        RequestStage.Returning => Recalling.GoesOn(decision.Request)
            ? Asking.AskAnother(decision.MarkReceived(news), ReasonCode.Recalled, farewell: null)
            : decision.MarkReceived(news).Record(new LoanCompleted(ReasonCode.LenderReceived)).Decided(),
        RequestStage.WithPatron => Returned(decision.MarkReceived(news))
            .Record(new LoanCompleted(ReasonCode.ReturnedToLender))
            .Decided(),
        RequestStage.InTransit or RequestStage.AtLibrary =>
            decision.Discard(news, "The item is on its way to us, or on our shelf."),
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.Downloadable =>
            decision.Discard(news, "Nothing has been lent."),
        RequestStage.Closed when decision.Request is { Status: RequestStatus.Lost, Parts: { Here.Count: > 1, Back.Count: > 0 } } =>
            decision.Discard(news, "Only some of its parts were sent back; staff see to the others."),
        RequestStage.Closed when decision.Request.Status == RequestStatus.Lost =>
            Found(decision.MarkReceived(news)).Record(new LoanCompleted(ReasonCode.ReturnedToLender)).Decided(),
        RequestStage.Closed =>
            decision.Discard(news, "The request is closed."),
    };
}
