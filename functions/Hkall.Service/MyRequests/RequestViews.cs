using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Notices;

namespace Hkall.Service.MyRequests;

/// <summary>Shows a request to its patron.</summary>
public static class RequestViews
{
    /// <param name="blocked">Why the patron may not renew anything now; null if nothing prevents it.</param>
    public static RequestView Of(
        PatronRequest request, RuleBook book, DateTimeOffset now, Domain.Accounts.Block? blocked, IReadOnlyList<JournalEntry<RequestEvent>>? journal = null)
    {
        // The service may process the closed window a moment later than the patron sees it: the view shows what would be granted now.
        var download = request.Download is { } file && request.Status == RequestStatus.ReadyToDownload
            ? new DownloadView(file.Remaining, book.Calendar.EndOf(file.Until), $"/api/requests/{request.Id}/file", request.ScanNumber)
            : null;
        return new RequestView
        {
            Id = request.Id,
            Service = request.Service,
            Status = request.Status,
            StatusText = StatusTexts.Of(request),
            Item = request.Item,
            PlacedAt = request.PlacedAt,
            ClosedAt = request.ClosedAt,
            Supplier = request.Supplier is { } supplier ? new SupplierView(supplier.Symbol, supplier.Name, supplier.Tier) : null,
            FreeCopy = request.FreeCopyDeclined || !request.Status.IsOpen() ? null : request.FreeCopy,
            Estimate = request.Status is RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.InTransit ? request.Estimate : null,
            Pickup = request.Service == ServiceType.Loan
                ? new PickupView(OfficeDelivery.OfficeOf(request) is null ? "serviceCounter" : "office", request.Shelf?.Until, OfficeDelivery.OfficeOf(request))
                : null,
            Loan = LoanOf(request, book, now, blocked),
            Parts = request.Parts is { } parts ? new PartsView(parts.Announced, parts.Here.Count, parts.NotComing, parts.Back.Count) : null,
            Download = download,
            Cost = request is { Status: RequestStatus.AwaitingCostDecision, Quote: { } quote }
                ? new CostView(quote.Cost, quote.DecideBy, ApproximateView.Of(quote.Approximately))
                : null,
            SupplyCharge = SupplyChargeView.Of(request),
            Offer = request.Offer is { } offer ? new OfferView(offer.Ways, offer.DecideBy) : null,
            ReplacedBy = request.ReplacedBy,
            Next = request.Deadline is { } deadline ? new NextView(deadline.For, deadline.For.ResponsibleParty(), deadline.At) : null,
            ProvisionalFrom = ProvisionalDates.From(request, book.Calendar),
            Actions = ActionsOf(request, book, now, blocked),
            Messages = journal is null ? null : OwnMessage.Of(journal),
            Timeline = journal is null
                ? null : TimelineTexts.Of(request, journal),
        };
    }

    /// <summary>The actions the service would grant now, by the names of their calls.</summary>
    /// <param name="blocked">Why the patron may not renew anything now; null if nothing prevents it.</param>
    public static IReadOnlyList<string> ActionsOf(PatronRequest request, RuleBook book, DateTimeOffset now, Domain.Accounts.Block? blocked)
    {
        string[] office = request is { Service: ServiceType.Loan, Office: null, Loan: not { LibraryUseOnly: true } } && OfficeDelivery.MayHave(request.Group)
            ? ["office-delivery"] : [];
        string[] unwanted = RequestRules.Decide(request, new DeclareUnwanted(Who.Patron), now, book) is Decided<PatronRequest, RequestEvent> ? ["unwanted"] : [];
        return request.Status switch
        {
            // What goes straight back is brought to no office.
            RequestStatus.Expected or RequestStatus.InTransit when request.Unwanted => [],
            RequestStatus.InReview when request.Offer is { } offer => [.. Until(offer.DecideBy, "offer-decision"), "cancel", .. office],
            RequestStatus.Sourcing or RequestStatus.Expected when request.Supplier is { WouldNotCancel: true } => [.. unwanted, .. office],
            RequestStatus.InReview or RequestStatus.Sourcing or RequestStatus.Expected => ["cancel", .. office],
            RequestStatus.AwaitingDeclaration => ["declaration", "cancel"],
            RequestStatus.AwaitingCostDecision => [.. Until(request.Quote!.DecideBy, "cost-decision"), "cancel", .. office],
            RequestStatus.InTransit or RequestStatus.ReadyForPickup => [.. unwanted, .. office],
            RequestStatus.OutForDelivery or RequestStatus.LibraryUse => unwanted,
            RequestStatus.OnLoan => Renewal.Of(request, now, book, blocked).Possible && request.Loan is { RenewalAsked: false } ? ["renew"] : [],
            RequestStatus.ReadyToDownload =>
                [.. request.Download is { Remaining: > 0 } file && now < book.Calendar.EndOf(file.Until) ? ["download"] : Array.Empty<string>(),
                    .. ScanOf(request, book, now)],
            RequestStatus.Cancelling or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.Cancelled
                or RequestStatus.Unfilled or RequestStatus.Lost => [],
            RequestStatus.Completed => request.ClosedWhy == ReasonCode.DownloadsUsedUp ? ScanOf(request, book, now) : [],
        };

        // The clock decides, not the timer: a date may have passed a moment before the service acts on it.
        string[] Until(DateOnly decideBy, string action) => now < book.Calendar.EndOf(decideBy) ? [action] : [];
    }

    /// <summary>A patron may use all five downloads to look for a missing page: they can report a scan while its window is open, up to the limit.</summary>
    private static string[] ScanOf(PatronRequest request, RuleBook book, DateTimeOffset now) =>
        request.Download is { } scan && now < book.Calendar.EndOf(scan.Until) && request.Resupplies < book.Policy.ResuppliesAllowed ? ["report-scan"] : [];

    private static LoanView? LoanOf(PatronRequest request, RuleBook book, DateTimeOffset now, Domain.Accounts.Block? blocked)
    {
        if (request.Loan is not { } loan || !request.Status.IsOpen())
        {
            return null;
        }

        var renewal = Renewal.Of(request, now, book, blocked);
        return new LoanView(loan.DueOn, renewal.By, renewal.Possible && !loan.RenewalAsked, renewal.Why, loan.LibraryUseOnly, loan.Recalled)
        {
            LenderOverdue = loan.LenderOverdue ? true : null,
            ShorterBecause = loan.ShorterBecause,
        };
    }
}
