using Hkall.Domain.Calendar;

namespace Hkall.Service.Partners;

/// <summary>Reads a partner's working days from its entry in the directory.</summary>
public static class PartnerCalendars
{
    /// <summary>The years after the lists of this build whose holidays are computed.</summary>
    private const int ComputedYears = 10;

    private static readonly Lazy<IReadOnlyList<DateOnly>> HongKong = new(() =>
    {
        var listed = Holidays.OfHongKong();
        return
        [
            .. listed.Concat(Enumerable.Range(listed[^1].Date.Year + 1, ComputedYears).SelectMany(HolidayProposal.Of)).Select(holiday => holiday.Date),
        ];
    });

    /// <summary>The partner's own calendar, closures included.</summary>
    public static LibraryCalendar Of(Partner partner, LibraryCalendar ours) => DaysOf(partner, null) is { } days ? days.Calendar(ours) : ours;

    /// <summary>The part of its calendar for the months after the date, small enough to store with a request; null if it works on our days.</summary>
    public static SupplierDays? DaysOf(Partner partner, DateOnly on)
    {
        var days = DaysOf(partner, (DateOnly?)on);
        return days is { Zone: null, Closed: [] } ? null : days;
    }

    /// <summary>Whether it is closed on its next usual working day; a weekend does not count.</summary>
    /// <returns>Why, and its next working day (null: none within a year); null if it is not closed.</returns>
    public static (string Why, DateOnly? OpensOn)? ClosedAt(Partner partner, DateTimeOffset now, LibraryCalendar ours)
    {
        var calendar = Of(partner, ours);
        var day = calendar.DateOf(now);
        while (!calendar.IsUsualWorkday(day))
        {
            day = day.AddDays(1);
        }

        if (calendar.IsWorkingDay(day))
        {
            return null;
        }

        var why = partner.Closures.FirstOrDefault(closure => closure.From <= day && day <= closure.To)?.Why ?? "holiday";
        return (why, calendar.OpensOnOrAfter(day));
    }

    private static SupplierDays? DaysOf(Partner partner, DateOnly? on)
    {
        var until = on?.AddDays(SupplierDays.DaysAhead);
        var calendar = partner.Calendar;
        var holidays = calendar is null ? [] : calendar.Holidays.Concat(calendar.HolidaySet switch
        {
            HolidaySet.HongKong => HongKong.Value,
            HolidaySet.None => [],
        });
        var closed = partner.Closures.Select(closure => new ClosedDays(closure.From, closure.To))
            .Concat(holidays.Select(holiday => new ClosedDays(holiday, holiday)))
            .Where(days => on is null || (days.To >= on && days.From <= until))
            .OrderBy(days => days.From).ThenBy(days => days.To);
        return new SupplierDays
        {
            Zone = calendar?.Zone,
            Weekdays = calendar is null ? null : string.Concat(calendar.WorkingWeekdays.Order().Select(day => (int)day)),
            Closed = on is null ? [.. closed] : [.. closed.Take(SupplierDays.MostClosed)],
        };
    }
}
