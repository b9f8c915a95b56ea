using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>References in GB/T 7714, and Chinese references whose titles stand in brackets.</summary>
internal static partial class ChineseReference
{
    /// <returns>Null if it is neither.</returns>
    public static ReferenceParts? Read(string text) => Marker().Match(text) is { Success: true } marker ? Marked(text, marker) : Bracketed(text);

    /// <summary>GB/T 7714 names the kind of work after its title: <c>[J]</c>, <c>[M]</c>, <c>[C]//</c>.</summary>
    private static ReferenceParts Marked(string text, Match marker)
    {
        var before = text[..marker.Index];
        var end = FirstStop().Match(before);
        var (authors, title) = end.Success ? (before[..end.Index], before[(end.Index + end.Length)..]) : (string.Empty, before);
        var rest = text[(marker.Index + marker.Length)..].Trim(' ', '.', '．', '。');
        var kind = marker.Groups["k"].Value;
        var parts = new ReferenceParts { Authors = authors, Title = title };
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            return Host().Match(rest) is { Success: true } host
                ? parts with
                {
                    Kind = CitedKind.Chapter,
                    Editors = Group(host, "ed"),
                    Container = Group(host, "c"),
                    Publisher = Group(host, "pub"),
                    Year = Group(host, "y"),
                    Pages = Group(host, "p"),
                }
                : parts with { Kind = CitedKind.Chapter, Container = rest.Trim('/') };
        }

        if (kind is "J" or "N")
        {
            return Journal().Match(rest) is { Success: true } journal
                ? parts with
                {
                    Kind = CitedKind.Article,
                    Container = Group(journal, "c"),
                    Year = Group(journal, "y"),
                    Volume = Group(journal, "v"),
                    Issue = Group(journal, "i"),
                    Pages = Group(journal, "p"),
                }
                : parts with { Kind = CitedKind.Article, Container = rest };
        }

        return Published().Match(rest) is { Success: true } book
            ? parts with { Kind = CitedKind.Book, Edition = Group(book, "e"), Publisher = Group(book, "pub"), Year = Group(book, "y") }
            : parts with { Kind = kind == "EB" ? CitedKind.Unknown : CitedKind.Book, Year = AnyYear().Match(rest) is { Success: true } year ? year.Value : null };
    }

    /// <summary>Chinese and Japanese references put the titles of books and journals in 《》, and those of articles in 〈〉, 「」 or quotation marks.</summary>
    private static ReferenceParts? Bracketed(string text)
    {
        if (Work().Match(text) is not { Success: true } work)
        {
            return null;
        }

        var part = Part().Match(text[..work.Index]);
        var after = text[(work.Index + work.Length)..];
        var authors = text[..(part.Success ? part.Index : work.Index)].Trim(' ', '：', ':', '，', ',', '、', '.', '。');
        var isArticle = part.Success && (Volume().IsMatch(after) || Issue().IsMatch(after) || !Publisher().IsMatch(after));
        return new ReferenceParts
        {
            Kind = !part.Success ? CitedKind.Book : isArticle ? CitedKind.Article : CitedKind.Chapter,
            Authors = YearInBrackets().Replace(EditorAfter().Replace(authors, string.Empty), string.Empty),
            Title = part.Success ? part.Groups["t"].Value : work.Groups["t"].Value,
            Container = part.Success ? work.Groups["t"].Value : null,
            Volume = Group(Volume().Match(after), "v"),
            Issue = Group(Issue().Match(after), "i"),
            Pages = part.Success ? Group(PagesOf().Match(after), "p") : null,
            Publisher = Group(Publisher().Match(after), "pub"),
            Edition = Group(Edition().Match(after), "e"),
            Year = AnyYear().Match(after) is { Success: true } year ? year.Value : AnyYear().Match(authors) is { Success: true } early ? early.Value : null,
        };
    }

    private static string? Group(Match match, string name) => match.Groups[name] is { Success: true, Value: { Length: > 0 } value } ? value.Trim() : null;

    [GeneratedRegex(@"\s?[\[［【](?<k>J|M|C|D|R|N|P|S|G|A|Z|DB|CP|EB)(?:/(?:OL|CD|DK|MT))?[\]］】]")]
    private static partial Regex Marker();

    /// <summary>The authors end at the first full stop that follows no initial.</summary>
    [GeneratedRegex(@"[.．。]\s*(?!\s*\p{Lu}\.)")]
    private static partial Regex FirstStop();

    [GeneratedRegex(@"^(?<c>.{1,200}?)[,，]\s*(?<y>(?:1[5-9]|20)[0-9]{2})(?:-[0-9]{1,2}-[0-9]{1,2})?[,，]?\s*(?<v>[0-9]{1,4}|[IVXLC]{1,7})?\s*(?:[(（](?<i>[^()（）]{1,30})[)）])?(?:\s*[:：]\s*(?<p>[A-Za-z]{0,2}[0-9]+(?:\s?[-‐‑–—~+]\s?[A-Za-z]{0,2}[0-9]+)?(?:[,，]\s?[0-9]+(?:[-–][0-9]+)?)*))?")]
    private static partial Regex Journal();

    [GeneratedRegex(@"^//\s*(?:(?<ed>[^.．。]{1,100})[.．。]\s*)?(?<c>.{2,200}?)(?:\[[A-Z/]{1,5}\])?[.．。]\s*(?:[^:：.]{1,40}[:：]\s*)?(?<pub>[^,，:：]{1,80})[,，]\s*(?<y>(?:1[5-9]|20)[0-9]{2})(?:\s*[:：]\s*(?<p>[0-9]+(?:\s?[-‐‑–—~]\s?[0-9]+)?))?")]
    private static partial Regex Host();

    [GeneratedRegex(@"^(?:[^.．。]{1,60}[译譯][,，.．。]\s*)?(?:(?<e>[^.．。,，:：]{0,15}(?:版|ed))[.．。,，]\s*)?(?:[^:：]{1,60}[:：]\s*)?(?<pub>[^,，:：]{2,80})[,，]\s*(?<y>(?:1[5-9]|20)[0-9]{2})")]
    private static partial Regex Published();

    [GeneratedRegex("《(?<t>[^《》]{1,300})》")]
    private static partial Regex Work();

    [GeneratedRegex("[〈「『“\"](?<t>[^〈〉「」『』“”\"]{1,300})[〉」』”\"]")]
    private static partial Regex Part();

    [GeneratedRegex("第? ?(?<v>[0-9０-９〇零一二三四五六七八九十百]{1,6}) ?[卷巻]")]
    private static partial Regex Volume();

    [GeneratedRegex("第? ?(?<i>[0-9０-９〇零一二三四五六七八九十百]{1,6}) ?[期號号]")]
    private static partial Regex Issue();

    [GeneratedRegex(@"(?:頁|页|pp?\.)\s?(?<p>[0-9０-９]{1,6}(?:\s?[-‐‑–—~至－]\s?[0-9０-９]{1,6})?)|第\s?(?<p>[0-9０-９]{1,6}(?:\s?[-‐‑–—~至－]\s?[0-9０-９]{1,6})?)\s?[頁页]|(?<=[:：]\s?)(?<p>[0-9]{1,6}\s?[-–—~]\s?[0-9]{1,6})")]
    private static partial Regex PagesOf();

    [GeneratedRegex("(?<pub>[^，,：:（(。.；; 》]{1,40}(?:出版社|書局|书局|書店|书店|出版公司|印書館|印书馆|出版有限公司|出版事業公司|書院|出版部))")]
    private static partial Regex Publisher();

    [GeneratedRegex("(?<e>第[0-9０-９一二三四五六七八九十]{1,3}版|修訂版|修订版|增訂版|增订版)")]
    private static partial Regex Edition();

    [GeneratedRegex(@"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])|民[國国] ?[0-9〇一二三四五六七八九十]{1,4} ?年")]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"[（(]\s?(?:(?:1[5-9]|20)[0-9]{2}|民[國国][^）)]{1,8})年?\s?[)）]")]
    private static partial Regex YearInBrackets();

    [GeneratedRegex("(?:主編|主编|編著|编著|編|编|著|撰|譯|译)$")]
    private static partial Regex EditorAfter();
}
