using Hkall.Service.Reports;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Reports;

/// <summary>Which days a report counts.</summary>
public class ReportPeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void The_default_period_of_a_report_is_about_a_term_up_to_today() =>
        ReportPeriod.Of(null, "", Today).ShouldBe(new ReportPeriod(new DateOnly(2026, 8, 1), Today));

    [Theory]
    [InlineData("2026-11-24", "2026-11-23", "bad-period")]
    [InlineData("2020-01-01", "2026-01-01", "bad-period")]
    [InlineData("yesterday", null, "bad-date")]
    [InlineData("0001-01-01", "0001-01-02", "bad-date")]
    [InlineData(null, "2026-02-30", "bad-date")]
    public void A_period_that_is_none_is_refused_by_name(string? from, string? to, string code) =>
        Should.Throw<BadInputException>(() => ReportPeriod.Of(from, to, Today)).Code.ShouldBe(code);
}
