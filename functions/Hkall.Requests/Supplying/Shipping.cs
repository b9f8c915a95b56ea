using Hkall.Requests.Delivering;
using Hkall.Requests.Placing;

namespace Hkall.Requests.Supplying;

/// <summary>The item is on its way to us.</summary>
internal static class Shipping
{
    public static Decision Ship(Draft draft, Shipped news, RotaEntry sender)
    {
        if (draft.Request.Service == ServiceType.Copy)
        {
            return draft.SetAside(news, "A scan was asked for, not the item.");
        }

        return draft.Request.Status switch
        {
            RequestStatus.AwaitingDeclaration => draft.SetAside(news, "No library has been asked yet."),
            RequestStatus.Sourcing or RequestStatus.Expected => OnItsWay(draft, news, sender, unwanted: false),

            // The parcel crossed the patron's cancellation. It is still theirs: they may want it now that it comes.
            RequestStatus.Cancelling => OnItsWay(
                draft.Tell(Notice.CancelRefused, new NoticeFacts { Library = sender.Name, Reason = "shipped" }), news, sender, unwanted: false),

            // Sent before the patron decided about a charge, which nobody has accepted; or by a library that we gave up on or that
            // never answered the cancellation.
            RequestStatus.AwaitingCostDecision or RequestStatus.InReview or RequestStatus.Unfilled => OnItsWay(
                draft.Tell(Notice.ItemExpected, new NoticeFacts { Library = sender.Name, Estimate = Asking.EstimateFrom(draft, sender) }), news, sender, unwanted: false),
            RequestStatus.Cancelled => OnItsWay(draft, news, sender, unwanted: true),

            RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
                or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning => sender.IsActive
                    ? draft.SetAside(news, $"{news.Symbol} has already supplied it.")
                    : draft.SetAside(news, $"Another library has supplied it: a parcel from {news.Symbol} is to be sent back."),
            RequestStatus.ReadyToDownload or RequestStatus.Completed or RequestStatus.Lost => sender.IsActive
                ? draft.SetAside(news, $"{news.Symbol} has already supplied it.")
                : draft.SetAside(news, $"The request is closed: a parcel from {news.Symbol} is to be sent back."),
        };
    }

    private static Decided OnItsWay(Draft draft, Shipped news, RotaEntry sender, bool unwanted)
    {
        draft.Hear(news);

        // One supplier at a time: whoever is asked now is told that another library was faster.
        if (draft.Request.Supplier is { } other && other.Symbol != sender.Symbol)
        {
            draft.Then(new SupplierPassedOver(other.Symbol, "another-library-supplied")).Tell(other.Symbol, Word.Cancel);
        }

        draft.Then(new ItemShipped(sender.Symbol, news.DueOn, news.LibraryUseOnly, unwanted));
        return (news.Parts is > 1 and var parts ? draft.Then(new PartsAnnounced(parts)) : draft)
            .WaitFor(Awaited.Arrival, draft.Policy.Transit.For(sender.Tier))
            .Decided();
    }
}
