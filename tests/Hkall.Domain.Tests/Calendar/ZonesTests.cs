using Hkall.Domain.Calendar;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Calendar;

public class ZonesTests
{
    [Fact]
    public void A_date_of_hong_kong_begins_at_sixteen_hundred_of_the_day_before_in_greenwich()
    {
        Lingnan.StartOf(Date("2026-11-23")).UtcDateTime.ShouldBe(new DateTime(2026, 11, 22, 16, 0, 0));
        Lingnan.DateOf(new DateTimeOffset(2026, 11, 22, 15, 59, 59, 999, TimeSpan.Zero)).ShouldBe(Date("2026-11-22"));
        Lingnan.DateOf(new DateTimeOffset(2026, 11, 22, 16, 0, 0, TimeSpan.Zero)).ShouldBe(Date("2026-11-23"));
    }

    [Fact]
    public void The_end_of_the_last_day_of_the_year_is_the_new_year() =>
        Lingnan.EndOf(Date("2026-12-31")).ShouldBe(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)));

    [Theory]
    [InlineData("Hong Kong", 8, false, 0)]
    [InlineData("clocks change at two, as in London", 0, true, 2)]
    [InlineData("clocks go forward at midnight, as in Cairo", 2, true, 0)]
    [InlineData("clocks go back at one, as in Havana", -5, true, 1)]
    [InlineData("far east of Greenwich, as in Apia", 13, false, 0)]
    public void Every_date_begins_with_its_own_first_instant(string where, int hours, bool summerTime, int changesAt)
    {
        var calendar = new LibraryCalendar(Zone(where, hours, summerTime, changesAt), []);

        for (var date = Date("2027-01-01"); date <= Date("2028-12-31"); date = date.AddDays(1))
        {
            calendar.DateOf(calendar.StartOf(date)).ShouldBe(date, where);
            calendar.DateOf(calendar.StartOf(date).AddTicks(-1)).ShouldBe(date.AddDays(-1), where);
            calendar.EndOf(date).ShouldBe(calendar.StartOf(date.AddDays(1)), where);
        }
    }

    /// <summary>
    /// A zone of our own, since a machine may have no time zone data: summer time from the last Friday of April to the last Friday of October.
    /// </summary>
    private static TimeZoneInfo Zone(string name, int hours, bool summerTime, int changesAt)
    {
        var at = new DateTime(1, 1, 1, changesAt, 0, 0);
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(at, 4, 5, DayOfWeek.Friday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(at, 10, 5, DayOfWeek.Friday));
        return TimeZoneInfo.CreateCustomTimeZone(name, TimeSpan.FromHours(hours), name, name, name, summerTime ? [rule] : []);
    }
}
