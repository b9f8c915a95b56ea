using Hkall.Domain.Calendar;

namespace Hkall.Service.Iso18626;

/// <summary>
/// Dates, which the standard writes as instants. By custom <c>2026-12-01T23:59:59Z</c> means the whole day, not an instant: read in
/// Hong Kong's time it would be the next morning, and every loan would be a day longer.
/// </summary>
internal static class IsoDates
{
    private static readonly TimeSpan s_lastSecond = new(23, 59, 59);

    /// <summary>A last second or a midnight is the date as written, whatever its offset; any other time is an instant, dated in Hong Kong's zone.</summary>
    public static DateOnly DateOf(DateTimeOffset moment, LibraryCalendar calendar) => moment.TimeOfDay == s_lastSecond || moment.TimeOfDay == TimeSpan.Zero
        ? DateOnly.FromDateTime(moment.DateTime)
        : calendar.DateOf(moment);

    public static DateTimeOffset WholeDay(DateOnly date) => new(date.ToDateTime(TimeOnly.FromTimeSpan(s_lastSecond)), TimeSpan.Zero);
}
