using Hkall.Requests.Placing;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Cancelling;

/// <summary>The patron no longer needs it (seed: "please cancel the request as soon as possible"). Once shipped, it can only come and go back.</summary>
internal static class Withdrawing
{
    public static Decision Cancel(Draft draft, CancelRequest order) => draft.Request.Status switch
    {
        RequestStatus.Sourcing or RequestStatus.Expected when draft.Request.Supplier is { WouldNotCancel: true } library =>
            new Refused(Refusal.TooLate, $"{library.Name} was asked to cancel and is supplying it all the same. If it does not come, no other library is asked."),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.Sourcing or RequestStatus.Expected => Asked(draft, order.By),

        // The library offered and waits for our word. A "no" to an offer needs no answer, and must not become an order by one.
        RequestStatus.AwaitingCostDecision => Cancelled(
            draft.Then(new CancelAsked(order.By)).Tell(draft.Request.Supplier!.Symbol, Word.Cancel), WhyOf(order.By)),
        RequestStatus.Cancelling => draft.Ignored("The cancellation is already on its way."),
        RequestStatus.Cancelled => draft.Ignored("It has already been cancelled."),
        RequestStatus.InTransit => new Refused(Refusal.TooLate, "The item is already on its way here. It need not be collected: it goes back when its pickup date has passed."),
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse =>
            new Refused(Refusal.TooLate, "The item is already here. It need not be collected: it goes back when its pickup date has passed."),
        RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled => new Refused(Refusal.TooLate, "The item is checked out; it is returned, not cancelled."),
        RequestStatus.Returning => new Refused(Refusal.TooLate, "The item is already on its way back."),
        RequestStatus.ReadyToDownload => new Refused(Refusal.TooLate, "The file has already been supplied."),
        RequestStatus.Completed or RequestStatus.Unfilled or RequestStatus.Lost => new Refused(Refusal.TooLate, "The request is already closed."),
    };

    private static Decided Asked(Draft draft, Who by)
    {
        draft.Then(new CancelAsked(by));
        return draft.Request.Supplier is { } supplier
            ? draft.Tell(supplier.Symbol, Word.Cancel).WaitFor(Awaited.CancelAnswer, draft.Policy.CancelAnswer, supplier).Decided()
            : Cancelled(draft, WhyOf(by));
    }

    private static string WhyOf(Who by) => by switch
    {
        Who.Patron => "by-patron",
        Who.Staff => "by-staff",
    };

    /// <summary>The library agrees, or has nothing to send.</summary>
    public static Decision Confirmed(Draft draft, SupplierNews news) => draft.Request.Status switch
    {
        RequestStatus.Cancelling => Cancelled(draft.Hear(news), "agreed-by-library"),

        // A library that cancels what we did not ask it to cancel will not supply.
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected => Promises.Decline(draft, news, "cancelled-by-library"),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => draft.SetAside(news, "No library has been asked yet."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            draft.SetAside(news, $"{news.Symbol} has already supplied it."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            draft.SetAside(news, "The request is closed."),
    };

    public static Decision Declined(Draft draft, CancelDeclined news)
    {
        if (draft.Request.Status != RequestStatus.Cancelling)
        {
            return draft.SetAside(news, "No cancellation is awaited.");
        }

        var supplier = draft.Request.Supplier!;
        draft.Hear(news)
            .Then(new CancelRefused(supplier.Symbol, news.Reason ?? "being-supplied"))
            .Tell(Notice.CancelRefused, new NoticeFacts { Library = supplier.Name, Reason = "being-supplied" });
        return draft.Request.Service switch
        {
            ServiceType.Loan => draft.WaitFor(Awaited.Shipment, draft.Policy.Shipment.For(supplier.Tier), supplier).Decided(),
            ServiceType.Copy => draft.WaitFor(Awaited.Scan, draft.Policy.Scan.For(supplier.Tier), supplier).Decided(),
        };
    }

    /// <summary>No answer is taken as agreement. Should a parcel come all the same, it is followed and sent back.</summary>
    public static Decision SupplierSilent(Draft draft) => Cancelled(draft, "supplier-silent");

    /// <summary>The one library that would not let it go does not supply it after all; nobody else is asked for what nobody wants.</summary>
    public static Decided AfterAll(Draft draft) => Cancelled(draft, "cancelled-before");

    private static Decided Cancelled(Draft draft, string why) => draft
        .Then(new RequestCancelled(why))
        .Tell(Notice.Cancelled, new NoticeFacts())
        .Decided();
}
