using System.Globalization;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Web;

namespace Hkall.Service.Placing;

/// <summary>A cited work as the form of a request, and back.</summary>
public static class CitedItems
{
    public static Citation Of(CitedWork work)
    {
        var authors = work.Authors.Count > 0 ? string.Join("; ", work.Authors) : null;
        var basic = new ItemForm
        {
            Isbn = work.Kind == CitedKind.Article ? null : work.Isbn,
            Issn = work.Issns.FirstOrDefault(),
            Doi = work.Doi,
            Publisher = Short(work.Publisher, Limits.Name),
            Year = work.Year is >= Year.First and <= Year.Last ? work.Year : null,
            Edition = Short(work.Edition, Limits.Short),
            Volume = Short(work.Volume, Limits.Short),
            Issue = Short(work.Issue, Limits.Short),
            Source = SourceOf(work),
        };
        return work.Kind switch
        {
            CitedKind.Article => new Citation(ServiceType.Copy, basic with
            {
                Title = Short(work.Container, Limits.Title),
                ArticleTitle = Short(work.Title, Limits.Title),
                ArticleAuthor = Short(authors, Limits.Name),
                Pages = Short(work.Pages, Limits.Short),
                Publisher = null,
            }),
            CitedKind.Chapter => new Citation(ServiceType.Copy, basic with
            {
                Title = Short(work.Container, Limits.Title),
                ChapterTitle = Short(work.Title, Limits.Title),
                ArticleAuthor = Short(authors, Limits.Name),
                Author = work.Editors.Count > 0 ? Short(string.Join("; ", work.Editors), Limits.Name) : null,
                Pages = Short(work.Pages, Limits.Short),
                Issn = null,
            }),
            CitedKind.Book or CitedKind.Journal or CitedKind.Unknown => new Citation(
                work is { Kind: CitedKind.Unknown, Doi: not null } or { Kind: CitedKind.Journal } ? ServiceType.Copy : ServiceType.Loan,
                basic with
                {
                    Title = Short(work.Title, Limits.Title),
                    Author = Short(authors, Limits.Name),
                    TotalPages = work.TotalPages,
                }),
        };
    }

    /// <summary>What the sources can look up of an item.</summary>
    public static CitedWork WorkOf(Item item)
    {
        var isArticle = item.ArticleTitle is not null || (item.Issn is not null && item.ChapterTitle is null);
        var part = item.ArticleTitle ?? item.ChapterTitle;
        var isPart = isArticle || part is not null;
        return new CitedWork
        {
            Kind = isArticle ? CitedKind.Article : part is not null ? CitedKind.Chapter
                : item is { Title.Length: 0, Isbn: null } ? CitedKind.Unknown : CitedKind.Book,
            Title = isPart ? part : item.Title is { Length: > 0 } title ? title : null,
            Container = isPart && item.Title.Length > 0 ? item.Title : null,
            Authors = (item.ArticleAuthor ?? (isPart ? null : item.Author)) is { } author ? [.. author.Split(';', StringSplitOptions.TrimEntries)] : [],
            Year = item.Year,
            Volume = item.Volume,
            Issue = item.Issue,
            Pages = isPart ? item.Pages : null,
            Publisher = item.Publisher,
            Edition = item.Edition,
            Isbn = item.Isbn,
            Issns = item.Issn is { } issn ? [issn] : [],
            Doi = item.Doi,
            Pmid = item.Source?.Split(';', StringSplitOptions.TrimEntries)
                .Where(source => source.StartsWith("PMID", StringComparison.OrdinalIgnoreCase)).Select(source => Pmid.Read(source).Value).FirstOrDefault(),
        };
    }

    private static string? SourceOf(CitedWork work)
    {
        string[] numbers = [.. new[] { work.Pmid is { } pmid ? $"PMID {pmid}" : null, work.Arxiv is { } arxiv ? $"arXiv:{arxiv}" : null }.OfType<string>()];
        return numbers.Length > 0 ? string.Join("; ", numbers) : null;
    }

    /// <summary>Cut at a whole character; a longer text would be refused by the form.</summary>
    private static string? Short(string? text, int longest) =>
        text is null || text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    /// <summary>A field of a cited work as text.</summary>
    public static IReadOnlyList<(string Field, string Value)> Fields(CitedWork work) =>
    [
        .. new (string Field, string? Value)[]
        {
            ("title", work.Title), ("container", work.Container), ("authors", work.Authors.Count > 0 ? string.Join("; ", work.Authors) : null),
            ("editors", work.Editors.Count > 0 ? string.Join("; ", work.Editors) : null),
            ("year", work.Year?.ToString(CultureInfo.InvariantCulture)), ("volume", work.Volume), ("issue", work.Issue), ("pages", work.Pages),
            ("publisher", work.Publisher), ("edition", work.Edition), ("isbn", work.Isbn),
            ("issn", work.Issns.Count > 0 ? string.Join(", ", work.Issns) : null), ("doi", work.Doi), ("pmid", work.Pmid), ("arxiv", work.Arxiv),
        }.Where(field => field.Value is not null).Select(field => (field.Field, field.Value!)),
    ];
}
