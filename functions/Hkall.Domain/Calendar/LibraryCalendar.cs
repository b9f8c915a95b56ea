namespace Hkall.Domain.Calendar;

/// <summary>
/// The working days of a library in its own zone: its usual weekdays less the days on which it is closed. All dates are the
/// library's; only this class turns an instant into a date.
/// </summary>
public sealed class LibraryCalendar
{
    /// <summary>Our own library never closes for longer, so a search that passes this many closed days means that the data is wrong.</summary>
    public const int LongestClosureDays = 60;

    /// <summary>A partner may close for a year of building works.</summary>
    private const int FarthestOpeningDays = 400;

    private readonly HashSet<DayOfWeek> _weekdays;
    private readonly HashSet<DateOnly> _holidays;
    private readonly IReadOnlyList<ClosedDays> _stretches;

    /// <summary>Mondays to Fridays less the holidays. A setting adds Saturdays; Sundays are never working days.</summary>
    public LibraryCalendar(TimeZoneInfo zone, IEnumerable<DateOnly> holidays, bool worksOnSaturdays = false)
        : this(zone, worksOnSaturdays ? [.. MondayToFriday, DayOfWeek.Saturday] : [.. MondayToFriday], [.. holidays], [])
    {
    }

    /// <param name="weekdays">The days of the week on which it usually works.</param>
    public LibraryCalendar(TimeZoneInfo zone, IEnumerable<DayOfWeek> weekdays, IEnumerable<ClosedDays> closed)
        : this(zone, [.. weekdays], [], [.. closed])
    {
    }

    private LibraryCalendar(TimeZoneInfo zone, HashSet<DayOfWeek> weekdays, HashSet<DateOnly> holidays, IReadOnlyList<ClosedDays> stretches)
    {
        Zone = zone;
        (_weekdays, _holidays, _stretches) = (weekdays, holidays, stretches);
    }

    /// <summary>Hong Kong has kept UTC+8 without summer time since 1979, so its zone needs no time zone database.</summary>
    public static TimeZoneInfo HongKong { get; } =
        TimeZoneInfo.CreateCustomTimeZone("Asia/Hong_Kong", TimeSpan.FromHours(8), "Hong Kong", "Hong Kong Time");

    public TimeZoneInfo Zone { get; }

    /// <summary>The first day whose holidays nobody has published yet: from it on, they are computed. Null: the calendar computes none.</summary>
    public DateOnly? ProvisionalFrom { get; private init; }

    private static DayOfWeek[] MondayToFriday => [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The same calendar with more days closed.</summary>
    public LibraryCalendar ButClosed(IReadOnlyList<ClosedDays> closed) =>
        closed.Count == 0 ? this : new LibraryCalendar(Zone, _weekdays, _holidays, [.. _stretches, .. closed]) { ProvisionalFrom = ProvisionalFrom };

    /// <summary>The same calendar with other holidays in the given years.</summary>
    /// <param name="years">The holidays of each year, which replace those that the calendar has of it.</param>
    /// <param name="provisionalFrom">The first day whose holidays are computed; null if all are published.</param>
    public LibraryCalendar WithHolidays(IReadOnlyDictionary<int, IReadOnlyList<DateOnly>> years, DateOnly? provisionalFrom) => new(
        Zone, _weekdays, [.. _holidays.Where(day => !years.ContainsKey(day.Year)), .. years.Values.SelectMany(days => days)], _stretches)
    {
        ProvisionalFrom = provisionalFrom,
    };

    /// <summary>The years of whose holidays the calendar has a list.</summary>
    public IEnumerable<int> YearsListed => _holidays.Select(day => day.Year).Distinct();

    /// <summary>The holidays of the year, in the order of their dates.</summary>
    public IReadOnlyList<DateOnly> HolidaysOf(int year) => [.. _holidays.Where(day => day.Year == year).Order()];

    /// <summary>Whether the date was counted with holidays that nobody has published yet, so that it may still move.</summary>
    public bool IsProvisional(DateOnly date) => date >= ProvisionalFrom;

    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The first instant of the date.</summary>
    public DateTimeOffset StartOf(DateOnly date)
    {
        var local = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);

        // If the clock skips midnight, the date begins with the next valid time.
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        // If midnight comes twice, as in zones that set the clock back at one o'clock, the date begins with the first.
        return new DateTimeOffset(local, Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local));
    }

    /// <summary>The first instant after the date: a patron can still act all through the last date.</summary>
    public DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1));

    /// <summary>Whether the library works on that weekday; ignores closed days.</summary>
    public bool IsUsualWorkday(DateOnly date) => _weekdays.Contains(date.DayOfWeek);

    public bool IsWorkingDay(DateOnly date) =>
        IsUsualWorkday(date) && !_holidays.Contains(date) && !IsInClosure(date);

    /// <summary>Whether the library has said that it is closed on the day, besides its weekends and holidays.</summary>
    public bool IsInClosure(DateOnly date) => _stretches.Any(stretch => stretch.Contains(date));

    /// <summary>
    /// The date itself, or the next working day if the date lies in a closure. For what needs no counter, such as a download, a weekend
    /// or a holiday is as good as any day.
    /// </summary>
    public DateOnly AfterClosure(DateOnly date) => IsInClosure(date) ? WorkingDayOnOrAfter(date) : date;

    /// <summary>The first working day on or after the date; null if there is none for more than a year.</summary>
    public DateOnly? OpensOnOrAfter(DateOnly date)
    {
        for (var ahead = 0; ahead < FarthestOpeningDays; ahead++)
        {
            if (IsWorkingDay(date.AddDays(ahead)))
            {
                return date.AddDays(ahead);
            }
        }

        return null;
    }

    /// <summary>The working day that is <paramref name="days"/> working days after (or, negative, before) the date.</summary>
    public DateOnly AddWorkingDays(DateOnly date, int days)
    {
        for (var left = Math.Abs(days); left > 0; left--)
        {
            date = Step(date, Math.Sign(days));
        }

        return date;
    }

    /// <summary>Working days after <paramref name="from"/>, up to and including <paramref name="to"/>; zero when both are the same day.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
        {
            days += IsWorkingDay(date) ? 1 : 0;
        }

        return days;
    }

    /// <summary>The date itself if the library works on it, else the next working day.</summary>
    public DateOnly WorkingDayOnOrAfter(DateOnly date) => IsWorkingDay(date) ? date : Step(date, 1);

    /// <summary>The date itself if the library works on it, else the previous working day.</summary>
    public DateOnly WorkingDayOnOrBefore(DateOnly date) => IsWorkingDay(date) ? date : Step(date, -1);

    /// <summary>
    /// The end of the last working day of the window, and never later than its cap: with every closure honoured, a request could lie
    /// for weeks.
    /// </summary>
    public DateTimeOffset WaitUntil(DateTimeOffset now, ResponseWindow window)
    {
        var today = DateOf(now);
        var cap = today.AddDays(window.AtMostDays);
        var day = today;
        for (var left = window.WorkingDays; left > 0 && day < cap; left -= IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return EndOf(day);
    }

    private DateOnly Step(DateOnly date, int direction)
    {
        for (var walked = 0; walked < LongestClosureDays; walked++)
        {
            date = date.AddDays(direction);
            if (IsWorkingDay(date))
            {
                return date;
            }
        }

        throw new InvalidOperationException($"The calendar has no working day within {LongestClosureDays} days of {date:yyyy-MM-dd}.");
    }
}

/// <summary>How long we wait for an answer: working days of the library, capped at a number of calendar days, whatever is closed.</summary>
public sealed record ResponseWindow(int WorkingDays, int AtMostDays);
