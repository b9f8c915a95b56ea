using Hkall.Domain.Calendar;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Calendar;

/// <summary>The holidays computed for a year, against the lists that were published and against the law.</summary>
public class HolidayProposalTests
{
    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    public void The_proposal_of_a_year_has_the_days_of_the_list_that_the_library_has(int year) =>
        HolidayProposal.Of(year).Select(holiday => holiday.Date)
            .ShouldBe(Holidays.OfHongKong().Select(holiday => holiday.Date).Where(date => date.Year == year));

    [Fact]
    public void The_proposal_of_2024_keeps_a_sunday_of_lunar_new_year_on_its_fourth_day() =>
        ShouldBe(2024, "01-01 02-10 02-12 02-13 03-29 03-30 04-01 04-04 05-01 05-15 06-10 07-01 09-18 10-01 10-11 12-25 12-26");

    [Fact]
    public void The_proposal_of_2028_keeps_tuen_ng_and_national_day_on_mondays() =>
        ShouldBe(2028, "01-01 01-26 01-27 01-28 04-04 04-14 04-15 04-17 05-01 05-02 05-29 07-01 10-02 10-04 10-26 12-25 12-26");

    [Fact]
    public void Ching_ming_and_easter_of_2021_take_the_days_after_easter() =>
        HolidayProposal.Of(2021).Where(holiday => holiday.Date.Month == 4).Select(holiday => holiday.Date)
            .ShouldBe([Date("2021-04-02"), Date("2021-04-03"), Date("2021-04-05"), Date("2021-04-06")]);

    [Fact]
    public void Christmas_on_a_sunday_gives_the_two_weekdays_after_it() =>
        HolidayProposal.Of(2022).Where(holiday => holiday.Date.Month == 12).Select(holiday => holiday.Date).ShouldBe([Date("2022-12-26"), Date("2022-12-27")]);

    [Fact]
    public void The_day_after_mid_autumn_that_is_national_day_is_kept_on_the_next_day() =>
        HolidayProposal.Of(2012).Where(holiday => holiday.Date.Month == 10).Select(holiday => holiday.Date)
            .ShouldBe([Date("2012-10-01"), Date("2012-10-02"), Date("2012-10-23")]);

    [Fact]
    public void Every_year_has_seventeen_holidays_and_none_on_a_sunday()
    {
        for (var year = HolidayProposal.FirstYear; year <= HolidayProposal.LastYear; year++)
        {
            var days = HolidayProposal.Of(year);
            days.Count.ShouldBe(17, $"{year}");
            days.ShouldAllBe(holiday => holiday.Date.DayOfWeek != DayOfWeek.Sunday && holiday.Date.Year == year);
            days.Select(holiday => holiday.Date).ShouldBeInOrder();
            days.ShouldAllBe(holiday => holiday.Source.Contains("to be confirmed"));
        }
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2100)]
    public void A_year_beyond_the_calendars_is_not_guessed(int year) => Should.Throw<ArgumentOutOfRangeException>(() => HolidayProposal.Of(year));

    [Fact]
    public void Dates_after_the_last_list_are_provisional()
    {
        var calendar = Lingnan.WithHolidays(
            new Dictionary<int, IReadOnlyList<DateOnly>> { [2028] = [.. HolidayProposal.Of(2028).Select(holiday => holiday.Date)] }, Date("2028-01-01"));

        calendar.IsProvisional(Date("2027-12-31")).ShouldBeFalse();
        calendar.IsProvisional(Date("2028-01-01")).ShouldBeTrue();
        calendar.ButClosed([new(Date("2027-12-30"), Date("2027-12-30"))]).IsProvisional(Date("2028-01-01")).ShouldBeTrue();
        calendar.WorkingDayOnOrAfter(Date("2028-01-26")).ShouldBe(Date("2028-01-31"));
        calendar.WorkingDayOnOrAfter(Date("2028-04-14")).ShouldBe(Date("2028-04-18"));
        calendar.WorkingDayOnOrAfter(Date("2028-05-01")).ShouldBe(Date("2028-05-03"));
        calendar.IsWorkingDay(Date("2026-12-25")).ShouldBeFalse();
        Lingnan.IsProvisional(Date("2031-01-01")).ShouldBeFalse();
    }

    private static void ShouldBe(int year, string days) =>
        string.Join(' ', HolidayProposal.Of(year).Select(holiday => holiday.Date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(days);
}
