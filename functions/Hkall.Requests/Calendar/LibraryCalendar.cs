namespace Hkall.Requests.Calendar;

/// <summary>
/// The days on which a library works, in its own zone. Mondays to Fridays less the closed days; Saturdays by setting, Sundays never.
/// All dates are the library's; an instant becomes a date only here.
/// </summary>
public sealed class LibraryCalendar(TimeZoneInfo zone, IEnumerable<DateOnly> closedDays, bool worksOnSaturdays = false)
{
    /// <summary>No library closes for longer; a walk past this many closed days means that the data is wrong.</summary>
    public const int LongestClosureDays = 60;

    private readonly HashSet<DateOnly> _closed = [.. closedDays];

    /// <summary>Hong Kong has kept UTC+8 without summer time since 1979, so its zone needs no time zone database.</summary>
    public static TimeZoneInfo HongKong { get; } =
        TimeZoneInfo.CreateCustomTimeZone("Asia/Hong_Kong", TimeSpan.FromHours(8), "Hong Kong", "Hong Kong Time");

    public TimeZoneInfo Zone => zone;

    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The first instant of the date.</summary>
    public DateTimeOffset StartOf(DateOnly date)
    {
        var local = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);

        // Where a midnight comes twice, as in zones that set the clock back at one o'clock, the date begins with the first.
        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }

    /// <summary>The first instant after the date: a date "until which" something is possible is itself still possible.</summary>
    public DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1));

    public bool IsWorkingDay(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Sunday => false,
        DayOfWeek.Saturday => worksOnSaturdays && !_closed.Contains(date),
        DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday or DayOfWeek.Thursday or DayOfWeek.Friday => !_closed.Contains(date),
    };

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
    public DateTimeOffset WaitUntil(DateTimeOffset now, Patience patience)
    {
        var today = DateOf(now);
        var day = AddWorkingDays(today, patience.WorkingDays);
        var cap = today.AddDays(patience.AtMostDays);
        return EndOf(day <= cap ? day : cap);
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
public sealed record Patience(int WorkingDays, int AtMostDays);
