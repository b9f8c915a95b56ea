using Hkall.Requests;
using Hkall.Requests.Calendar;
using Hkall.Requests.Placing;
using Hkall.Service.Turns;

namespace Hkall.Service.MyRequests;

/// <summary>Shows a request to its patron.</summary>
public static class RequestViews
{
    public static RequestView Of(Request request, LibraryCalendar calendar, DateTimeOffset now, IReadOnlyList<JournalEntry>? journal = null)
    {
        // The desk may learn of the closed window a moment later than the patron: what is shown is what would be granted.
        var download = request.Download is { } file && request.Status == RequestStatus.ReadyToDownload
            ? new DownloadView(file.Remaining, calendar.EndOf(file.Until), $"/api/requests/{request.Id}/file")
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
            Estimate = request.Status is RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.InTransit ? request.Estimate : null,
            Pickup = request.Service == ServiceType.Loan ? new PickupView("serviceCounter", request.Shelf?.Until) : null,
            Loan = LoanOf(request, calendar),
            Download = download,
            Next = request.Deadline is { } deadline ? new NextView(deadline.For, deadline.For.Owner(), deadline.At) : null,
            Actions = ActionsOf(request, calendar, now),
            Timeline = journal is null ? null : [.. journal.SelectMany(entry => entry.Events.Select(happened => TimelineTexts.Of(happened, entry.At, request)).OfType<TimelineEntry>())],
        };
    }

    /// <summary>The actions that would be granted now, as the names of their calls.</summary>
    public static IReadOnlyList<string> ActionsOf(Request request, LibraryCalendar calendar, DateTimeOffset now) => request.Status switch
    {
        RequestStatus.Sourcing or RequestStatus.Expected => ["cancel"],
        RequestStatus.ReadyToDownload => request.Download is { Remaining: > 0 } file && now < calendar.EndOf(file.Until) ? ["download"] : [],
        RequestStatus.Cancelling or RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.Completed or RequestStatus.Cancelled
            or RequestStatus.Unfilled or RequestStatus.Lost => [],
    };

    private static LoanView? LoanOf(Request request, LibraryCalendar calendar)
    {
        if (request.Loan is not { } loan || !request.Status.IsOpen())
        {
            return null;
        }

        var renewBy = loan.DueOn is { } due ? calendar.AddWorkingDays(due, -RenewalNotice) : (DateOnly?)null;
        var why = loan switch
        {
            { LibraryUseOnly: true } => "The lending library does not let this item out.",
            { Recalled: true } => "The lending library has recalled it.",
            _ => "Renewal is not offered for this item.",
        };
        return new LoanView(loan.DueOn, renewBy, Renewable: false, why, loan.LibraryUseOnly, loan.Recalled);
    }

    /// <summary>Working days before the due date (page: "at least 3 working days before the due date").</summary>
    private const int RenewalNotice = 3;
}
