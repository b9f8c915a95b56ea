using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Tests.Kit;

/// <summary>The steps of a journey in the words of the desk: who does what next.</summary>
internal static class Journey
{
    public static ARequest Approved(this ARequest request) => request.And(new ApproveRequest());

    public static ARequest Declared(this ARequest request) => request.And(new SignDeclaration(Things.SignedDeclaration, Things.PatronsName));

    public static ARequest Quoted(this ARequest request, Money? cost = null) =>
        request.And(new Conditional(request.Supplier, request.NextMessageId, Cost: cost ?? Things.Charge));

    public static ARequest ChargeAccepted(this ARequest request) => request.And(new DecideCost(Accept: true, Cost: null));

    /// <summary>Its library would supply if nothing is copied from it.</summary>
    public static ARequest Conditioned(this ARequest request, Money? cost = null) =>
        request.And(new Conditional(request.Supplier, request.NextMessageId, ReasonCode.NoReproduction, cost) { Others = [ReasonCode.NoReproduction] });

    /// <summary>Its library says where the scan lies.</summary>
    public static ARequest ScanLocated(this ARequest request) =>
        request.And(new CopyReady(request.Supplier, request.NextMessageId, "https://library.example/scan"));

    public static ARequest ScanNotFound(this ARequest request) =>
        request.And(new ScanUnreachable(request.Supplier, request.NextMessageId, "There is a page and not a file."));

    /// <summary>Its scan is here, and nobody knows yet whether it is clean.</summary>
    public static ARequest ScanHeld(this ARequest request) =>
        request.And(new ScanArrived(request.Supplier, request.NextMessageId, Things.TheScan with { Unchecked = true }));

    public static ARequest ScanRejected(this ARequest request) =>
        request.And(new ScanRejected(request.Supplier, request.NextMessageId, "The file contains Eicar-Signature."));

    public static ARequest Promised(this ARequest request) => request.And(new WillSupply(request.Supplier, request.NextMessageId));

    public static ARequest Shipped(this ARequest request, string? dueOn = null, bool libraryUseOnly = false, Money? cost = null) => request.And(
        new Shipped(request.Supplier, request.NextMessageId, dueOn is null ? null : Libraries.Date(dueOn), libraryUseOnly) { Cost = cost });

    public static ARequest Received(this ARequest request) => request.And(new ReceiveItem());

    public static ARequest CheckedOut(this ARequest request) => request.And(new CheckOutItem());

    public static ARequest RenewalAsked(this ARequest request) => request.And(new RenewLoan(Blocked: null));

    public static ARequest RenewalGranted(this ARequest request, string? dueOn = null) => request.And(
        new RenewalGranted(request.Supplier, request.NextMessageId, dueOn is null ? null : Libraries.Date(dueOn)));

    public static ARequest RenewalDeclined(this ARequest request) => request.And(new RenewalDeclined(request.Supplier, request.NextMessageId));

    public static ARequest Renewed(this ARequest request) => request.RenewalAsked().RenewalGranted();

    public static ARequest Recalled(this ARequest request) => request.And(new Recall(request.Supplier, request.NextMessageId));

    public static ARequest CheckedIn(this ARequest request) => request.And(new CheckInItem());

    public static ARequest SentBack(this ARequest request) => request.And(new SendItemBack());

    public static ARequest BackWithItsLender(this ARequest request) => request.And(new LenderReceived(request.Supplier, request.NextMessageId));

    public static ARequest DeclaredLost(this ARequest request) => request.And(new DeclareLost("nowhere to be found"));

    public static ARequest Settled(this ARequest request, int fee) => request.And(new SettleFee(fee, null, "paid at the counter"));

    public static ARequest CancelAsked(this ARequest request) => request.And(new CancelRequest(Who.Patron));

    public static ARequest Unwanted(this ARequest request) => request.And(new DeclareUnwanted(Who.Patron));

    public static ARequest CancelConfirmed(this ARequest request) => request.And(new CancelConfirmed(request.Supplier, request.NextMessageId));

    public static ARequest Declined(this ARequest request) => request.And(new Unfilled(request.Supplier, request.NextMessageId));

    public static ARequest Reported(this ARequest request) => request.And(new ReportScan(ScanFault.Unreadable, Who.Patron));

    public static ARequest GivenUp(this ARequest request) => request.And(new GiveUpSearch());

    public static ARequest Scanned(this ARequest request) => request.And(new ScanArrived(request.Supplier, request.NextMessageId, Things.TheScan));

    public static ARequest Downloaded(this ARequest request, int times)
    {
        for (var i = 0; i < times; i++)
        {
            request = request.And(new DownloadFile());
        }

        return request;
    }

    public static ARequest OnItsWay(this ARequest request) => request.Promised().Shipped();

    public static ARequest OnTheShelf(this ARequest request) => request.OnItsWay().Received();

    public static ARequest ForUseHere(this ARequest request) => request.Promised().Shipped(libraryUseOnly: true).Received();

    public static ARequest OnLoan(this ARequest request) => request.OnTheShelf().CheckedOut();

    public static ARequest Overdue(this ARequest request) => request.OnLoan().WaitsUntil(RequestStatus.Overdue);

    public static ARequest GivenBack(this ARequest request) => request.OnLoan().CheckedIn();

    public static ARequest ReadyToDownload(this ARequest request) => request.Promised().Scanned();
}
