using Hkall.Domain.Calendar;
using Hkall.Domain.Model;

namespace Hkall.Domain.Tests.Kit;

/// <summary>The library as it is set by default, and the days on which the tests play.</summary>
internal static class Libraries
{
    public static readonly LibraryCalendar Lingnan = new(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date));

    public static readonly RuleBook Rules = new(new Policy(), Lingnan);

    /// <summary>23 November 2026, ten in the morning; a week without a holiday.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(8));

    public static DateOnly Date(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd");

    /// <summary>The first instant of the date in Hong Kong.</summary>
    public static DateTimeOffset Start(string date) => Lingnan.StartOf(Date(date));

    /// <summary>The first instant after the date: what may be done on that date may be done until then.</summary>
    public static DateTimeOffset End(string date) => Lingnan.EndOf(Date(date));

    public static DateTimeOffset Noon(string date) => Start(date).AddHours(12);

    public static RotaEntry Library(string symbol, Tier tier = Tier.Hkall) => new(symbol, $"{symbol} Library", tier);
}
