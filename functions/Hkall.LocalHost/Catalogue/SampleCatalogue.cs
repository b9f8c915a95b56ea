using System.Text.Json;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.LocalHost.Keeping;
using Hkall.Service.Locating;

namespace Hkall.LocalHost.Catalogue;

/// <summary>The union catalogue of the bench: about two hundred real books, articles and chapters with invented holdings.</summary>
/// <remarks>
/// It looks up an item by its DOI, else its ISBN, else its ISSN, else its title. An item with a valid identifier that is not
/// in the catalogue counts as held by <see cref="HoldersOfAnything"/>, so that people who try the service can ask for a book
/// of their own. An item that has only a title and is not in the catalogue is held by no library.
/// </remarks>
public sealed class SampleCatalogue : ILocator
{
    /// <summary>Our own library in the lists of holders.</summary>
    public const string OurSymbol = "LU";

    /// <summary>The largest number of works in the answer to one search.</summary>
    public const int MostFound = 100;

    private readonly ILookup<string, Work> _byDoi;
    private readonly ILookup<string, Work> _byIsbn;
    private readonly ILookup<string, Work> _byIssn;
    private readonly ILookup<string, Work> _byTitle;

    public SampleCatalogue(IReadOnlyList<Work> works)
    {
        Works = works;
        _byDoi = works.Where(work => work.Doi is not null).ToLookup(work => Doi.Read(work.Doi!).Value ?? work.Doi!);
        _byIsbn = works.Where(work => work.Isbn is not null).ToLookup(work => Isbn.Read(work.Isbn!).Value ?? work.Isbn!);
        _byIssn = works.Where(work => work.Issn is not null).ToLookup(work => Issn.Read(work.Issn!).Value ?? work.Issn!);
        _byTitle = works.SelectMany(TitlesOf).ToLookup(title => title.Key, title => title.Work);
    }

    public IReadOnlyList<Work> Works { get; }

    /// <summary>The libraries that count as holders of any item with an identifier that is not in the catalogue.</summary>
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
        var here = holders.Contains(OurSymbol);
        return Task.FromResult(new Holdings(here, [.. holders.Where(symbol => symbol != OurSymbol)]) { Own = here ? [OurShelves.CopyOf(item)] : [] });
    }

    /// <summary>Returns the works that contain every word of the query, in the order of the catalogue.</summary>
    public IReadOnlyList<Work> Search(string query, int take)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => PlainForm.Words(word).Any()).Select(Plain.Text).ToList();
        return [.. Works.Where(work => words.All(Searched(work).Contains)).Take(Math.Min(take, MostFound))];
    }

    /// <summary>The works with the item's identifier; none where the catalogue lacks it; null where the item has no valid identifier.</summary>
    private IReadOnlyList<Work>? ByIdentifier(Item item)
    {
        if (item.Doi is not null && Doi.Read(item.Doi).Value is { } doi)
        {
            return [.. _byDoi[doi]];
        }

        if (item.Isbn is not null && Isbn.Read(item.Isbn).Value is { } isbn)
        {
            return [.. _byIsbn[isbn]];
        }

        return item.Issn is not null && Issn.Read(item.Issn).Value is { } issn ? [.. _byIssn[issn]] : null;
    }

    /// <summary>By the title of the chapter or article, else of the book that contains it, and by its author if one is given.</summary>
    private IReadOnlyList<Work> ByTitle(Item item)
    {
        var works = new[] { item.ShortTitle, item.Title }.Select(title => _byTitle[Plain.Text(title)].ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
        return NamesOf(item) is [_, ..] names ? [.. works.Where(work => IsBy(work, names))] : works;
    }

    /// <summary>Each detail that matches some of the works excludes the others; a detail that matches none counts as a mistake.</summary>
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

    /// <summary>Names are written in many ways and orders, so one common word is enough.</summary>
    private static bool IsBy(Work work, IReadOnlyList<string> names) => names.Any(Plain.Text($"{work.Author} {work.ArticleAuthor}").Contains);

    private static IReadOnlyList<string> Holders(IReadOnlyList<Work> works) => [.. works.SelectMany(work => work.HeldBy).Distinct()];

    /// <summary>The titles that find a work: its own, with its subtitle and without. A journal's title finds none of its articles.</summary>
    private static IEnumerable<(string Key, Work Work)> TitlesOf(Work work)
    {
        var title = work.ArticleTitle ?? work.ChapterTitle ?? work.Title;
        return new[] { Plain.Text(title), Plain.MainTitle(title) }.Distinct().Select(key => (key, work));
    }

    private static string Searched(Work work) => Plain.Text(
        $"{work.Title} {work.Author} {work.ArticleTitle} {work.ChapterTitle} {work.ArticleAuthor} {work.Isbn} {work.Issn} {work.Doi}");

    private sealed record Content(IReadOnlyList<Work> Works);
}
