using System.Globalization;
using Hkall.Service.Notices;

namespace Hkall.Service.Pages.Staff;

/// <summary>How long something has stood where it stands: whole days, or hours within the first.</summary>
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
