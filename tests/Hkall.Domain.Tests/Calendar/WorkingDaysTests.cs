using Hkall.Domain.Calendar;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Calendar;

public class WorkingDaysTests
{
    private static readonly LibraryCalendar WithSaturdays =
        new(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date), worksOnSaturdays: true);

    [Theory]
    [InlineData("2026-04-02", 1, "2026-04-08")]
    [InlineData("2026-04-03", 1, "2026-04-08")]
    [InlineData("2026-04-08", -1, "2026-04-02")]
    [InlineData("2026-12-24", 1, "2026-12-28")]
    [InlineData("2026-12-30", 2, "2027-01-04")]
    [InlineData("2027-01-04", -2, "2026-12-30")]
    [InlineData("2028-02-28", 1, "2028-02-29")]
    [InlineData("2028-02-29", 1, "2028-03-01")]
    [InlineData("2026-02-16", 1, "2026-02-20")]
    [InlineData("2026-11-28", 1, "2026-11-30")]
    [InlineData("2026-11-29", -1, "2026-11-27")]
    [InlineData("2026-11-28", 0, "2026-11-28")]
    public void Working_days_are_counted_over_weekends_and_holidays(string from, int days, string to) =>
        Lingnan.AddWorkingDays(Date(from), days).ShouldBe(Date(to));

    [Theory]
    [InlineData("2026-11-23", "2026-11-23", 0)]
    [InlineData("2026-11-27", "2026-11-30", 1)]
    [InlineData("2026-11-28", "2026-11-29", 0)]
    [InlineData("2026-04-02", "2026-04-08", 1)]
    [InlineData("2026-11-24", "2026-11-23", 0)]
    public void An_item_that_arrives_on_the_day_of_the_request_took_no_working_day(string from, string to, int days) =>
        Lingnan.WorkingDaysBetween(Date(from), Date(to)).ShouldBe(days);

    [Theory]
    [InlineData("2026-04-03", "Good Friday")]
    [InlineData("2026-04-06", "the day following Ching Ming, which fell on Easter Sunday")]
    [InlineData("2026-04-07", "the day following Easter Monday, which Ching Ming had taken")]
    [InlineData("2027-02-09", "the fourth day of Lunar New Year, the second being a Sunday")]
    public void A_holiday_is_no_working_day(string date, string which)
    {
        which.ShouldNotBeEmpty();
        Lingnan.IsWorkingDay(Date(date)).ShouldBeFalse();
        WithSaturdays.IsWorkingDay(Date(date)).ShouldBeFalse();
    }

    [Fact]
    public void A_library_may_work_on_saturdays_but_not_on_a_holiday_or_a_sunday()
    {
        Lingnan.IsWorkingDay(Date("2026-11-28")).ShouldBeFalse();
        WithSaturdays.IsWorkingDay(Date("2026-11-28")).ShouldBeTrue();
        WithSaturdays.IsWorkingDay(Date("2026-04-04")).ShouldBeFalse("the day following Good Friday");
        WithSaturdays.IsWorkingDay(Date("2026-11-29")).ShouldBeFalse();
        WithSaturdays.AddWorkingDays(Date("2026-11-27"), 2).ShouldBe(Date("2026-11-30"));
    }

    [Theory]
    [InlineData("2026-04-03", "2026-04-02", "2026-04-08")]
    [InlineData("2026-12-31", "2026-12-31", "2026-12-31")]
    [InlineData("2027-01-01", "2026-12-31", "2027-01-04")]
    public void A_closed_day_gives_way_to_the_working_day_before_or_after(string date, string before, string after)
    {
        Lingnan.WorkingDayOnOrBefore(Date(date)).ShouldBe(Date(before));
        Lingnan.WorkingDayOnOrAfter(Date(date)).ShouldBe(Date(after));
    }

    [Fact]
    public void Counting_forth_and_back_comes_home()
    {
        for (var date = Date("2025-01-02"); date < Date("2027-12-20"); date = date.AddDays(1))
        {
            if (Lingnan.IsWorkingDay(date))
            {
                Lingnan.AddWorkingDays(Lingnan.AddWorkingDays(date, 7), -7).ShouldBe(date);
            }
        }
    }

    [Fact]
    public void A_calendar_without_a_working_day_says_so_instead_of_walking_for_ever()
    {
        var closed = new LibraryCalendar(LibraryCalendar.HongKong, Enumerable.Range(0, 100).Select(Date("2026-11-23").AddDays));

        Should.Throw<InvalidOperationException>(() => closed.AddWorkingDays(Date("2026-11-23"), 1));
    }
}
