using System.Globalization;
using Hkall.Domain.Model;

namespace Hkall.Service.Placing;

/// <summary>A citation as the query of an address: an OpenURL, which <see cref="OpenUrl"/> reads back and which other sites can write too.</summary>
public static class CitationLink
{
    /// <summary>The address of the page that fills the form of a request.</summary>
    public static string Of(Citation citation) => $"/place?{Query(citation)}";

    public static string Query(Citation citation) =>
        string.Join('&', Pairs(citation).Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}"));

    public static IEnumerable<(string Key, string? Value)> Pairs(Citation citation)
    {
        var item = citation.Item;
        var journal = item.ArticleTitle is not null || item.Issn is not null;
        var part = item.ArticleTitle ?? item.ChapterTitle;
        return
        [
            ("genre", (journal, citation.Service, part) switch
            {
                (true, _, _) => "article",
                (false, ServiceType.Copy, _) or (false, _, not null) => "bookitem",
                _ => "book",
            }),
            (journal ? "jtitle" : "btitle", item.Title),
            ("atitle", part),
            ("au", item.ArticleAuthor ?? item.Author),
            ("isbn", item.Isbn),
            ("issn", item.Issn),
            ("doi", item.Doi),
            ("rft_id", item.OclcNumber is { } number ? $"info:oclcnum/{number}" : null),
            ("pub", item.Publisher),
            ("date", item.Year?.ToString(CultureInfo.InvariantCulture)),
            ("edition", item.Edition),
            ("volume", item.Volume),
            ("issue", item.Issue),
            ("pages", item.Pages),
            ("tpages", item.TotalPages?.ToString(CultureInfo.InvariantCulture)),
            ("sid", item.Source),
        ];
    }
}
