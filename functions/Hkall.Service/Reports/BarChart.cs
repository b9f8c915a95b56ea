using System.Globalization;
using System.Net;
using System.Text;

namespace Hkall.Service.Reports;

/// <summary>One bar: its label and its values. Null draws no bar, which is not the same as zero.</summary>
public sealed record Bar(string Label, IReadOnlyList<decimal?> Values);

/// <summary>
/// Horizontal bars as SVG, drawn here so that they need no script. The picture repeats the table beside it and its title says what
/// it shows, so a reader who cannot see it loses nothing. Colours come from the stylesheet.
/// </summary>
public static class BarChart
{
    /// <summary>With more bars than this, the table alone is clearer.</summary>
    public const int MostBars = 24;

    /// <summary>A phone shows the picture in its full width: the labels stand above the bars, and each figure at the end of its bar.</summary>
    private const int PlotWidth = 270;
    private const int ValueWidth = 70;
    private const int BarHeight = 18;
    private const int LabelHeight = 20;
    private const int Gap = 10;
    private const int LegendHeight = 22;
    private static readonly string[] Shades = ["a", "b", "c", "d"];

    /// <param name="title">Describes the chart for screen readers.</param>
    /// <param name="series">The names of each bar's values; one or two of them.</param>
    /// <param name="most">The end of the scale if it is fixed: 100 for per cent.</param>
    public static string Draw(string title, IReadOnlyList<string> series, IReadOnlyList<Bar> bars, decimal? most = null)
    {
        var shown = bars.Take(MostBars).ToList();
        var scale = most ?? Math.Max(1, shown.SelectMany(bar => bar.Values).Max() ?? 1);
        var rowHeight = LabelHeight + (BarHeight * series.Count) + Gap;
        var top = series.Count > 1 ? (LegendHeight * series.Count) + Gap : 0;
        var (width, height) = (PlotWidth + ValueWidth, top + (rowHeight * shown.Count) + 4);
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"picture\" role=\"img\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"><title>{Text(title)}</title>");
        for (var one = 0; series.Count > 1 && one < series.Count; one++)
        {
            var y = one * LegendHeight;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"{Shades[one]}\" x=\"0\" y=\"{y + 4}\" width=\"14\" height=\"14\"/><text x=\"20\" y=\"{y + 16}\">{Text(series[one])}</text>");
        }

        for (var at = 0; at < shown.Count; at++)
        {
            var y = top + (at * rowHeight);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{y + LabelHeight - 5}\">{Text(Short(shown[at].Label))}</text>");
            for (var one = 0; one < series.Count; one++)
            {
                if (shown[at].Values[one] is { } value)
                {
                    AppendBar(svg, value, scale, y + LabelHeight + (one * BarHeight), Shades[one]);
                }
            }
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M0 {top}V{height}\"/></svg>");
        return svg.ToString();
    }

    private static void AppendBar(StringBuilder svg, decimal value, decimal scale, int y, string shade)
    {
        var length = Math.Round(Math.Clamp(value / scale, 0, 1) * PlotWidth, 1);
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{shade}\" x=\"0\" y=\"{y}\" width=\"{length:0.#}\" height=\"{BarHeight - 2}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{length + 6:0.#}\" y=\"{y + BarHeight - 5}\">{value:0.#}</text>");
    }

    /// <summary>Cuts a label that would run out of the picture; the table shows all of it. Chinese characters are twice as wide.</summary>
    private static string Short(string label)
    {
        const int widest = 44;
        var wide = 0;
        for (var at = 0; at < label.Length; at++)
        {
            wide += label[at] >= '\u2E80' ? 2 : 1;
            if (wide > widest)
            {
                return label[..at] + "…";
            }
        }

        return label;
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
