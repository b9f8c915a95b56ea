using System.Xml.Linq;
using Hkall.Service.Reports;

namespace Hkall.Service.Tests.Reports;

/// <summary>The pictures of the reports.</summary>
public class BarChartTests
{
    private static readonly XNamespace Svg = string.Empty;

    [Fact]
    public void A_bar_chart_is_well_formed_described_and_escaped()
    {
        var picture = XElement.Parse(BarChart.Draw("Loans & copies", ["a"], [new Bar("<script>", [3])]));

        picture.Attribute("role")!.Value.ShouldBe("img");
        picture.Element(Svg + "title")!.Value.ShouldBe("Loans & copies");
        picture.Elements(Svg + "text").Select(text => text.Value).ShouldContain("<script>");
        picture.DescendantsAndSelf().SelectMany(element => element.Attributes()).ShouldAllBe(attribute => attribute.Name != "style");
    }

    [Fact]
    public void Twice_as_much_is_twice_as_long_and_nothing_to_tell_is_no_bar()
    {
        var picture = XElement.Parse(BarChart.Draw("t", ["a"], [new Bar("one", [10]), new Bar("two", [20]), new Bar("none", [null])]));

        var bars = picture.Elements(Svg + "rect")
            .Select(bar => decimal.Parse(bar.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        bars.Count.ShouldBe(2);
        bars[1].ShouldBe(2 * bars[0]);
    }

    [Fact]
    public void Percent_are_drawn_against_a_hundred()
    {
        var picture = XElement.Parse(BarChart.Draw("t", ["a"], [new Bar("one", [50]), new Bar("two", [25])], most: 100));

        picture.Elements(Svg + "rect").First().Attribute("width")!.Value.ShouldBe("135");
    }

    [Fact]
    public void More_bars_than_can_be_told_apart_are_left_to_the_table() =>
        XElement.Parse(BarChart.Draw("t", ["a"], [.. Enumerable.Range(1, 100).Select(at => new Bar($"L{at}", [at]))]))
            .Elements(Svg + "rect").Count().ShouldBe(BarChart.MostBars);
}
