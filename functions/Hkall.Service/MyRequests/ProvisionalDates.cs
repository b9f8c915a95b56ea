using Hkall.Domain;
using Hkall.Domain.Calendar;

namespace Hkall.Service.MyRequests;

/// <summary>Dates of a request that were counted with holidays nobody has published yet. They are counted again once the list is loaded.</summary>
public static class ProvisionalDates
{
    /// <returns>The first day without a list; null if no date of the request reaches it, or the request is closed.</returns>
    public static DateOnly? From(PatronRequest request, LibraryCalendar calendar) =>
        request.Status.IsOpen() && Of(request, calendar).Any(calendar.IsProvisional) ? calendar.ProvisionalFrom : null;

    private static IEnumerable<DateOnly> Of(PatronRequest request, LibraryCalendar calendar) => new DateOnly?[]
    {
        // A deadline at the first instant of a day names the day before it.
        request.Deadline is { } deadline ? calendar.DateOf(deadline.At.AddTicks(-1)) : null,
        request.Loan?.DueOn,
        request.Shelf?.Until,
        request.Download?.Until,
        request.Estimate?.Latest,
    }.OfType<DateOnly>();
}
