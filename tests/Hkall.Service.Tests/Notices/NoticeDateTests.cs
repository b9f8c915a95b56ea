using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Service.Tests.Notices;

public sealed class NoticeDateTests
{
    [Theory]
    [InlineData("2026-12-01", "Tuesday 1 December 2026", "2026年12月1日（星期二）")]
    [InlineData("2026-11-23", "Monday 23 November 2026", "2026年11月23日（星期一）")]
    [InlineData("2028-02-29", "Tuesday 29 February 2028", "2028年2月29日（星期二）")]
    [InlineData("2027-01-03", "Sunday 3 January 2027", "2027年1月3日（星期日）")]
    public void A_date_is_written_with_its_day_of_the_week(string date, string english, string chinese)
    {
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);

        NoticeDates.Format(day, NoticeLanguage.English).ShouldBe(english);
        NoticeDates.Format(day, NoticeLanguage.TraditionalChinese).ShouldBe(chinese);
    }

    [Fact]
    public void Every_month_and_every_day_of_the_week_has_its_name()
    {
        var first = new DateOnly(2026, 1, 1);
        for (var day = first; day.Year == first.Year; day = day.AddDays(1))
        {
            // The invariant culture happens to speak English, which is why Chinese needs the test above.
            NoticeDates.Format(day, NoticeLanguage.English)
                .ShouldBe(day.ToString("dddd d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture));
        }

        Enumerable.Range(0, 7).Select(days => NoticeDates.Format(new DateOnly(2026, 11, 23).AddDays(days), NoticeLanguage.TraditionalChinese)[^2])
            .ShouldBe("一二三四五六日");
    }
}
