using System.Globalization;
using Hkall.Service.Notices;

namespace Hkall.Pages.Staff;

/// <summary>How long a request has been in its current state: in whole days, or in hours within the first day.</summary>
public static class StaffAges
{
    public static string Of(DateTimeOffset since, DateTimeOffset now, NoticeLanguage language)
    {
        var age = now - since;
        var (count, day) = age < TimeSpan.FromDays(1) ? (Math.Max(0, (int)age.TotalHours), false) : ((int)age.TotalDays, true);
        return language switch
        {
            NoticeLanguage.English => string.Create(CultureInfo.InvariantCulture, $"{count} {(day ? "day" : "hour")}{(count == 1 ? "" : "s")}"),
            NoticeLanguage.TraditionalChinese => string.Create(CultureInfo.InvariantCulture, $"{count} {(day ? "天" : "小時")}"),
        };
    }
}
