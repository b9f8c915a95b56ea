using System.Globalization;

namespace Hkall.Domain.Calendar;

/// <summary>
/// The general holidays of a year as they follow from the General Holidays Ordinance (Cap. 149) and the calendars: a proposal until the
/// Government publishes them.
/// </summary>
public static class HolidayProposal
{
    /// <summary>The years that the lunar calendar of .NET covers, as far as anybody plans.</summary>
    public const int FirstYear = 2000;
    public const int LastYear = 2099;

    private const string Source = "Computed from the General Holidays Ordinance (Cap. 149); to be confirmed";

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <exception cref="ArgumentOutOfRangeException">The year is not one that can be computed.</exception>
    public static IReadOnlyList<Holiday> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        var days = new SortedDictionary<DateOnly, string>();
        var displaced = new List<(DateOnly Date, string Name)>();
        foreach (var (date, name) in Named(year))
        {
            // A holiday on a Sunday, or on the day of another, is kept on the next day that is not one itself.
            if (date.DayOfWeek == DayOfWeek.Sunday || !days.TryAdd(date, name))
            {
                displaced.Add((date, name));
            }
        }

        foreach (var (date, name) in displaced)
        {
            var kept = date.AddDays(1);
            while (kept.DayOfWeek == DayOfWeek.Sunday || days.ContainsKey(kept))
            {
                kept = kept.AddDays(1);
            }

            days.Add(kept, IsOfNewYear(date, year) ? "The fourth day of Lunar New Year" : $"The day in place of: {name}");
        }

        return [.. days.Select(day => new Holiday(day.Key, day.Value, Source))];
    }

    /// <summary>The days of the schedule besides Sundays, before any of them is moved.</summary>
    private static IEnumerable<(DateOnly Date, string Name)> Named(int year)
    {
        var (newYear, easter) = (LunarDay(year, 1, 1), Easter.Sunday(year));
        yield return (new DateOnly(year, 1, 1), "The first day of January");
        yield return (newYear, "Lunar New Year's Day");
        yield return (newYear.AddDays(1), "The second day of Lunar New Year");
        yield return (newYear.AddDays(2), "The third day of Lunar New Year");
        yield return (easter.AddDays(-2), "Good Friday");
        yield return (easter.AddDays(-1), "The day following Good Friday");
        yield return (easter.AddDays(1), "Easter Monday");
        yield return (ChingMing.Of(year), "Ching Ming Festival");
        yield return (new DateOnly(year, 5, 1), "Labour Day");
        yield return (LunarDay(year, 4, 8), "The Birthday of the Buddha");
        yield return (LunarDay(year, 5, 5), "Tuen Ng Festival");
        yield return (new DateOnly(year, 7, 1), "HKSAR Establishment Day");
        yield return (new DateOnly(year, 10, 1), "National Day");
        yield return (LunarDay(year, 8, 16), "The day following the Chinese Mid-Autumn Festival");
        yield return (LunarDay(year, 9, 9), "Chung Yeung Festival");
        yield return (new DateOnly(year, 12, 25), "Christmas Day");
        yield return (FirstWeekdayAfter(new DateOnly(year, 12, 25)), "The first weekday after Christmas Day");
    }

    private static DateOnly FirstWeekdayAfter(DateOnly date) => date.AddDays(1).DayOfWeek == DayOfWeek.Sunday ? date.AddDays(2) : date.AddDays(1);

    private static bool IsOfNewYear(DateOnly date, int year) => LunarDay(year, 1, 1) is var first && date >= first && date <= first.AddDays(2);

    /// <summary>The day of the lunar year that begins in the given year. A leap month follows its month and has none of the festivals.</summary>
    private static DateOnly LunarDay(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }
}
