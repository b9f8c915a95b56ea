namespace Hkall.Domain.Calendar;

/// <summary>Days on which a library is closed, both included, as dates of its zone.</summary>
public sealed record ClosedDays(DateOnly From, DateOnly To)
{
    public bool Contains(DateOnly date) => From <= date && date <= To;
}

/// <summary>
/// The working days of a library when it joined the rota. The request stores them, so that a wait can be checked against the days it
/// was computed from.
/// </summary>
public sealed record SupplierDays
{
    /// <summary>The most closures stored for one library: half a year of holidays and one long closure.</summary>
    public const int MostClosed = 8;

    /// <summary>Days ahead for which closures are stored: longer than any rota lasts.</summary>
    public const int DaysAhead = 180;

    /// <summary>The IANA name of its zone. Null: it works in our zone and on our days, less those in <see cref="Closed"/>.</summary>
    [Code]
    public string? Zone { get; init; }

    /// <summary>The weekdays on which it works, Sunday being 0, such as <c>12345</c>; null: ours.</summary>
    [Code]
    public string? Weekdays { get; init; }

    public IReadOnlyList<ClosedDays> Closed { get; init; } = [];

    /// <summary>Its calendar, based on ours (<paramref name="ours"/>). A zone unknown to this machine counts as ours.</summary>
    public LibraryCalendar Calendar(LibraryCalendar ours)
    {
        if (Zone is null)
        {
            return ours.ButClosed(Closed);
        }

        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var found) ? found : ours.Zone;
        return new LibraryCalendar(zone, (Weekdays ?? "12345").Select(day => (DayOfWeek)(day - '0')), Closed);
    }
}
