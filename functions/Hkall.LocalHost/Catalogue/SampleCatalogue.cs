using System.Text.Json;
using Hkall.Domain.Placing;
using Hkall.LocalHost.Keeping;
using Hkall.Service.Placing;

namespace Hkall.LocalHost.Catalogue;

/// <summary>
/// The union catalogue of the bench: some two hundred real books, articles and chapters, with holdings that are made up.
/// </summary>
/// <remarks>
/// An item is looked up by its DOI, else its ISBN, else its ISSN, else its title. One with an identifier that is well formed
/// and not in the catalogue is taken to be held by <see cref="HoldersOfAnything"/>, so that whoever tries the service can ask
/// for a book of their own. One that is known by a title alone, and not in the catalogue, is held by nobody.
/// </remarks>
public sealed class SampleCatalogue : ILocator
{
    /// <summary>Our own library in the lists of holders.</summary>
    public const string OurSymbol = "LU";

    /// <summary>The most works one search answers.</summary>
    public const int MostFound = 100;

    private readonly ILookup<string, Work> _byDoi;
    private readonly ILookup<string, Work> _byIsbn;
    private readonly ILookup<string, Work> _byIssn;
    private readonly ILookup<string, Work> _byTitle;

    public SampleCatalogue(IReadOnlyList<Work> works)
    {
        Works = works;
        _byDoi = works.Where(work => work.Doi is not null).ToLookup(work => Doi.Normalise(work.Doi!) ?? work.Doi!);
        _byIsbn = works.Where(work => work.Isbn is not null).ToLookup(work => Isbn.Normalise(work.Isbn!) ?? work.Isbn!);
        _byIssn = works.Where(work => work.Issn is not null).ToLookup(work => Issn.Normalise(work.Issn!) ?? work.Issn!);
        _byTitle = works.SelectMany(TitlesOf).ToLookup(title => title.Key, title => title.Work);
    }

    public IReadOnlyList<Work> Works { get; }

    /// <summary>Libraries that are taken to hold whatever has an identifier and is not in the catalogue.</summary>
    public static IReadOnlyList<string> HoldersOfAnything { get; } = ["CUHK", "HKU", "HKUST"];

    /// <summary>The catalogue that comes with the bench.</summary>
    public static SampleCatalogue Load()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Catalogue", "sample-catalogue.json");
        using var file = File.OpenRead(path);
        var content = JsonSerializer.Deserialize<Content>(file, BenchJson.Options) ?? throw new InvalidDataException($"{path} is empty.");
        return new SampleCatalogue(content.Works);
    }

    public Task<Holdings> LocateAsync(Item item, CancellationToken cancellation)
    {
        var known = ByIdentifier(item);
        var holders = known switch
        {
            null => Holders(Narrowed(ByTitle(item), item)),
            [] => HoldersOfAnything,
            _ => Holders(Narrowed(known, item)),
        };
        return Task.FromResult(new Holdings(holders.Contains(OurSymbol), [.. holders.Where(symbol => symbol != OurSymbol)]));
    }

    /// <summary>Works in which every word of the query occurs, in the order of the catalogue.</summary>
    public IReadOnlyList<Work> Search(string query, int take)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Plain.Text).ToList();
        return [.. Works.Where(work => words.All(Searched(work).Contains)).Take(Math.Min(take, MostFound))];
    }

    /// <summary>The works with the item's identifier, none where it is not in the catalogue, or null where the item has none that is well formed.</summary>
    private IReadOnlyList<Work>? ByIdentifier(Item item)
    {
        if (item.Doi is not null && Doi.Normalise(item.Doi) is { } doi)
        {
            return [.. _byDoi[doi]];
        }

        if (item.Isbn is not null && Isbn.Normalise(item.Isbn) is { } isbn)
        {
            return [.. _byIsbn[isbn]];
        }

        return item.Issn is not null && Issn.Normalise(item.Issn) is { } issn ? [.. _byIssn[issn]] : null;
    }

    /// <summary>By the title of the chapter or the article, else of the book it is in; by whoever is given as its author, if anybody.</summary>
    private IReadOnlyList<Work> ByTitle(Item item)
    {
        var works = new[] { item.ShortTitle, item.Title }.Select(title => _byTitle[Plain.Text(title)].ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
        return NamesOf(item) is [_, ..] names ? [.. works.Where(work => IsBy(work, names))] : works;
    }

    /// <summary>Each detail that is given and fits some of the works leaves only those; one that fits none is taken for a slip.</summary>
    private static IReadOnlyList<Work> Narrowed(IReadOnlyList<Work> works, Item item)
    {
        works = Narrowed(works, item.ArticleTitle ?? item.ChapterTitle, work => work.ArticleTitle ?? work.ChapterTitle);
        works = Narrowed(works, item.Volume, work => work.Volume);
        works = Narrowed(works, item.Issue, work => work.Issue);
        works = Narrowed(works, item.Pages, work => work.Pages);
        var names = NamesOf(item);
        return works.Where(work => IsBy(work, names)).ToList() is [_, ..] fitting ? fitting : works;
    }

    private static IReadOnlyList<Work> Narrowed(IReadOnlyList<Work> works, string? given, Func<Work, string?> detail) =>
        given is not null && works.Where(work => Plain.Text(detail(work) ?? string.Empty) == Plain.Text(given)).ToList() is [_, ..] fitting ? fitting : works;

    private static IReadOnlyList<string> NamesOf(Item item) => Plain.Words(item.ArticleAuthor ?? item.Author ?? string.Empty);

    /// <summary>Names are written in many ways and orders: one word in common is enough.</summary>
    private static bool IsBy(Work work, IReadOnlyList<string> names) => names.Any(Plain.Text($"{work.Author} {work.ArticleAuthor}").Contains);

    private static IReadOnlyList<string> Holders(IReadOnlyList<Work> works) => [.. works.SelectMany(work => work.HeldBy).Distinct()];

    /// <summary>What a work is found by: its own title, with its subtitle and without. A journal's title names no article of it.</summary>
    private static IEnumerable<(string Key, Work Work)> TitlesOf(Work work)
    {
        var title = work.ArticleTitle ?? work.ChapterTitle ?? work.Title;
        return new[] { Plain.Text(title), Plain.MainTitle(title) }.Distinct().Select(key => (key, work));
    }

    private static string Searched(Work work) => Plain.Text(
        $"{work.Title} {work.Author} {work.ArticleTitle} {work.ChapterTitle} {work.ArticleAuthor} {work.Isbn} {work.Issn} {work.Doi}");

    private sealed record Content(IReadOnlyList<Work> Works);
}
