using Hkall.Requests.OnLoan;
using Hkall.Requests.Placing;
using Hkall.Requests.Renewing;
using Hkall.Requests.Returning;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Delivering;

/// <summary>From the parcel on our desk to the item in the patron's hands.</summary>
internal static class Receiving
{
    public static Decision Receive(Draft draft, ReceiveItem order)
    {
        if (draft.Request.Service == ServiceType.Copy)
        {
            return new Refused(Refusal.NotExpected, "A scan was asked for; no item is expected.");
        }

        return draft.Request.Status switch
        {
            RequestStatus.InTransit => Come(draft, order),

            // The parcel was faster than the message that announces it, or than the patron's decision: what is here is not refused.
            RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected => Come(Unannounced(draft, order), order),

            // It crossed the patron's cancellation, and is treated like an announced parcel that did: it is still theirs.
            RequestStatus.Cancelling => Come(
                Unannounced(draft.Tell(Notice.CancelRefused, new NoticeFacts { Library = draft.Request.Supplier!.Name, Reason = "shipped" }), order), order),

            RequestStatus.InReview or RequestStatus.AwaitingDeclaration => new Refused(Refusal.NotExpected, "No library has been asked for it."),
            RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse or RequestStatus.OnLoan or RequestStatus.Overdue
                or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload => new Refused(Refusal.NotExpected, "The item has already been received."),
            RequestStatus.Lost => new Refused(Refusal.AlreadyClosed, "The item was taken as lost; check it in as found, and it goes back to its lender."),
            RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled =>
                new Refused(Refusal.AlreadyClosed, "The request is closed; an item that arrives now is sent back to its lender."),
        };
    }

    private static Decision Come(Draft draft, ReceiveItem order) => order.Parts is null && draft.Request.Parts is null
        ? Arrived(draft, order)
        : Parting.Next(draft, order);

    private static Draft Unannounced(Draft draft, ReceiveItem order) =>
        draft.Then(new ItemShipped(draft.Request.Supplier!.Symbol, order.LenderDueOn, order.LibraryUseOnly ?? false, Unwanted: false));

    internal static Decided Arrived(Draft draft, ReceiveItem order)
    {
        var supplier = draft.Request.Supplier!;
        var (libraryUseOnly, lenderDueOn) = AsOnSlip(draft, order);
        draft.Labelled(order.Barcode).Tell(supplier.Symbol, Word.Received).Measure(supplier.Symbol);
        if (draft.Request.Unwanted)
        {
            return draft.Then(new ItemCheckedIn("not-wanted")).WaitFor(Awaited.SendingBack, draft.Policy.SendingBack).Decided();
        }

        var until = libraryUseOnly ? ConsultUntil(draft, lenderDueOn, supplier.Tier) : PickupUntil(draft);
        draft.Then(new ItemReceived(until, libraryUseOnly));
        if (draft.Request.Office is not null && !libraryUseOnly)
        {
            return OfficeDelivery.Send(draft).Decided();
        }

        draft.Tell(Notice.ReadyForPickup, new NoticeFacts { Library = supplier.Name, Date = until, LibraryUseOnly = libraryUseOnly });
        return WaitForPatron(draft).Decided();
    }

    /// <summary>The terms that the slip in the parcel gives, where it gives any.</summary>
    internal static (bool LibraryUseOnly, DateOnly? LenderDueOn) AsOnSlip(Draft draft, ReceiveItem order)
    {
        var loan = draft.Request.Loan ?? new Loan();
        var (libraryUseOnly, lenderDueOn) = (order.LibraryUseOnly ?? loan.LibraryUseOnly, order.LenderDueOn ?? loan.LenderDueOn);
        if (lenderDueOn != loan.LenderDueOn || libraryUseOnly != loan.LibraryUseOnly)
        {
            draft.Then(new ItemShipped(draft.Request.Supplier!.Symbol, lenderDueOn, libraryUseOnly, draft.Request.Unwanted));
        }

        return (libraryUseOnly, lenderDueOn);
    }

    /// <summary>Back from an office, or never brought there: it waits at the counter like any other, for as long.</summary>
    internal static Draft Shelve(Draft draft)
    {
        var until = PickupUntil(draft);
        draft.Then(new ItemReceived(until, LibraryUseOnly: false))
            .Tell(Notice.ReadyForPickup, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = until });
        return WaitForPatron(draft);
    }

    /// <summary>No hold expires on a day on which the counter is closed.</summary>
    private static DateOnly PickupUntil(Draft draft) =>
        draft.Calendar.WorkingDayOnOrAfter(draft.Today.AddDays(draft.Policy.PickupDays));

    private static DateOnly ConsultUntil(Draft draft, DateOnly? lenderDueOn, Tier tier)
    {
        var ours = draft.Calendar.WorkingDayOnOrAfter(draft.Today.AddDays(draft.Policy.LibraryUseDays));
        return lenderDueOn is { } due ? DueDates.NotAfterLender(draft, ours, due, tier) : ours;
    }

    private static Draft WaitForPatron(Draft draft)
    {
        var shelf = draft.Request.Shelf!;
        var reminder = draft.Calendar.StartOf(draft.Calendar.AddWorkingDays(shelf.Until, -draft.Policy.PickupReminderWorkingDays));
        return !shelf.Reminded && reminder > draft.Now
            ? draft.WaitFor(Awaited.PickupReminder, reminder)
            : draft.WaitFor(Awaited.PickupExpiry, draft.Calendar.EndOf(shelf.Until));
    }

    public static Decision RemindOfPickup(Draft draft)
    {
        // Where we come too late even for the shelf date, one mail says it.
        if (draft.Now >= draft.Calendar.EndOf(draft.Request.Shelf!.Until))
        {
            return ExpirePickup(draft);
        }

        draft.Then(new PickupReminded())
            .Tell(Notice.PickupReminder, new NoticeFacts
            {
                Library = draft.Request.Supplier?.Name,
                Date = draft.Request.Shelf!.Until,
                LibraryUseOnly = draft.Request.Status == RequestStatus.LibraryUse,
            });
        return WaitForPatron(draft).Decided();
    }

    public static Decision ExpirePickup(Draft draft) => draft
        .Tell(Notice.PickupExpired, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = draft.Request.Shelf!.Until, LibraryUseOnly = draft.Request.Status == RequestStatus.LibraryUse })
        .Then(new PickupExpired("not-collected"))
        .WaitFor(Awaited.SendingBack, draft.Policy.SendingBack)
        .Decided();

    public static Decision CheckOut(Draft draft) => draft.Request.Status switch
    {
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery => CheckedOut(draft),
        RequestStatus.LibraryUse => new Refused(Refusal.LibraryUseOnly, "The lending library does not let this item out; it can be consulted at the counter."),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit =>
            new Refused(Refusal.NotOnShelf, "The item has not been received yet."),
        RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled => new Refused(Refusal.NotOnShelf, "The item is already checked out."),
        RequestStatus.Returning => new Refused(Refusal.NotOnShelf, "The item is on its way back to its lender."),
        RequestStatus.ReadyToDownload => new Refused(Refusal.NotOnShelf, "A copy is downloaded, not checked out."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    private static Decided CheckedOut(Draft draft)
    {
        var dueOn = DueDates.For(draft);
        draft.Then(new ItemCheckedOut(dueOn, draft.Today));
        draft.Tell(Notice.CheckedOut, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = dueOn, RenewBy = Renewal.OfferedUntil(draft) });
        return DueDates.WaitForReturn(draft).Decided();
    }
}
