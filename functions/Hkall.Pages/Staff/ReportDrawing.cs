using System.Globalization;
using Hkall.Service.Reports;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff;

/// <summary>Draws a report from the same rows as its table.</summary>
public static class ReportDrawing
{
    /// <returns>Empty where the report has nothing to draw.</returns>
    public static string Of(Report report, string title, NoticeLanguage language)
    {
        var texts = report.Columns.Where(column => column.Unit == Unit.Text).Select(column => column.Name).ToList();
        var bars = report.Rows.Select(row => new Bar(
            string.Join(
                " · ", texts.Select(column => (string?)report.Cell(row, column) is { } text ? ReportWords.Cell(column, text, language) : null)
                    .OfType<string>()),
            [.. report.Drawn.Select(
                column => report.Cell(row, column) is { } number ? Convert.ToDecimal(number, CultureInfo.InvariantCulture) : (decimal?)null)])).ToList();
        if (report.Drawn.Count == 0 || bars.All(bar => bar.Values.All(value => value is null or 0)))
        {
            return string.Empty;
        }

        var percent = report.Columns.First(column => column.Name == report.Drawn[0]).Unit == Unit.Percent;
        return BarChart.Draw(title, [.. report.Drawn.Select(column => ReportWords.Column(column, language))], bars, percent ? 100 : null);
    }

    public static string Cell(Column column, object? value, NoticeLanguage language) => value switch
    {
        null => "–",
        string text => ReportWords.Cell(column.Name, text, language),
        decimal amount when column.Unit == Unit.Money => amount.ToString("#,0.00##", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.0", CultureInfo.InvariantCulture),
        var number => Convert.ToString(number, CultureInfo.InvariantCulture)!,
    };
}
