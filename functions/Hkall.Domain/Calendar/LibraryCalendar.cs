namespace Hkall.Domain.Calendar;

/// <summary>
/// The days on which a library works, in its own zone: its usual days of the week less those on which it is closed. All dates
/// are the library's; an instant becomes a date only here.
/// </summary>
public sealed class LibraryCalendar
{
    /// <summary>Our own library never closes for longer; a walk past this many closed days means that the data is wrong.</summary>
    public const int LongestClosureDays = 60;

    /// <summary>A partner may be closed for a year of works.</summary>
    private const int FarthestOpeningDays = 400;

    private readonly HashSet<DayOfWeek> _weekdays;
    private readonly HashSet<DateOnly> _closed;
    private readonly IReadOnlyList<ClosedDays> _stretches;

    /// <summary>Mondays to Fridays less the closed days; Saturdays by setting, Sundays never.</summary>
    public LibraryCalendar(TimeZoneInfo zone, IEnumerable<DateOnly> closedDays, bool worksOnSaturdays = false)
        : this(zone, worksOnSaturdays ? [.. MondayToFriday, DayOfWeek.Saturday] : [.. MondayToFriday], [.. closedDays], [])
    {
    }

    /// <param name="weekdays">The days of the week on which it usually works.</param>
    public LibraryCalendar(TimeZoneInfo zone, IEnumerable<DayOfWeek> weekdays, IEnumerable<ClosedDays> closed)
        : this(zone, [.. weekdays], [], [.. closed])
    {
    }

    private LibraryCalendar(TimeZoneInfo zone, HashSet<DayOfWeek> weekdays, HashSet<DateOnly> closed, IReadOnlyList<ClosedDays> stretches)
    {
        Zone = zone;
        (_weekdays, _closed, _stretches) = (weekdays, closed, stretches);
    }

    /// <summary>Hong Kong has kept UTC+8 without summer time since 1979, so its zone needs no time zone database.</summary>
    public static TimeZoneInfo HongKong { get; } =
        TimeZoneInfo.CreateCustomTimeZone("Asia/Hong_Kong", TimeSpan.FromHours(8), "Hong Kong", "Hong Kong Time");

    public TimeZoneInfo Zone { get; }

    private static DayOfWeek[] MondayToFriday => [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The same calendar with more days closed.</summary>
    public LibraryCalendar ButClosed(IReadOnlyList<ClosedDays> closed) =>
        closed.Count == 0 ? this : new LibraryCalendar(Zone, _weekdays, _closed, [.. _stretches, .. closed]);

    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The first instant of the date.</summary>
    public DateTimeOffset StartOf(DateOnly date)
    {
        var local = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);

        // Where a clock set forward at midnight leaves it out, the date begins with what comes next.
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        // Where a midnight comes twice, as in zones that set the clock back at one o'clock, the date begins with the first.
        return new DateTimeOffset(local, Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local));
    }

    /// <summary>The first instant after the date: a date "until which" something is possible is itself still possible.</summary>
    public DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1));

    /// <summary>Whether it works on that day of the week, closed or not.</summary>
    public bool IsUsualWorkday(DateOnly date) => _weekdays.Contains(date.DayOfWeek);

    public bool IsWorkingDay(DateOnly date) =>
        IsUsualWorkday(date) && !_closed.Contains(date) && !_stretches.Any(stretch => stretch.From <= date && date <= stretch.To);

    /// <summary>The first working day from the date on; null where there is none for more than a year.</summary>
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

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>: what arrives on the day it was asked for took none.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
        {
            days += IsWorkingDay(date) ? 1 : 0;
        }

        return days;
    }

    /// <summary>The date itself where the library works on it, else the next working day.</summary>
    public DateOnly WorkingDayOnOrAfter(DateOnly date) => IsWorkingDay(date) ? date : Step(date, 1);

    /// <summary>The date itself where the library works on it, else the working day before.</summary>
    public DateOnly WorkingDayOnOrBefore(DateOnly date) => IsWorkingDay(date) ? date : Step(date, -1);

    /// <summary>
    /// The end of the working day up to which we wait, and never longer than the cap: a library that honours every closure
    /// may let a request lie for weeks.
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

/// <summary>How long we wait for somebody: working days of the library, and a cap in calendar days whatever is closed.</summary>
public sealed record ResponseWindow(int WorkingDays, int AtMostDays);
