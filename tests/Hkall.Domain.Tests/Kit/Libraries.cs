using Hkall.Domain.Calendar;
using Hkall.Domain.Model;

namespace Hkall.Domain.Tests.Kit;

/// <summary>The library as it is set by default, and the days on which the tests play.</summary>
internal static class Libraries
{
    public static readonly LibraryCalendar Lingnan = new(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date));

    /// <summary>The patron is asked about charges of every tier, so that a test about charges can be about any library.</summary>
    public static readonly RuleBook Rules = new(new Policy { Charges = new ChargePolicy { BorneByLibrary = new(false, false, false) } }, Lingnan);

    /// <summary>The Library bears the charges of HKALL and local libraries, as by default; and there are rates.</summary>
    public static readonly RuleBook UsualRules = new(new Policy(), Lingnan)
    {
        Rates = new ExchangeRates([new("GBP", 10.1234m, Date("2026-11-20")), new("USD", 7.8m, Date("2026-11-23")), new("JPY", 0.052m, Date("2026-11-23"))]),
    };

    /// <summary>The same up to HKD 1,000; above it staff decide.</summary>
    public static readonly RuleBook LimitedRules = UsualRules with
    {
        Policy = new Policy { Charges = new ChargePolicy { LibraryBearsAtMost = Money.Hkd(1000) } },
    };

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
