using System.Globalization;
using Hkall.Domain.Citations;
using Hkall.LocalHost.Catalogue;

namespace Hkall.LocalHost.Sources;

/// <summary>
/// Answers in the shapes of the sources, written by us from their public documentation: Crossref
/// (https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md), NCBI E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/),
/// Open Library (https://openlibrary.org/dev/docs/api/books, …/search), Unpaywall (https://unpaywall.org/data-format), OpenAlex
/// (https://docs.openalex.org/api-entities/works/work-object), DOAJ (https://doaj.org/api/docs) and PubMed Central
/// (https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/). Only the members that the service reads are there.
/// </summary>
internal sealed class SampleAnswers(SampleCatalogue catalogue)
{
    private const int Most = 3;

    /// <summary>Below this a title is not offered.</summary>
    private const double LeastLike = 0.6;

    /// <summary>The numbers of the sample articles in PubMed are invented, above this one.</summary>
    private const int FirstPmid = 90_000_000;

    /// <summary>Articles with a free copy, and its version.</summary>
    private static readonly Dictionary<string, string> Free = new(StringComparer.OrdinalIgnoreCase)
    {
        ["10.1257/aer.91.5.1369"] = "publishedVersion",
        ["10.1145/362384.362685"] = "publishedVersion",
        ["10.1191/1478088706qp063oa"] = "acceptedVersion",
        ["10.1126/science.286.5439.509"] = "submittedVersion",
    };

    private readonly IReadOnlyList<Work> _works = catalogue.Works;

    public object? CrossrefWork(string doi) => ByDoi(doi) is { } work ? new { status = "ok", message = CrossrefRecord(work) } : null;

    public object CrossrefSearch(string words) =>
        new { status = "ok", message = new Dictionary<string, object> { ["items"] = Like(words, work => work.Doi is not null).Select(CrossrefRecord).ToArray() } };

    public object PubMedSearch(string term)
    {
        var doi = term.EndsWith("[AID]", StringComparison.Ordinal) ? Doi.Read(term[..^5].Trim('"')).Value : null;
        var title = term.EndsWith("[ti]", StringComparison.Ordinal) ? term[..^4] : null;
        var found = _works.Where(work => work.Kind == "article" && ((doi is not null && DoiOf(work) == doi)
            || (title is not null && Resemblance.TitleLikeness(TitleOf(work), title) >= LeastLike)));
        return new { esearchresult = new { idlist = found.Take(Most).Select(PmidOf).ToArray() } };
    }

    public object PubMedSummary(string ids)
    {
        var works = ids.Split(',').Select(id => (Id: id, Work: _works.FirstOrDefault(work => work.Kind == "article" && PmidOf(work) == id))).Where(one => one.Work is not null).ToList();
        var result = new Dictionary<string, object> { ["uids"] = works.Select(one => one.Id).ToArray() };
        foreach (var (id, work) in works)
        {
            result[id] = new
            {
                uid = id,
                title = $"{work!.ArticleTitle}.",
                fulljournalname = work.Title,
                pubdate = work.Year?.ToString(CultureInfo.InvariantCulture),
                volume = work.Volume,
                issue = work.Issue,
                pages = work.Pages,
                issn = work.Issn,
                authors = Names(work).Select(name => new { name, authtype = "Author" }),
                articleids = work.Doi is null ? [] : new[] { new { idtype = "doi", value = work.Doi } },
            };
        }

        return new { result };
    }

    public object OpenLibraryBook(string key)
    {
        var isbn = Isbn.Read(key.Split(':')[^1]).Value;
        return _works.FirstOrDefault(work => work.Kind == "book" && isbn is not null && work.Isbn is { } own && Isbn.Read(own).Value == isbn) is { } book
            ? new Dictionary<string, object>
            {
                [key] = new
                {
                    title = book.Title,
                    authors = Names(book).Select(name => new { name }),
                    publishers = new[] { new { name = book.Publisher } },
                    publish_date = book.Year?.ToString(CultureInfo.InvariantCulture),
                    number_of_pages = book.TotalPages,
                },
            }
            : new Dictionary<string, object>();
    }

    public object OpenLibrarySearch(string title) => new
    {
        docs = _works.Where(work => work.Kind == "book" && Resemblance.TitleLikeness(work.Title, title) >= LeastLike).Take(Most)
            .Select(work => new { title = work.Title, author_name = Names(work), first_publish_year = work.Year }),
    };

    public object? Unpaywall(string doi) => ByDoi(doi) is null ? null : new
    {
        doi,
        is_oa = Free.ContainsKey(doi),
        best_oa_location = Free.TryGetValue(doi, out var version) ? new { url = AddressOf(doi), version, license = "cc-by" } : null,
    };

    /// <summary>It also knows an author's manuscript, so that the two sources differ.</summary>
    public object? OpenAlex(string doi) => ByDoi(doi) is null ? null : new
    {
        doi = $"https://doi.org/{doi}",
        locations = Free.ContainsKey(doi)
            ? new[] { new { is_oa = true, landing_page_url = $"https://preprints.example.org/{doi}", version = "submittedVersion" } } : [],
    };

    public object Doaj() => new { total = 0, results = Array.Empty<object>() };

    public object PubMedCentral(string ids) => new { status = "ok", records = new[] { new { requested_id = ids, status = "error" } } };

    private static object CrossrefRecord(Work work)
    {
        var record = new Dictionary<string, object?>
        {
            ["DOI"] = work.Doi,
            ["type"] = work.Kind switch { "chapter" => "book-chapter", "book" => "book", _ => "journal-article" },
            ["title"] = new[] { TitleOf(work) },
            ["container-title"] = work.Kind == "book" ? [] : new[] { work.Title },
            ["author"] = Names(work).Select(name => name.Split(", ") is [var family, var given] ? new { family, given } : (object)new { family = name }).ToArray(),
            ["published"] = new Dictionary<string, object?> { ["date-parts"] = new[] { new[] { work.Year } } },
            ["volume"] = work.Volume,
            ["issue"] = work.Issue,
            ["page"] = work.Pages,
            ["publisher"] = work.Publisher,
            ["ISSN"] = work.Issn is null ? [] : new[] { work.Issn },
            ["ISBN"] = work.Isbn is null ? [] : new[] { work.Isbn },
        };
        return record;
    }

    private IEnumerable<Work> Like(string words, Func<Work, bool> which)
    {
        var sought = PlainForm.Words(PlainText.Of(words).ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return _works.Where(which)
            .Select(work => (Work: work, Own: PlainForm.Words(PlainText.Of(TitleOf(work)).ToLowerInvariant()).Distinct().ToList()))
            .Where(one => one.Own.Count > 0 && one.Own.Count(sought.Contains) >= LeastLike * one.Own.Count)
            .OrderByDescending(one => one.Own.Count(sought.Contains)).Take(Most).Select(one => one.Work);
    }

    private Work? ByDoi(string doi) => _works.FirstOrDefault(work => work.Doi is not null && DoiOf(work) == doi);

    private string PmidOf(Work work) => (FirstPmid + _works.ToList().IndexOf(work)).ToString(CultureInfo.InvariantCulture);

    private static string? DoiOf(Work work) => work.Doi is { } doi ? Doi.Read(doi).Value : null;

    private static string TitleOf(Work work) => work.ArticleTitle ?? work.ChapterTitle ?? work.Title;

    private static string[] Names(Work work) => (work.ArticleAuthor ?? work.Author)?.Split(';', StringSplitOptions.TrimEntries) ?? [];

    private static string AddressOf(string doi) => $"https://repository.example.org/{doi}";
}
