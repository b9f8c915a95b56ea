using System.Text;
using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>Reads BibTeX and BibLaTeX entries, with the commands by which LaTeX writes accents.</summary>
internal static partial class BibTexReader
{
    /// <summary>Values within braces within braces: a deeper nesting is not written by people.</summary>
    private const int Deepest = 20;

    public static bool IsBibTex(string text) => Entry().IsMatch(text);

    public static IEnumerable<string> Split(string text)
    {
        var starts = Entry().Matches(text).Select(match => match.Index).ToList();
        return starts.Select((start, i) => text[start..(i + 1 < starts.Count ? starts[i + 1] : text.Length)]);
    }

    /// <returns>Null if the text is no BibTeX.</returns>
    public static PastedCitation? Read(string text)
    {
        if (Entry().Match(text) is not { Success: true } entry)
        {
            return null;
        }

        var type = entry.Groups[1].Value.ToLowerInvariant();
        var values = Values(text, entry.Index + entry.Length);
        string? First(params string[] names) => names.Select(name => values.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);
        IReadOnlyList<string> Names(string name) => [.. And().Split(First(name) ?? string.Empty).Select(Plain).Where(one => one != "others")];

        var kind = type switch
        {
            "article" or "unpublished" or "preprint" or "online" => CitedKind.Article,
            "incollection" or "inbook" or "inproceedings" or "conference" => CitedKind.Chapter,
            "periodical" => CitedKind.Journal,
            "book" or "booklet" or "collection" or "proceedings" or "phdthesis" or "mastersthesis" or "thesis" or "techreport" or "report" or "manual" => CitedKind.Book,
            _ => First("journal", "journaltitle") is not null ? CitedKind.Article : First("booktitle") is not null ? CitedKind.Chapter : CitedKind.Unknown,
        };
        var fields = new FieldsTyped();
        var isArxiv = First("archiveprefix", "eprinttype") is { } prefix && prefix.Equals("arxiv", StringComparison.OrdinalIgnoreCase);
        var title = First("title");
        var subtitle = First("subtitle");
        var work = new CitedWork
        {
            Kind = kind,
            Title = fields.Text("title", Plain(subtitle is null ? title : $"{title}: {subtitle}")),
            Container = fields.Text("container", Plain(First("journal", "journaltitle", "booktitle"))),
            Authors = fields.Texts("authors", Names("author")),
            Editors = kind == CitedKind.Chapter ? fields.Texts("editors", Names("editor")) : [],
            Year = fields.Year(First("year", "date")),
            Volume = fields.Text("volume", Plain(First("volume"))),
            Issue = fields.Text("issue", Plain(First("number", "issue"))),
            Pages = fields.Text("pages", Plain(First("pages"))),
            Publisher = fields.Text("publisher", Plain(First("publisher", "institution", "school"))),
            Edition = fields.Text("edition", Plain(First("edition"))),
            Doi = fields.Number("doi", [.. new[] { First("doi"), First("url") }.OfType<string>().Select(Plain)], Citations.Doi.Read),
            Isbn = fields.Number("isbn", [.. new[] { First("isbn") }.OfType<string>()], Citations.Isbn.Read),
            Issns = fields.Issns([.. new[] { First("issn") }.OfType<string>()]),
            Pmid = fields.Number("pmid", [.. new[] { First("pmid") }.OfType<string>()], Citations.Pmid.Read),
            Arxiv = isArxiv ? fields.Number("arxiv", [.. new[] { First("eprint") }.OfType<string>()], ArxivId.Read) : null,
        };
        return new PastedCitation(text.Trim(), PastedForm.BibTex, work, fields.Typed);
    }

    /// <summary>The members of the entry: <c>name = {value}</c>, <c>name = "value"</c> or <c>name = value</c>.</summary>
    private static Dictionary<string, string> Values(string text, int at)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (Member().Match(text, at) is { Success: true } member)
        {
            var start = member.Index + member.Length;
            var end = End(text, start);
            values.TryAdd(member.Groups[1].Value, text[start..end].Trim().Trim('"').Trim());
            at = end;
        }

        return values;
    }

    /// <summary>The end of a value: the comma or brace outside braces and quotation marks.</summary>
    private static int End(string text, int start)
    {
        var (depth, quoted) = (0, false);
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{' when i == 0 || text[i - 1] != '\\':
                    depth++;
                    break;
                case '}' when depth == 0:
                    return i;
                case '}' when text[i - 1] != '\\':
                    depth--;
                    break;
                case '"' when depth == 0:
                    quoted = !quoted;
                    break;
                case ',' when depth == 0 && !quoted:
                    return i;

                // The entry itself may stand in parentheses.
                case ')' when depth == 0 && !quoted && string.IsNullOrWhiteSpace(text[(i + 1)..]):
                    return i;
            }

            if (depth > Deepest)
            {
                return i;
            }
        }

        return text.Length;
    }

    /// <summary>The text without LaTeX: accents on their letters, no braces, plain dashes.</summary>
    private static string Plain(string? latex)
    {
        if (latex is null)
        {
            return string.Empty;
        }

        var text = Accents().Replace(latex, match => Accented(match.Groups[1].Value[0], match.Groups[2].Value));
        text = Letters().Replace(text, match => match.Groups[1].Value switch
        {
            "ss" => "ß",
            "o" => "ø",
            "O" => "Ø",
            "ae" => "æ",
            "AE" => "Æ",
            "l" => "ł",
            "L" => "Ł",
            "aa" => "å",
            "oe" => "œ",
            "OE" => "Œ",
            "AA" => "Å",
            "i" => "i",
            _ => "&",
        });
        text = text.Replace(@"\&", "&", StringComparison.Ordinal).Replace(@"\%", "%", StringComparison.Ordinal).Replace(@"\_", "_", StringComparison.Ordinal)
            .Replace(@"\$", "$", StringComparison.Ordinal).Replace("---", "—", StringComparison.Ordinal).Replace("--", "–", StringComparison.Ordinal)
            .Replace('~', ' ').Replace(@"\textquoteright", "’", StringComparison.Ordinal).Replace(@"\textquoteleft", "‘", StringComparison.Ordinal);
        text = Commands().Replace(text, string.Empty);
        return Blanks().Replace(text.Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal), " ").Trim();
    }

    private static string Accented(char accent, string letter)
    {
        var table = accent switch
        {
            '"' => "aäeëiïoöuüyÿAÄEËIÏOÖUÜ",
            '\'' => "aáeéiíoóuúyýcćnńsśzźAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹ",
            '`' => "aàeèiìoòuùAÀEÈIÌOÒUÙ",
            '^' => "aâeêiîoôuûAÂEÊIÎOÔUÛ",
            '~' => "aãnñoõAÃNÑOÕ",
            '=' => "aāeēiīoōuūAĀEĒIĪOŌUŪ",
            '.' => "cċeėgġzżCĊEĖGĠIİZŻ",
            'c' => "cçsştţCÇSŞTŢ",
            'v' => "cčdďeěnňrřsštťzžCČDĎEĚNŇRŘSŠTŤZŽ",
            'u' => "aăeĕgğiĭoŏuŭAĂEĔGĞIĬOŎUŬ",
            'H' => "oőuűOŐUŰ",
            'k' => "aąeęiįuųAĄEĘIĮUŲ",
            'r' => "aåuůAÅUŮ",
            'd' => "aạeẹhḥiịoọsṣtṭuụAẠEẸHḤIỊOỌSṢTṬUỤ",
            _ => string.Empty,
        };
        var pairs = new StringBuilder(table);
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            if (pairs[i] == letter[^1])
            {
                return pairs[i + 1].ToString();
            }
        }

        return letter;
    }

    [GeneratedRegex(@"^[ \t]*@([A-Za-z]{3,20})\s*[{(]\s*[^,{}\s]*\s*,", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\G[\s,]*([A-Za-z][\w-]{0,40})\s*=\s*")]
    private static partial Regex Member();

    [GeneratedRegex(@"\s+and\s+")]
    private static partial Regex And();

    [GeneratedRegex(@"\{?\\([""'`^~=.]|[cvuHkrd](?=\{| ))\s*\{?\\?([A-Za-z])\}?\}?")]
    private static partial Regex Accents();

    [GeneratedRegex(@"\{?\\(ss|ae|AE|aa|AA|oe|OE|o|O|l|L|i)(?![A-Za-z])(?:\{\}|\s)?\}?")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\\[A-Za-z]+\s?")]
    private static partial Regex Commands();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
