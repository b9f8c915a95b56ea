using System.Globalization;
using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>Dates as the Library writes them, with the day of the week. The process runs without cultures, so this class has the names.</summary>
internal static class NoticeDates
{
    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string Format(DateOnly date, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => string.Create(
            CultureInfo.InvariantCulture, $"{EnglishDay(date.DayOfWeek)} {date.Day} {EnglishMonths[date.Month - 1]} {date.Year}"),
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => string.Create(
            CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日（星期{ChineseDay(date.DayOfWeek)}）"),
    };

    /// <summary>A date as pages write it, short enough for a row of a list. Chinese dates are short already.</summary>
    public static string Short(DateOnly date, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => string.Create(
            CultureInfo.InvariantCulture, $"{EnglishDay(date.DayOfWeek)[..3]} {date.Day} {EnglishMonths[date.Month - 1][..3]} {date.Year}"),
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => Format(date, language),
    };

    /// <summary>The first day of a span, as pages write it: the last one names the year.</summary>
    public static string InSpan(DateOnly date, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => Short(date, language)[..^5],
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => Format(date, language),
    };

    /// <summary>A date and the time of day, as pages write them.</summary>
    public static string ShortMoment(DateTime local, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => string.Create(CultureInfo.InvariantCulture, $"{Short(DateOnly.FromDateTime(local), language)}, {local:HH:mm}"),
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => Moment(local, language),
    };

    /// <summary>When an item usually arrives, worded for the middle of a sentence.</summary>
    public static string Span(Estimate estimate, NoticeLanguage language) => (language, estimate.Earliest == estimate.Latest) switch
    {
        (NoticeLanguage.English, true) => $"around {Format(estimate.Latest, language)}",
        (NoticeLanguage.English, false) => $"between {Format(estimate.Earliest, language)} and {Format(estimate.Latest, language)}",
        (NoticeLanguage.TraditionalChinese, true) => $"約於{Format(estimate.Latest, language)}",
        (NoticeLanguage.SimplifiedChinese, true) => $"约于{Format(estimate.Latest, language)}",
        (NoticeLanguage.SimplifiedChinese, false) => $"于{Format(estimate.Earliest, language)}至{Format(estimate.Latest, language)}期间",
        (NoticeLanguage.TraditionalChinese, false) => $"於{Format(estimate.Earliest, language)}至{Format(estimate.Latest, language)}期間",
    };

    /// <summary>A date and the time of day, without the day of the week.</summary>
    public static string Moment(DateTime local, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => string.Create(CultureInfo.InvariantCulture, $"{local.Day} {EnglishMonths[local.Month - 1]} {local.Year}, {local:HH:mm}"),
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese =>
            string.Create(CultureInfo.InvariantCulture, $"{local.Year}年{local.Month}月{local.Day}日 {local:HH:mm}"),
    };

    private static string EnglishDay(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "Monday",
        DayOfWeek.Tuesday => "Tuesday",
        DayOfWeek.Wednesday => "Wednesday",
        DayOfWeek.Thursday => "Thursday",
        DayOfWeek.Friday => "Friday",
        DayOfWeek.Saturday => "Saturday",
        DayOfWeek.Sunday => "Sunday",
    };

    private static string ChineseDay(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "一",
        DayOfWeek.Tuesday => "二",
        DayOfWeek.Wednesday => "三",
        DayOfWeek.Thursday => "四",
        DayOfWeek.Friday => "五",
        DayOfWeek.Saturday => "六",
        DayOfWeek.Sunday => "日",
    };
}
