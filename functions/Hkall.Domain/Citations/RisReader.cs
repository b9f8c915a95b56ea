using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>Reads RIS, the format in which databases and reference managers export.</summary>
internal static partial class RisReader
{
    public static bool IsRis(string text) => Type().IsMatch(text);

    /// <summary>Each entry begins with its type.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var starts = Type().Matches(text).Select(match => match.Index).ToList();
        return starts.Select((start, i) => text[start..(i + 1 < starts.Count ? starts[i + 1] : text.Length)]);
    }

    /// <returns>Null if the text is no RIS.</returns>
    public static PastedCitation? Read(string text)
    {
        if (!IsRis(text))
        {
            return null;
        }

        var tags = Tags().Matches(text).Select(match => (Tag: match.Groups[1].Value.ToUpperInvariant(), Value: match.Groups[2].Value.Trim()))
            .Where(tag => tag.Value.Length > 0).ToLookup(tag => tag.Tag, tag => tag.Value);
        string? First(params string[] names) => names.Select(name => tags[name].FirstOrDefault()).FirstOrDefault(value => value is not null);

        var kind = First("TY") switch
        {
            "CHAP" or "ECHAP" or "CONF" or "CPAPER" => CitedKind.Chapter,
            "BOOK" or "EBOOK" or "EDBOOK" or "THES" or "RPRT" or "WHOLE" => CitedKind.Book,
            "JFULL" or "SER" => CitedKind.Journal,
            "JOUR" or "EJOUR" or "MGZN" or "NEWS" or "ABST" or "INPR" or "UNPB" or "PREP" => CitedKind.Article,
            _ => First("JO", "JF", "T2", "JA") is not null ? CitedKind.Article : CitedKind.Unknown,
        };
        var isPart = kind is CitedKind.Article or CitedKind.Chapter;
        var pages = (First("SP"), First("EP")) switch
        {
            (null, _) => null,
            ({ } first, null) => first,
            ({ } first, { } last) => first == last || first.Contains('-', StringComparison.Ordinal) ? first : $"{first}-{last}",
        };
        var fields = new FieldsTyped();
        var work = new CitedWork
        {
            Kind = kind,
            Title = fields.Text("title", First("TI", "T1", "CT", kind is CitedKind.Journal ? "JF" : "BT")),
            Container = isPart ? fields.Text("container", kind == CitedKind.Article ? First("JF", "JO", "T2", "JA", "J2") : First("T2", "BT", "JF", "JO")) : null,
            Authors = fields.Texts("authors", [.. tags["AU"].Concat(tags["A1"])]),
            Editors = fields.Texts("editors", [.. kind == CitedKind.Chapter ? tags["A2"].Concat(tags["ED"]) : []]),
            Year = fields.Year(First("PY", "Y1", "DA")),
            Volume = fields.Text("volume", First("VL")),
            Issue = fields.Text("issue", First("IS")),
            Pages = fields.Text("pages", pages),
            Publisher = fields.Text("publisher", First("PB")),
            Edition = fields.Text("edition", First("ET")),
            Doi = fields.Number("doi", [.. tags["DO"].Concat(tags["M3"]).Concat(tags["UR"]).Concat(tags["L3"])], Doi.Read),
            Isbn = kind is CitedKind.Article or CitedKind.Journal ? null : fields.Number("isbn", [.. tags["SN"]], Isbn.Read),
            Issns = kind is CitedKind.Book or CitedKind.Chapter ? [] : fields.Issns([.. tags["SN"]]),
            Pmid = fields.Number("pmid", [.. tags["AN"].Concat(tags["C7"]).Where(value => value.Contains("pmid", StringComparison.OrdinalIgnoreCase))], Pmid.Read),
        };
        return new PastedCitation(text.Trim(), PastedForm.Ris, work, fields.Typed);
    }

    [GeneratedRegex(@"^[ \t]*TY  ?- ?", RegexOptions.Multiline)]
    private static partial Regex Type();

    [GeneratedRegex(@"^[ \t]*([A-Z][A-Z0-9])  ?- ?([^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex Tags();
}
