using Hkall.Service.Notices;

namespace Hkall.Service.Tests.Notices;

public sealed class LineWrapTests
{
    [Fact]
    public void English_breaks_at_spaces_and_loses_no_word()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(i => new string('x', (i % 9) + 1)));

        var lines = LineWrap.Wrap(words).ToList();

        lines.ShouldAllBe(line => line.Length <= LineWrap.Columns && line == line.Trim());
        string.Join(' ', lines).ShouldBe(words);
    }

    [Fact]
    public void Chinese_breaks_anywhere_but_before_a_closing_mark_and_after_an_opening_one()
    {
        foreach (var shift in Enumerable.Range(0, 40))
        {
            var text = new string('香', shift) + string.Concat(Enumerable.Repeat("圖書館（服務）、「櫃檯」。", 12));

            var lines = LineWrap.Wrap(text).ToList();

            lines.ShouldAllBe(line => line.Length * 2 <= LineWrap.Columns + 2);
            lines.ShouldAllBe(line => !"）、」。".Contains(line.First()) && !"（「".Contains(line.Last()));
            string.Concat(lines).ShouldBe(text);
        }
    }

    [Fact]
    public void An_address_longer_than_a_line_stays_whole()
    {
        var address = "https://hkall.library.example/" + new string('a', 100);

        LineWrap.Wrap($"See {address} now").ShouldBe(["See", address, "now"]);
    }

    [Fact]
    public void The_next_lines_of_a_fact_are_set_in_further_than_the_first() =>
        LineWrap.Wrap($"Title: {new string('a', 60)} {new string('b', 60)}", "  ", "    ")
            .ShouldBe([$"  Title: {new string('a', 60)}", $"    {new string('b', 60)}"]);
}
