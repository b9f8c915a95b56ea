using Hkall.Service.Texts;

namespace Hkall.Pages.Staff;

/// <summary>How long a request has been in its current state: in whole days, or in hours within the first day.</summary>
public static class StaffAges
{
    /// <summary>The same, as short as a row of a list needs it.</summary>
    public static string Short(DateTimeOffset since, DateTimeOffset now, NoticeLanguage language)
    {
        var age = now - since;
        return ((int)age.TotalDays, (int)age.TotalHours) switch
        {
            ( <= 0, <= 0) => language.Say("new"),
            ( <= 0, var hours) => language.Say($"{hours} h"),
            (var days, _) => language.Say($"{days} d"),
        };
    }

    public static string Of(DateTimeOffset since, DateTimeOffset now, NoticeLanguage language)
    {
        var age = now - since;
        return ((int)age.TotalDays, (int)age.TotalHours) switch
        {
            ( <= 0, <= 0) => language.Say("new"),
            ( <= 0, 1) => language.Say("1 hour"),
            ( <= 0, var hours) => language.Say($"{hours} hours"),
            (1, _) => language.Say("1 day"),
            var (days, _) => language.Say($"{days} days"),
        };
    }
}
