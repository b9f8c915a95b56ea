using System.Globalization;
using Hkall.Domain.Model;

namespace Hkall.Service.Placing;

/// <summary>The content of an OpenURL: the likely service, and the item as far as the link describes it.</summary>
public sealed record Citation(ServiceType Service, ItemForm Item);

/// <summary>
/// Reads an OpenURL: Z39.88-2004 in key/encoded-value form, or version 0.1. It skips unknown keys, since link resolvers add their
/// own. A value that cannot be an identifier is left for the patron to correct.
/// </summary>
public static class OpenUrl
{
    /// <summary>The most values read; a longer address is not a citation.</summary>
    public const int MostValues = 100;

    private static readonly HashSet<string> PartGenres = new(StringComparer.OrdinalIgnoreCase) { "article", "bookitem", "proceeding", "preprint" };

    public static Citation Read(IEnumerable<KeyValuePair<string, string>> query)
    {
        var values = query.Take(MostValues)
            .Where(pair => pair.Value.Trim().Length > 0)
            .Select(pair => (Key: Plain(pair.Key), Value: pair.Value.Trim()))
            .ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        string? First(params string[] keys) => keys.Select(key => values[key].FirstOrDefault()).FirstOrDefault(value => value is not null);

        var genre = First("genre") ?? string.Empty;
        var isJournal = First("rft_val_fmt", "val_fmt")?.EndsWith(":journal", StringComparison.OrdinalIgnoreCase) == true
            || genre.Equals("article", StringComparison.OrdinalIgnoreCase) || genre.Equals("journal", StringComparison.OrdinalIgnoreCase)
            || (First("issn", "eissn") is not null && First("isbn") is null);
        var part = First("atitle");
        var ids = values["rft_id"].Concat(values["id"]).Concat(values["pid"]).ToList();
        var author = AuthorOf(First);
        var item = new ItemForm
        {
            Title = isJournal ? First("jtitle", "title", "stitle", "btitle") : First("btitle", "title", "jtitle", "stitle"),
            Author = isJournal || part is not null ? null : author,
            ArticleTitle = isJournal ? part : null,
            ChapterTitle = isJournal ? null : part,
            ArticleAuthor = isJournal || part is not null ? author : null,
            Isbn = First("isbn") ?? Id(ids, "urn:isbn:"),
            Issn = First("issn", "eissn") ?? Id(ids, "urn:issn:"),
            Doi = First("doi") ?? Id(ids, "info:doi/", "doi:", "https://doi.org/", "http://dx.doi.org/"),
            OclcNumber = Id(ids, "info:oclcnum/"),
            Publisher = First("pub", "publisher"),
            Year = YearOf(First("date", "year")),
            Edition = First("edition"),
            Volume = First("volume"),
            Issue = First("issue", "number"),
            Pages = First("pages") ?? PagesOf(First("spage"), First("epage")),
            Source = Id(values["rfr_id"].ToList(), "info:sid/") ?? First("sid"),
        };
        return new Citation(part is not null || PartGenres.Contains(genre) || isJournal ? ServiceType.Copy : ServiceType.Loan, item);
    }

    /// <summary>The key without the prefix of the 2004 version: <c>rft.btitle</c> is <c>btitle</c>.</summary>
    private static string Plain(string key) => key.StartsWith("rft.", StringComparison.OrdinalIgnoreCase) ? key[4..] : key;

    private static string? Id(IReadOnlyList<string> ids, params string[] schemes) =>
        ids.SelectMany(id => schemes.Where(scheme => id.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)).Select(scheme => id[scheme.Length..].Trim()))
            .FirstOrDefault(id => id.Length > 0);

    private static string? AuthorOf(Func<string[], string?> first)
    {
        if (first(["au"]) is { } whole)
        {
            return whole;
        }

        var last = first(["aulast"]);
        var given = first(["aufirst", "auinit", "auinit1"]);
        return (last, given) switch
        {
            (null, null) => first(["aucorp"]),
            (null, _) => given,
            (_, null) => last,
            _ => $"{last}, {given}",
        };
    }

    /// <summary>The year of a date such as <c>1998</c>, <c>1998-03</c> or <c>1998-03-01</c>.</summary>
    private static int? YearOf(string? date) =>
        date is { Length: >= 4 } && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1000
            ? year : null;

    private static string? PagesOf(string? first, string? last) => (first, last) switch
    {
        (null, _) => null,
        (_, null) => first,
        _ => first == last ? first : $"{first}-{last}",
    };
}
