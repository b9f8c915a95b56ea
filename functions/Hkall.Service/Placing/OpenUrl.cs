using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Service.Placing;

/// <summary>The content of an OpenURL: the likely service, and the item as far as the link describes it.</summary>
public sealed record Citation(ServiceType Service, ItemForm Item);

/// <summary>
/// Reads an OpenURL: Z39.88-2004 in key/encoded-value form (also with the keys of Dublin Core), or version 0.1. It skips unknown
/// keys, since link resolvers add their own. A value that cannot be an identifier is left for the patron to correct.
/// </summary>
public static class OpenUrl
{
    /// <summary>The most values read; a longer address is not a citation.</summary>
    public const int MostValues = 100;

    private static readonly HashSet<string> PartGenres = new(StringComparer.OrdinalIgnoreCase) { "article", "bookitem", "proceeding", "preprint" };

    public static Citation Read(IEnumerable<KeyValuePair<string, string>> query)
    {
        var pairs = query.Take(MostValues).ToList();
        var encoding = pairs.Find(pair => pair.Key.Equals("ctx_enc", StringComparison.OrdinalIgnoreCase)).Value;
        var values = pairs
            .Select(pair => (Key: Plain(pair.Key), Value: VisibleText.Of(OldEncodings.Decoded(pair.Value, encoding)).Trim()))
            .Where(pair => pair.Value.Any(char.IsLetterOrDigit))
            .ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        string? First(params string[] keys) => keys.Select(key => values[key].FirstOrDefault()).FirstOrDefault(value => value is not null);
        IEnumerable<string> All(params string[] keys) => keys.SelectMany(key => values[key]);

        var format = First("rft_val_fmt", "val_fmt") ?? string.Empty;
        var genre = First("genre") ?? string.Empty;
        var isPatent = genre.Equals("patent", StringComparison.OrdinalIgnoreCase) || format.EndsWith(":patent", StringComparison.OrdinalIgnoreCase);
        var isJournal = format.EndsWith(":journal", StringComparison.OrdinalIgnoreCase)
            || genre.Equals("article", StringComparison.OrdinalIgnoreCase) || genre.Equals("journal", StringComparison.OrdinalIgnoreCase)
            || (First("issn", "eissn") is not null && First("isbn", "eisbn") is null);
        var part = First("atitle");
        var ids = All("rft_id", "id", "pid", "identifier").ToList();
        var author = AuthorsOf(values);
        var item = new ItemForm
        {
            Title = isJournal ? First("jtitle", "title", "stitle", "btitle") : First("btitle", "title", "jtitle", "stitle"),
            Author = isJournal || part is not null ? null : author,
            ArticleTitle = isJournal ? part : null,
            ChapterTitle = isJournal ? null : part,
            ArticleAuthor = isJournal || part is not null ? author : null,
            Isbn = Number([.. All("isbn", "eisbn"), .. Ids(ids, "urn:isbn:")], Isbn.Read),
            Issn = Number([.. All("issn", "eissn"), .. Ids(ids, "urn:issn:")], Issn.Read),
            Doi = Number([.. All("doi"), .. Ids(ids, "info:doi/", "doi:"), .. ids.Where(id => Doi.Read(id).IsRead)], Doi.Read),
            OclcNumber = Number([.. Ids(ids, "info:oclcnum/"), .. ids.Where(id => Names(id, "worldcat.org/"))], OclcNumber.Read),
            Publisher = First("pub", "publisher"),
            Year = All("date", "year").Select(date => Year.Read(date).Value).FirstOrDefault(year => year is not null),
            Edition = First("edition"),
            Volume = First("volume"),
            Issue = isPatent ? First("issue") : First("issue", "number"),
            Pages = First("pages") ?? PagesOf(First("spage"), First("epage")) ?? First("artnum"),
            TotalPages = First("tpages") is { } total ? ExtentOf(total) : null,
            Source = SourceOf(
                Ids([.. values["rfr_id"]], "info:sid/").FirstOrDefault() ?? First("sid"),
                [
                    .. ids.Where(IsPubMed).Concat(All("pmid")).Select(id => Pmid.Read(id).Value).Distinct().OfType<string>().Select(number => $"PMID {number}"),
                    .. ids.Where(id => Names(id, "arxiv")).Select(id => ArxivId.Read(id).Value).OfType<string>().Select(id => $"arXiv:{id}"),
                    .. isPatent && First("number") is { } patent ? [$"patent {patent}"] : Array.Empty<string>(),
                ]),
        };

        // A DOI or a number of PubMed by itself is that of an article.
        var isOnlyNumber = (item.Doi is not null || ids.Exists(IsPubMed)) && item is { Title: null, Isbn: null } && genre.Length == 0;
        return new Citation(part is not null || PartGenres.Contains(genre) || isJournal || isOnlyNumber ? ServiceType.Copy : ServiceType.Loan, item);
    }

    /// <summary>The key without the prefix of the 2004 version, or of Dublin Core: <c>rft.btitle</c> is <c>btitle</c>.</summary>
    private static string Plain(string key) =>
        key.StartsWith("rft.", StringComparison.OrdinalIgnoreCase) ? key[4..] : key.StartsWith("dc.", StringComparison.OrdinalIgnoreCase) ? key[3..] : key;

    private static IEnumerable<string> Ids(IReadOnlyList<string> ids, params string[] schemes) =>
        ids.SelectMany(id => schemes.Where(scheme => id.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)).Select(scheme => id[scheme.Length..].Trim()))
            .Where(id => id.Length > 0);

    private static bool IsPubMed(string id) => Names(id, "pmid") || Names(id, "ncbi.nlm.nih.gov");

    private static bool Names(string id, string source) => id.Contains(source, StringComparison.OrdinalIgnoreCase);

    /// <summary>The number of pages, which a link may also write as a statement of pages ("1-240").</summary>
    private static int? ExtentOf(string total) => PageStatement.Read(total).Value switch
    {
        { Ranges: [var one] } when one.From == one.To => one.From,
        var extent => extent?.Count,
    };

    /// <summary>The first value that can be read, in plain form; if none can, the first as it is, for the patron to correct.</summary>
    private static string? Number(IReadOnlyList<string> written, Func<string, Reading<string>> read) =>
        written.Select(value => read(value).Value).FirstOrDefault(value => value is not null) ?? (written.Count > 0 ? written[0] : null);

    /// <summary>The names of the first author in parts, and the whole names of the others.</summary>
    private static string? AuthorsOf(ILookup<string, string> values)
    {
        string? First(params string[] keys) => keys.Select(key => values[key].FirstOrDefault()).FirstOrDefault(value => value is not null);

        var first = (First("aulast", "invlast"), First("aufirst", "auinit", "auinit1", "invfirst")) switch
        {
            (null, null) => null,
            (null, { } given) => given,
            ({ } last, null) => last,
            ({ } last, { } given) => $"{last}, {given}",
        };
        var whole = values["au"].Concat(values["creator"]).Concat(values["inventor"]);
        var names = new[] { first }.OfType<string>().Concat(whole).Aggregate(
            new List<string>(),
            (kept, name) => kept.Exists(one => IsSameName(one, name)) ? kept : [.. kept, name]);
        return names.Count > 0 ? string.Join("; ", names) : First("aucorp");
    }

    /// <summary>"Kuhn, T. S." and "Kuhn, Thomas S." are one author in a list of a few.</summary>
    private static bool IsSameName(string one, string other)
    {
        var (a, b) = (PlainForm.Words(PlainText.Of(one).ToLowerInvariant()).ToList(), PlainForm.Words(PlainText.Of(other).ToLowerInvariant()).ToList());
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        return few.TrueForAll(word => many.Exists(full => full.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(full, StringComparison.Ordinal)));
    }

    private static string? PagesOf(string? first, string? last) => (first, last) switch
    {
        (null, _) => null,
        (_, null) => first,
        _ => first == last ? first : $"{first}-{last}",
    };

    private static string? SourceOf(string? source, IReadOnlyList<string> numbers) =>
        numbers.Count == 0 ? source : string.Join("; ", new[] { source }.OfType<string>().Concat(numbers));
}
