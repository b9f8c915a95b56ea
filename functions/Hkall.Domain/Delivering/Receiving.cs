using Hkall.Domain.Accounts;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Delivering;

/// <summary>From the parcel's arrival to the patron's check-out.</summary>
internal static class Receiving
{
    public static Decision<PatronRequest, RequestEvent> Receive(DecisionBuilder decision, ReceiveItem order)
    {
        if (decision.Request.Service == ServiceType.Copy)
        {
            return DecisionBuilder.Refuse(Refusal.NotExpected, "A scan was asked for; no item is expected.");
        }

        var senders = ParcelSenders.Of(decision.Request);
        if (decision.Request.ToAskByHand is { } unasked && (senders.Count == 0 || order.From == unasked))
        {
            return DecisionBuilder.Refuse(Refusal.AskFirst, $"Record first that {unasked} was asked.");
        }

        if (senders.Count > 0 && SenderRefusal(decision.Request, senders, order.From) is { } refused)
        {
            return refused;
        }

        if (order is { LenderDueOn: { } slip, Sure: false } && slip < decision.Today)
        {
            return DecisionBuilder.Refuse(
                Refusal.DateNotPossible, "The date on the slip is past. Correct it, or say that the slip really says so (sure).");
        }

        var overtook = Overtaken(decision.Request, order);
        return decision.Request.Status.Stage() switch
        {
            RequestStage.InTransit =>
                Come(order.From is null || order.From == decision.Request.Supplier!.Symbol ? decision : Unannounced(decision, order), order),

            // The parcel overtook the message that announces it, or the patron's decision. We take in what is here.
            RequestStage.Sourcing => Come(Unannounced(decision, order), order, overtook),

            // The parcel crossed the patron's cancellation. Like an announced parcel that did, it is still theirs.
            RequestStage.Withdrawing => Come(
                Unannounced(
                    decision.Notify(Notice.CancelRefused, new NoticeFacts { Library = decision.Request.Supplier!.Name, Reason = ReasonCode.Shipped }), order),
                    order),

            RequestStage.Preparing => DecisionBuilder.Refuse(Refusal.NotExpected, "No library has been asked for it."),
            RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
                    DecisionBuilder.Refuse(Refusal.NotExpected, "The item has already been received."),
            RequestStage.Closed when decision.Request.Status == RequestStatus.Lost =>
                DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The item was taken as lost; check it in as found, and it goes back to its lender."),
            RequestStage.Closed =>
                DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed; an item that arrives now is sent back to its lender."),
        };
    }

    /// <summary>Who a parcel is from decides which library is thanked, measured and gets the item back, so it is never guessed.</summary>
    private static Refused<PatronRequest, RequestEvent>? SenderRefusal(PatronRequest request, IReadOnlyList<RotaEntry> senders, string? from) =>
        from is null
            ? ParcelSenders.Inferred(request) is not null ? null : DecisionBuilder.Refuse(
                Refusal.WhichLibrary, $"The parcel may be from {string.Join(" or ", senders.Select(sender => sender.Symbol))}: say whose it is (symbol).")
            : senders.Any(sender => sender.Symbol == from) ? null : DecisionBuilder.Refuse(
                Refusal.OtherLibrary,
                $"The item is expected from {string.Join(" or ", senders.Select(sender => sender.Symbol))}. A parcel from {from} is to be sent back.");

    /// <summary>The status to go back to if the receipt turns out to be a mistake; null if too much followed from it.</summary>
    private static RequestStatus? Overtaken(PatronRequest request, ReceiveItem order) =>
        request is { Status: RequestStatus.Sourcing or RequestStatus.Expected, Conditions: null }
            && (order.From is null || order.From == request.Supplier!.Symbol)
            ? request.Status : null;

    private static Decision<PatronRequest, RequestEvent> Come(
        DecisionBuilder decision, ReceiveItem order, RequestStatus? overtook = null) => order.Parts is null && decision.Request.Parts is null
        ? Arrived(decision, order, overtook)
        : Parting.Next(decision, order);

    /// <summary>Only one library supplies at a time: if another was faster than the one asked now, that one is told.</summary>
    private static DecisionBuilder Unannounced(DecisionBuilder decision, ReceiveItem order)
    {
        if (decision.Request.Supplier is not { Symbol: var asked })
        {
            // The next library was to be asked by hand, and one before it sent the item after all.
            var sender = order.From ?? ParcelSenders.Inferred(decision.Request)!.Symbol;
            return Shipped(decision.Record(new SupplierPassedOver(decision.Request.ToAskByHand!, ReasonCode.AnotherLibrarySupplied)), sender, order);
        }

        if (order.From is null || order.From == asked)
        {
            return StatedCharges.KeepUndecided(decision, supplier => Shipped(decision, supplier.Symbol, order));
        }

        decision.Record(new SupplierPassedOver(asked, ReasonCode.AnotherLibrarySupplied)).Message(asked, RequestingAction.Cancel);
        return Shipped(decision, order.From, order);
    }

    private static DecisionBuilder Shipped(DecisionBuilder decision, string symbol, ReceiveItem order) =>
        decision.Record(new ItemShipped(
            symbol, order.LenderDueOn ?? NotedDueDate(decision.Request, symbol), order.LibraryUseOnly ?? false, decision.Request.Unwanted));

    private static DateOnly? NotedDueDate(PatronRequest request, string symbol) => request.Rota.FirstOrDefault(entry => entry.Symbol == symbol)?.DueOn;

    internal static Decided<PatronRequest, RequestEvent> Arrived(DecisionBuilder decision, ReceiveItem order, RequestStatus? overtook = null)
    {
        var supplier = decision.Request.Supplier!;
        var (libraryUseOnly, lenderDueOn) = AsOnSlip(decision, order);
        decision.Labelled(order.Barcode).Message(supplier.Symbol, RequestingAction.Received).Measure(supplier.Symbol);
        if (decision.Request.Unwanted)
        {
            decision.Record(new ItemCheckedIn(ReasonCode.NotWanted));

            // The library has sent what the patron ordered at an accepted charge, and no other mail would say what they owe. If its lender
            // wants it back, the patron owes nothing: the lender took away what it supplied.
            var owed = decision.Request.Loan is { Recalled: true } ? null : SupplyCharges.Charge(decision);
            return (owed is null ? decision : SupplyCharges.Tell(decision, owed)).SetDeadline(DeadlineKind.SendingBack, decision.Policy.SendingBack).Decided();
        }

        var until = libraryUseOnly ? ConsultUntil(decision, lenderDueOn, supplier.Tier) : PickupUntil(decision);
        decision.Record(new ItemReceived(until, libraryUseOnly) { Overtook = overtook });
        var fees = SupplyCharges.Charge(decision);
        if (decision.Request.Office is not null && !libraryUseOnly)
        {
            return WarnOfLender(OfficeDelivery.Send(decision, fees)).Decided();
        }

        decision.Notify(
            Notice.ReadyForPickup,
            new NoticeFacts
            {
                Library = supplier.Name,
                Date = until,
                LibraryUseOnly = libraryUseOnly,
                Fees = fees,
                Office = libraryUseOnly ? decision.Request.Office : null,
                ShortLoanUntil = libraryUseOnly ? null : ShortLoanUntil(decision),
            });
        return WarnOfLender(WaitForPatron(decision)).Decided();
    }

    /// <summary>The terms on the slip in the parcel, if it has any.</summary>
    internal static (bool LibraryUseOnly, DateOnly? LenderDueOn) AsOnSlip(DecisionBuilder decision, ReceiveItem order)
    {
        var loan = decision.Request.Loan ?? new Loan();
        var (libraryUseOnly, lenderDueOn) = (order.LibraryUseOnly ?? loan.LibraryUseOnly, order.LenderDueOn ?? loan.LenderDueOn);
        if (lenderDueOn != loan.LenderDueOn || libraryUseOnly != loan.LibraryUseOnly)
        {
            decision.Record(new ItemShipped(decision.Request.Supplier!.Symbol, lenderDueOn, libraryUseOnly, decision.Request.Unwanted));
        }

        return (libraryUseOnly, lenderDueOn);
    }

    /// <summary>The item is back from an office, or never went there: it waits at the counter as long as any other, and the patron reads why.</summary>
    internal static DecisionBuilder Shelve(DecisionBuilder decision)
    {
        var until = PickupUntil(decision);
        decision.Record(new ItemReceived(until, LibraryUseOnly: false))
            .Notify(
                Notice.ReadyForPickup,
                new NoticeFacts
                {
                    Library = decision.Request.Supplier?.Name,
                    Date = until,
                    Reason = ReasonCode.NotDelivered,
                    Office = decision.Request.Office,
                    ShortLoanUntil = ShortLoanUntil(decision),
                });
        return WarnOfLender(WaitForPatron(decision));
    }

    /// <summary>No hold expires on a day on which the counter is closed, or later than the item has to go back to its lender.</summary>
    internal static DateOnly PickupUntil(DecisionBuilder decision)
    {
        var ours = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(decision.Policy.PickupDays));
        return decision.Request is { Loan.LenderDueOn: { } lender, Supplier: { } supplier }
            ? DueDates.NotAfterLender(decision, ours, lender, supplier.Tier)
            : ours;
    }

    /// <summary>An item that its lender expects back too soon is still offered to the patron; staff can ask the lender for a later date.</summary>
    private static DecisionBuilder WarnOfLender(DecisionBuilder decision) =>
        decision.Request is { Loan.LenderDueOn: { } lender, Supplier: { } supplier }
        && (DueDates.LeavesNoDay(decision, lender, supplier.Tier) || ShortLoanUntil(decision) is not null)
            ? decision.Record(new StaffAlerted(ReasonCode.LenderDueSoon))
            : decision;

    /// <summary>The due date of a check-out today, if its lender's date leaves the patron only a few days.</summary>
    internal static DateOnly? ShortLoanUntil(DecisionBuilder decision) =>
        decision.Request is { Loan: { LenderDueOn: not null, LibraryUseOnly: false } } && DueDates.For(decision) is var dueOn
        && decision.Calendar.WorkingDaysBetween(decision.Today, dueOn) < decision.Policy.ShortLoanWorkingDays
            ? dueOn
            : null;

    private static DateOnly ConsultUntil(DecisionBuilder decision, DateOnly? lenderDueOn, Tier tier)
    {
        var ours = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(decision.Policy.LibraryUseDays));
        return lenderDueOn is { } due ? DueDates.NotAfterLender(decision, ours, due, tier) : ours;
    }

    internal static DecisionBuilder WaitForPatron(DecisionBuilder decision)
    {
        var shelf = decision.Request.Shelf!;
        var reminder = decision.Calendar.StartOf(decision.Calendar.AddWorkingDays(shelf.Until, -decision.Policy.PickupReminderWorkingDays));
        return !shelf.Reminded && reminder > decision.Now
            ? decision.SetDeadline(DeadlineKind.PickupReminder, reminder)
            : decision.SetDeadline(DeadlineKind.PickupExpiry, decision.Calendar.EndOf(shelf.Until));
    }

    public static Decision<PatronRequest, RequestEvent> RemindOfPickup(DecisionBuilder decision)
    {
        // If we are too late even for the shelf date, the expiry mail is enough.
        if (decision.Now >= decision.Calendar.EndOf(decision.Request.Shelf!.Until))
        {
            return ExpirePickup(decision);
        }

        decision.Record(new PickupReminded())
            .Notify(Notice.PickupReminder, new NoticeFacts
            {
                Library = decision.Request.Supplier?.Name,
                Date = decision.Request.Shelf!.Until,
                LibraryUseOnly = decision.Request.Status == RequestStatus.LibraryUse,
            });
        return WaitForPatron(decision).Decided();
    }

    public static Decision<PatronRequest, RequestEvent> ExpirePickup(DecisionBuilder decision) => decision
        .Notify(
            Notice.PickupExpired,
            new NoticeFacts
            {
                Library = decision.Request.Supplier?.Name,
                Date = decision.Request.Shelf!.Until,
                LibraryUseOnly = decision.Request.Status == RequestStatus.LibraryUse
            })
        .Record(new PickupExpired(ReasonCode.NotCollected))
        .SetDeadline(DeadlineKind.SendingBack, decision.Policy.SendingBack)
        .Decided();

    public static Decision<PatronRequest, RequestEvent> CheckOut(DecisionBuilder decision, CheckOutItem order) => decision.Request.Status.Stage() switch
    {
        RequestStage.AtLibrary when decision.Request.Status is RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery =>
            order is { Blocked: { } block, Sure: false }
                ? DecisionBuilder.Refuse(Refusal.Blocked, $"{ForStaff(block)} Say that you are sure (sure) to check the item out all the same.")
                : CheckedOut(decision, order.CardUntil),
        RequestStage.AtLibrary =>
            DecisionBuilder.Refuse(Refusal.LibraryUseOnly, "The lending library does not let this item out; it can be consulted at the counter."),
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit =>
            DecisionBuilder.Refuse(Refusal.NotOnShelf, "The item has not been received yet."),
        RequestStage.WithPatron =>
            DecisionBuilder.Refuse(Refusal.NotOnShelf, "The item is already checked out."),
        RequestStage.Returning => DecisionBuilder.Refuse(Refusal.NotOnShelf, "The item is on its way back to its lender."),
        RequestStage.Downloadable => DecisionBuilder.Refuse(Refusal.NotOnShelf, "A copy is downloaded, not checked out."),
        RequestStage.Closed =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    private static string ForStaff(Block block) => block.Code == Blocks.CardExpired
        ? "The patron’s Library card has expired."
        : "The Library no longer lends to the patron.";

    private static Decided<PatronRequest, RequestEvent> CheckedOut(DecisionBuilder decision, DateOnly? cardUntil)
    {
        var (dueOn, why) = DueDates.Limited(decision, cardUntil);
        decision.Record(new ItemCheckedOut(dueOn, decision.Today) { RenewalsAllowed = decision.Policy.RenewalsAllowed, LimitedBy = why });
        decision.Notify(
            Notice.CheckedOut, new NoticeFacts { Library = decision.Request.Supplier?.Name, Date = dueOn, RenewBy = Renewal.OfferedUntil(decision) });
        return DueDates.WaitForReturn(decision).Decided();
    }
}
