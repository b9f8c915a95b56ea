using System.Text;
using Hkall.Domain.Calendar;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Calendar;

public class HolidaysTests
{
    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    public void Every_year_of_the_list_has_its_seventeen_general_holidays(int year) =>
        Holidays.OfHongKong().Count(holiday => holiday.Date.Year == year).ShouldBe(17);

    [Fact]
    public void No_holiday_of_the_list_is_a_sunday_since_those_are_kept_on_another_day() =>
        Holidays.OfHongKong().ShouldAllBe(holiday => holiday.Date.DayOfWeek != DayOfWeek.Sunday);

    [Fact]
    public void Every_holiday_says_where_it_was_read_and_what_is_not_gazetted_is_to_be_confirmed() =>
        Holidays.OfHongKong().ShouldAllBe(holiday => holiday.Source.Contains(holiday.Date.Year < 2027 ? "gazetted" : "to be confirmed"));

    [Fact]
    public void Easter_and_ching_ming_of_2026_take_four_days_and_a_sunday() =>
        Holidays.OfHongKong().Where(holiday => holiday.Date.Year == 2026 && holiday.Date.Month == 4).Select(holiday => holiday.Date)
            .ShouldBe([Date("2026-04-03"), Date("2026-04-04"), Date("2026-04-06"), Date("2026-04-07")]);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""[{"date":"2026-12-25","name":"b","source":"s"},{"date":"2026-01-01","name":"a","source":"s"}]""")]
    [InlineData("""[{"date":"2026-01-01","name":"a","source":"s"},{"date":"2026-01-01","name":"a","source":"s"}]""")]
    public void A_list_that_is_empty_out_of_order_or_repeats_a_date_is_not_taken(string json) =>
        Should.Throw<InvalidDataException>(() => Holidays.Parse(new MemoryStream(Encoding.UTF8.GetBytes(json))));
}
