using System.Globalization;
using Hkall.Domain.Calendar;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff;

/// <summary>Dates as short as a row of a list needs them. The page of a request has them in full.</summary>
public static class StaffDates
{
    private static readonly string[] EnglishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>The day and the month; the year only where it is not the present one.</summary>
    public static string Short(DateOnly date, DateOnly today, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => string.Create(
            CultureInfo.InvariantCulture, $"{date.Day} {EnglishMonths[date.Month - 1]}{(date.Year == today.Year ? "" : $" {date.Year}")}"),
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => string.Create(
            CultureInfo.InvariantCulture, $"{(date.Year == today.Year ? "" : $"{date.Year}年")}{date.Month}月{date.Day}日"),
    };

    /// <summary>The last day of what ends at an instant: what ends at midnight lasts until the day before.</summary>
    public static DateOnly LastDay(DateTimeOffset end)
    {
        var local = TimeZoneInfo.ConvertTime(end, LibraryCalendar.HongKong);
        var day = DateOnly.FromDateTime(local.DateTime);
        return local.TimeOfDay == TimeSpan.Zero ? day.AddDays(-1) : day;
    }
}
