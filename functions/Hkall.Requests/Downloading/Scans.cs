using Hkall.Requests.Placing;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Downloading;

/// <summary>A scan reaches us: from the library's own system, or by the hand of staff.</summary>
internal static class Scans
{
    public static Decision Arrive(Draft draft, ScanArrived news, RotaEntry sender)
    {
        if (draft.Request.Service == ServiceType.Loan)
        {
            return draft.SetAside(news, "The item was asked for, not a scan.");
        }

        return draft.Request.Status switch
        {
            // A scan from a library that we gave up on is as good as one from the library asked now, even when none was left to ask.
            RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling
                or RequestStatus.InReview or RequestStatus.Unfilled => Ready(draft.Hear(news), sender, news.Scan),
            RequestStatus.AwaitingDeclaration => draft.SetAside(news, "No library has been asked yet."),
            RequestStatus.ReadyToDownload => draft.SetAside(news, "The scan is already here."),
            RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
                or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning => draft.SetAside(news, "The item itself was supplied."),
            RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Lost =>
                draft.SetAside(news, "The request is closed."),
        };
    }

    public static Decision SupplyByHand(Draft draft, SupplyScan order)
    {
        if (draft.Request.Service == ServiceType.Loan)
        {
            return new Refused(Refusal.NotACopy, "The request is for a loan, not for a copy.");
        }

        return draft.Request.Status switch
        {
            RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling => draft.Request.Supplier is { } supplier
                ? Ready(draft, supplier, order.Scan)
                : new Refused(Refusal.NoSupplierAsked, "No library has been asked."),
            RequestStatus.InReview or RequestStatus.AwaitingDeclaration => new Refused(Refusal.NoSupplierAsked, "No library has been asked."),
            RequestStatus.ReadyToDownload => new Refused(Refusal.TooLate, "A scan is already here."),
            RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
                or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning => new Refused(Refusal.TooLate, "The item itself was supplied."),
            RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
                new Refused(Refusal.AlreadyClosed, "The request is closed."),
        };
    }

    private static Decided Ready(Draft draft, RotaEntry sender, Scan scan)
    {
        if (draft.Request.Supplier is { } other && other.Symbol != sender.Symbol)
        {
            draft.Then(new SupplierPassedOver(other.Symbol, "another-library-supplied")).Tell(other.Symbol, Word.Cancel);
        }

        var until = draft.Today.AddDays(draft.Policy.DownloadDays);
        draft.Then(new ScanSupplied(sender.Symbol, scan, draft.Policy.DownloadsAllowed, until))
            .Tell(Notice.ReadyToDownload, new NoticeFacts { Library = sender.Name, Date = until, Downloads = draft.Policy.DownloadsAllowed })
            .Tell(sender.Symbol, Word.Received)
            .Measure(sender.Symbol);
        return Downloads.WaitForDownload(draft).Decided();
    }
}
