using Hkall.Pages.Print;

namespace Hkall.Pages.Tests.Print;

/// <summary>The bars say what they should: they are read back as a scanner reads them.</summary>
public sealed class Code128Tests
{
    [Theory]
    [InlineData("7YBQX1AGBZ3JJFND7MC54AGB38")]
    [InlineData("388880012345")]
    [InlineData("38888001234")]
    [InlineData("B0001")]
    [InlineData("00")]
    [InlineData("1")]
    [InlineData("AB123456CD")]
    [InlineData("~ !\"")]
    public void A_scanner_reads_what_was_written(string text) => Read(Code128.BarsOf(text)).ShouldBe(text);

    [Fact]
    public void Digits_are_written_two_to_a_sign() => Code128.SignsOf("388880012345").ShouldBe([105, 38, 88, 80, 1, 23, 45]);

    /// <summary>The example that the Wikipedia article works out: PJJ123C has the check sign 55 in set A; here the same rule in set B.</summary>
    [Fact]
    public void The_check_sign_is_the_weighted_sum_of_the_others()
    {
        var bars = Code128.BarsOf("PJJ123C");
        var signs = Signs(bars);

        signs[0].ShouldBe(104);
        signs[^2].ShouldBe(signs.Take(signs.Count - 2).Select((sign, at) => sign * Math.Max(1, at)).Sum() % 103);
        signs[^1].ShouldBe(106);
    }

    [Fact]
    public void Every_sign_is_eleven_modules_wide_and_the_stop_sign_thirteen()
    {
        var bars = Code128.BarsOf("HKALL-1");

        bars.Sum().ShouldBe((11 * (1 + 7 + 1)) + 13);
        bars.Count.ShouldBe((6 * (1 + 7 + 1)) + 7);
    }

    [Theory]
    [InlineData("")]
    [InlineData("書")]
    [InlineData("a\tb")]
    public void What_it_has_no_signs_for_is_not_written(string text)
    {
        Code128.CanWrite(text).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Code128.BarsOf(text));
    }

    /// <summary>Every sign has its own pattern, found by writing each letter and pair of digits once.</summary>
    private static readonly Dictionary<string, int> Patterns = Learn();

    private static Dictionary<string, int> Learn()
    {
        var known = new Dictionary<string, int>();
        for (var letter = ' '; letter <= '~'; letter++)
        {
            known[string.Concat(Code128.BarsOf(letter.ToString()).Skip(6).Take(6))] = letter - ' ';
        }

        for (var pair = 0; pair < 100; pair++)
        {
            known[string.Concat(Code128.BarsOf(pair.ToString("D2", System.Globalization.CultureInfo.InvariantCulture)).Skip(6).Take(6))] = pair;
        }

        known["113141"] = 99;
        known["114131"] = 100;
        known["211214"] = 104;
        known["211232"] = 105;
        return known;
    }

    private static List<int> Signs(IReadOnlyList<int> bars) =>
        [.. bars.SkipLast(7).Chunk(6).Select(widths => Patterns[string.Concat(widths)]), 106];

    private static string Read(IReadOnlyList<int> bars)
    {
        var signs = Signs(bars);
        signs[^2].ShouldBe(signs.Take(signs.Count - 2).Select((sign, at) => sign * Math.Max(1, at)).Sum() % 103);
        var pairs = signs[0] == 105;
        var text = string.Empty;
        foreach (var sign in signs.Skip(1).SkipLast(2))
        {
            if (pairs ? sign == 100 : sign == 99)
            {
                pairs = !pairs;
            }
            else
            {
                text += pairs ? sign.ToString("D2", System.Globalization.CultureInfo.InvariantCulture) : (char)(sign + ' ');
            }
        }

        return text;
    }
}
