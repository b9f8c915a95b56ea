namespace Hkall.Domain.Calendar;

/// <summary>Days on which a library is closed, both included, as dates of its zone.</summary>
public sealed record ClosedDays(DateOnly From, DateOnly To);

/// <summary>
/// When a library works, as it was known when the library came onto the rota: kept with the request, so that a wait can be
/// read by the days it was reckoned in.
/// </summary>
public sealed record SupplierDays
{
    /// <summary>The most stretches kept for one library: half a year of holidays and a closure.</summary>
    public const int MostClosed = 8;

    /// <summary>How far ahead they are kept: longer than any rota lasts.</summary>
    public const int DaysAhead = 180;

    /// <summary>The IANA name of its zone; null: it works in our zone, on our days but those in <see cref="Closed"/>.</summary>
    public string? Zone { get; init; }

    /// <summary>The days of the week on which it works, Sunday being 0, such as <c>12345</c>; null: ours.</summary>
    public string? Weekdays { get; init; }

    public IReadOnlyList<ClosedDays> Closed { get; init; } = [];

    /// <summary>Its calendar, where ours is <paramref name="ours"/>. A zone that this machine has never heard of is taken for ours.</summary>
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
