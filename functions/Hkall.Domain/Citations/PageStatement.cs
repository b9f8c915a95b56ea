using System.Globalization;
using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>Pages from one to another, both included, in one numbering: Arabic, Roman, or with letters in front (S12).</summary>
/// <param name="Series">What stands before the number; "roman" for a preface numbered so.</param>
public sealed record PageRange(string Series, int From, int To);

/// <summary>The pages that a citation names.</summary>
/// <param name="Ranges">In the order of the pages, none within another.</param>
/// <param name="Count">The number of pages; null if the last is not known (45 ff.).</param>
public sealed partial record PageStatement(IReadOnlyList<PageRange> Ranges, int? Count)
{
    private const string Roman = "roman";
    private const string Page = "[0-9]+|[ivxlcdm]+|[〇零一二三四五六七八九十百]+";

    /// <summary>The whole work: no page, but a clear statement.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>The first page named; null for the whole work, or for a number of pages without their place.</summary>
    public PageRange? FirstRange => Ranges.Count > 0 ? Ranges[0] : null;

    /// <summary>The first page in plain form, for comparing.</summary>
    public string? First => FirstRange is { } first ? Written(first, first.From) : null;

    /// <summary>The pages as a citation would have them: <c>101-150, 200</c>.</summary>
    public string Text => string.Join(", ", Ranges.Select(range =>
        range.To == range.From ? Written(range, range.From) : $"{Written(range, range.From)}-{Written(range, range.To)}"));

    public static Reading<PageStatement> Read(string text)
    {
        var plain = PlainText.Of(text).ToLowerInvariant();
        if (Everything().IsMatch(plain))
        {
            return Reading.Of(new PageStatement([], null) { IsWhole = true });
        }

        if (Extent().Match(plain) is { Success: true } extent && Numeral.Of(extent.Groups["n"].Value) is { } count)
        {
            return Reading.Of(new PageStatement([], count));
        }

        if (PageOrNumber().IsMatch(plain))
        {
            return Reading.Not<PageStatement>(Flaw.PageOrCount);
        }

        plain = To().Replace(Labels().Replace(plain, " "), "-");
        plain = Spaced().Replace(plain, "-").Trim(' ', '.', ',', ';', '[', ']', '(', ')', ':');
        plain = Thousands().Replace(plain, "$1$2-$3$4");
        List<PageRange> ranges = [];
        var isOpen = false;
        foreach (var part in Separators().Split(plain).Where(part => part.Length > 0))
        {
            if (Single().Match(part) is not { Success: true } match)
            {
                return Reading.Not<PageStatement>(Flaw.Form);
            }

            var series = match.Groups["series"].Value;
            if (Range(match, series) is not { } range)
            {
                return Reading.Not<PageStatement>(Flaw.Backwards);
            }

            isOpen |= match.Groups["open"].Success;
            ranges.Add(range);
        }

        return ranges.Count == 0 ? Reading.Not<PageStatement>(Flaw.NoDigits) : Reading.Of(Of(ranges, isOpen));
    }

    /// <summary>The pages of several statements together, each page once; null if one has no known end.</summary>
    public static int? Together(IReadOnlyCollection<PageStatement> statements) => statements.Any(statement => statement.Count is null)
        ? null
        : statements.Where(statement => statement.Ranges.Count == 0).Sum(statement => statement.Count)
            + CountOf(Merged(statements.SelectMany(statement => statement.Ranges)));

    private static PageStatement Of(List<PageRange> ranges, bool isOpen)
    {
        // The first page stays the first as written: an article continued on an earlier page begins where it is cited.
        var merged = Merged(ranges);
        var first = merged.First(range => range.Series == ranges[0].Series && range.From <= ranges[0].From && ranges[0].From <= range.To);
        return new([first, .. merged.Where(range => range != first)], isOpen ? null : CountOf(merged));
    }

    private static string Written(PageRange range, int page) =>
        range.Series == Roman ? Numeral.Roman(page) : range.Series + page.ToString(CultureInfo.InvariantCulture);

    private static int CountOf(IEnumerable<PageRange> ranges) => ranges.Sum(range => range.To - range.From + 1);

    private static List<PageRange> Merged(IEnumerable<PageRange> ranges)
    {
        List<PageRange> merged = [];
        foreach (var range in ranges.OrderBy(range => range.Series, StringComparer.Ordinal).ThenBy(range => range.From))
        {
            if (merged is [.., var last] && last.Series == range.Series && range.From <= last.To + 1)
            {
                merged[^1] = last with { To = Math.Max(last.To, range.To) };
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged;
    }

    /// <returns>Null if it ends before it begins, or its numbers are too long for pages.</returns>
    private static PageRange? Range(Match match, string series)
    {
        var (first, last) = (match.Groups["from"].Value, match.Groups["to"].Value);
        var isRoman = char.IsAsciiLetter(first[0]);
        if (Numeral.Of(first) is not { } from)
        {
            return null;
        }

        if (last.Length == 0)
        {
            return new(isRoman ? Roman : series, from, match.Groups["next"].Success ? from + 1 : from);
        }

        // 101-50 is 101-150: the last page repeats only the digits that differ.
        var isShort = !isRoman && last.Length < first.Length && Numeral.Of(last) < from;
        // From the preface into the text (v-20) nobody can count.
        var to = isRoman && !char.IsAsciiLetter(last[0]) ? null : Numeral.Of(isShort ? first[..(first.Length - last.Length)] + last : last);
        return to >= from ? new(isRoman ? Roman : series, from, to.Value) : null;
    }

    [GeneratedRegex(@"^(?:the )?(?:all|whole|entire|complete|full|everything|cover to cover|全部|全書|全书|全本|全文|整本)(?: (?:of it|of the|of|the|book|text|pages?|work|volume))*\.?$")]
    private static partial Regex Everything();

    [GeneratedRegex(@"^(?:(?<n>[0-9]+) ?(?:pages|pgs|pp)\.?|[共全] ?(?<n>[0-9]+) ?[頁页])$")]
    private static partial Regex Extent();

    [GeneratedRegex(@"^[0-9]+ ?(?:pg?\.?|page|[頁页])$")]
    private static partial Regex PageOrNumber();

    [GeneratedRegex("^([0-9]{1,2}),([0-9]{3})-([0-9]{1,2}),([0-9]{3})$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<![a-z])(?:(?:pages?|pgs?|pp|p|seiten?)(?![a-z])\.?|s\.) ?(?=[0-9a-z\[])|第|[頁页]|(?<=[0-9]) ?(?:pages?|pgs?|pp?)\.?(?![a-z])")]
    private static partial Regex Labels();

    [GeneratedRegex(@" ?(?:(?<![a-z])(?:to|thru|through|until|till)(?![a-z])|[至到~→]|(?<=[0-9])[ー一](?=[0-9])|\.\.+) ?")]
    private static partial Regex To();

    [GeneratedRegex(" *-[ -]*")]
    private static partial Regex Spaced();

    [GeneratedRegex(" *(?:[,;、/+&]|(?<![a-z])(?:and|plus)(?![a-z])|[和及]) *| (?!f|et)")]
    private static partial Regex Separators();

    [GeneratedRegex($@"^(?<series>[a-z]{{1,4}}\.?(?=[0-9]))?(?<from>{Page})(?:-\k<series>?(?<to>{Page})| ?(?<open>ff\.?|et seqq?\.?|-)| ?(?<next>f\.?))?$")]
    private static partial Regex Single();
}
