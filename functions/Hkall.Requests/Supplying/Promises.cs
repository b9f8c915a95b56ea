using Hkall.Requests.Cancelling;
using Hkall.Requests.Downloading;
using Hkall.Requests.Placing;

namespace Hkall.Requests.Supplying;

/// <summary>"We will supply" and "we cannot".</summary>
internal static class Promises
{
    public static Decision Promise(Draft draft, SupplierNews news, RotaEntry sender)
    {
        if (news is CopyReady { Address: not null } && draft.Request.Service == ServiceType.Copy && !(sender.IsActive && draft.Request.Status == RequestStatus.Sourcing))
        {
            return Fetching.Located(draft, (CopyReady)news);
        }

        if (!sender.IsActive)
        {
            // A scan that is ready may still come, and would be taken.
            return news is CopyReady ? draft.SetAside(news, $"{news.Symbol} is no longer asked.") : NoLongerAsked(draft, news);
        }

        if (news is CopyReady && draft.Request.Service == ServiceType.Loan)
        {
            return draft.SetAside(news, "The item was asked for, not a scan.");
        }

        return draft.Request.Status switch
        {
            RequestStatus.Sourcing => Promised(draft, news, sender),
            RequestStatus.Expected => draft.SetAside(news, $"{news.Symbol} has already promised it."),
            RequestStatus.InReview or RequestStatus.AwaitingDeclaration => draft.SetAside(news, "No library has been asked yet."),
            RequestStatus.AwaitingCostDecision => draft.SetAside(news, "The patron has yet to accept the charge."),
            RequestStatus.Cancelling => draft.SetAside(news, "The patron has cancelled; the answer to that is awaited."),
            RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
                or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
                draft.SetAside(news, $"{news.Symbol} has already supplied it."),
            RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
                draft.SetAside(news, "The request is closed."),
        };
    }

    /// <summary>It was told when we stopped waiting, and says yes all the same: it is told again, before it takes the item off the shelf for nobody.</summary>
    private static Ignored NoLongerAsked(Draft draft, SupplierNews news) =>
        draft.Tell(news.Symbol, Word.Cancel).SetAside(news, $"{news.Symbol} is no longer asked, and has been told so again.");

    private static Decided Promised(Draft draft, SupplierNews news, RotaEntry sender)
    {
        Expect(draft.Hear(news), sender);
        if (news is Conditional)
        {
            draft.Tell(sender.Symbol, Word.AcceptCondition);
        }

        if (news is CopyReady { Address: { } address })
        {
            Fetching.Begin(draft, sender.Symbol, address);
        }

        return draft.Decided();
    }

    /// <summary>The library will supply: the patron hears when, and it is waited for.</summary>
    internal static Draft Expect(Draft draft, RotaEntry supplier)
    {
        var estimate = Asking.EstimateFrom(draft, supplier);
        return WaitForIt(draft
            .Then(new SupplierPromised(supplier.Symbol, estimate))
            .Tell(Notice.ItemExpected, new NoticeFacts { Library = supplier.Name, Estimate = estimate }), supplier);
    }

    internal static Draft WaitForIt(Draft draft, RotaEntry supplier) => draft.Request.Service switch
    {
        ServiceType.Loan => draft.WaitFor(Awaited.Shipment, draft.Policy.Shipment.For(supplier.Tier), supplier),
        ServiceType.Copy => draft.WaitFor(Awaited.Scan, draft.Policy.Scan.For(supplier.Tier), supplier),
    };

    /// <summary>A promise is not a parcel: an item may be missing from the shelf, so a "no" is heard after a "yes" too.</summary>
    public static Decision Decline(Draft draft, SupplierNews news, string why) => draft.Request.Status switch
    {
        // A library that named conditions still waits for our answer, which is no; one that said no itself waits for nothing.
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected =>
            Asking.AskAnother(draft.Hear(news), why, farewell: news is Conditional ? Word.Cancel : null),
        RequestStatus.Cancelling => Withdrawing.Confirmed(draft, news),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => draft.SetAside(news, "No library has been asked yet."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            draft.SetAside(news, $"{news.Symbol} has already supplied it."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            draft.SetAside(news, "The request is closed."),
    };
}
