using System.Globalization;
using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>A year of publication as catalogues and citations write it: <c>c2000</c>, <c>[1998]</c>, <c>1998-03</c>, <c>民國87年</c>.</summary>
public static partial class Year
{
    public const int First = 1000;
    public const int Last = 2999;

    /// <summary>The first year of each era, less one.</summary>
    private static readonly Dictionary<string, int> Eras = new()
    {
        ["民國"] = 1911,
        ["民国"] = 1911,
        ["明治"] = 1867,
        ["大正"] = 1911,
        ["昭和"] = 1925,
        ["平成"] = 1988,
        ["令和"] = 2018,
    };

    /// <summary>The first year in the text.</summary>
    public static Reading<int?> Read(string text)
    {
        var plain = PlainText.Of(text).ToLowerInvariant();
        if (OfEra().Match(plain) is { Success: true } era && (era.Groups[2].Value == "元" ? 1 : Numeral.Of(era.Groups[2].Value)) is { } number and < 200)
        {
            return Reading.Of<int?>(Eras[era.Groups[1].Value] + number);
        }

        var found = Digits().Matches(plain).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            .Concat(Letters().Matches(plain).Select(match => Numeral.Of(match.Value) ?? 0))
            .FirstOrDefault(year => year is >= First and <= Last);
        return found > 0 ? Reading.Of<int?>(found) : Reading.Not<int?>(Flaw.NoDigits);
    }

    [GeneratedRegex("(民國|民国|明治|大正|昭和|平成|令和) ?([0-9]{1,3}|元|[〇零一二三四五六七八九十百廿卅]+)")]
    private static partial Regex OfEra();

    /// <summary>Four digits, or eight as a date without hyphens. A year with an unknown digit (199-) is none.</summary>
    [GeneratedRegex(@"(?<![0-9])([0-9]{4})(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))?(?![0-9])")]
    private static partial Regex Digits();

    [GeneratedRegex("(?<![a-z])m[mdclxvi]+(?![a-z])|[〇零一二三四五六七八九]{4}")]
    private static partial Regex Letters();
}
