using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.LocalHost.Catalogue;
using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.Libraries;
using Hkall.Service.Locating;

namespace Hkall.LocalHost.Tests.Catalogue;

public sealed class SampleCatalogueTests
{
    private static readonly SampleCatalogue Sample = SampleCatalogue.Load();

    private readonly SampleCatalogue _small = new(
    [
        new Work("book", "Imagined Communities: Reflections on Nationalism", ["CUHK", "LU"]) { Author = "Benedict Anderson", Isbn = "9781844670864" },
        new Work("book", "吶喊", ["HKU"]) { Author = "魯迅" },
        new Work("article", "Nature", ["BL"]) { Issn = "0028-0836", ArticleTitle = "Molecular Structure of Nucleic Acids",
            ArticleAuthor = "J. D. Watson; F. H. C. Crick", Volume = "171", Issue = "4356", Pages = "737-738", Doi = "10.1038/171737a0" },
        new Work("article", "Nature", ["NUS"]) { Issn = "0028-0836", ArticleTitle = "Deep Learning", Volume = "521" },
    ]);

    [Fact]
    public void Every_identifier_of_the_catalogue_is_valid()
    {
        foreach (var work in Sample.Works)
        {
            (work.Isbn is null ? null : Isbn.Read(work.Isbn).Value).ShouldBe(work.Isbn, work.Title);
            (work.Issn is null ? null : Issn.Read(work.Issn).Value).ShouldBe(work.Issn, work.Title);
            (work.Doi is null ? null : Doi.Read(work.Doi).Value).ShouldBe(work.Doi?.ToLowerInvariant(), work.Title);
        }
    }

    [Fact]
    public void Works_are_held_by_libraries_the_bench_knows_a_few_by_nobody_and_all_kinds_and_libraries_occur()
    {
        var known = new LibraryList(BenchFolder.None).All.Select(library => library.Symbol)
            .Concat(SeedPartners.WrittenToByMail().Where(partner => partner.Lends.Loan).Select(partner => partner.Symbol))
            .Append(SampleCatalogue.OurSymbol)
            .ToHashSet();

        Sample.Works.Count.ShouldBeGreaterThanOrEqualTo(200);
        Sample.Works.ShouldAllBe(work => work.HeldBy.All(known.Contains));
        Sample.Works.Count(work => work.HeldBy.Count == 0).ShouldBeInRange(1, 20);
        Sample.Works.SelectMany(work => work.HeldBy).ToHashSet().SetEquals(known).ShouldBeTrue();
        Sample.Works.Select(work => work.Kind).ToHashSet().SetEquals(["book", "article", "chapter"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_work_of_the_catalogue_is_found_as_it_is_described()
    {
        foreach (var work in Sample.Works)
        {
            var found = await Sample.LocateAsync(ItemOf(work), CancellationToken.None);

            found.Symbols.ShouldBe(work.HeldBy.Where(symbol => symbol != SampleCatalogue.OurSymbol), work.Title);
            found.HeldHere.ShouldBe(work.HeldBy.Contains(SampleCatalogue.OurSymbol), work.Title);
        }
    }

    [Fact]
    public async Task What_our_own_library_holds_is_told_apart_from_what_others_hold() =>
        (await LocateAsync(new Item { Title = "?", Isbn = "9781844670864" })).ShouldBe((true, "CUHK"));

    [Theory]
    [InlineData("Imagined communities - reflections on nationalism", null)]
    [InlineData("IMAGINED COMMUNITIES", "Anderson, Benedict")]
    public async Task Without_an_identifier_a_book_is_found_by_its_title_and_author(string title, string? author) =>
        (await LocateAsync(new Item { Title = title, Author = author })).ShouldBe((true, "CUHK"));

    [Fact]
    public async Task Chinese_titles_are_found() => (await LocateAsync(new Item { Title = "《吶喊》", Author = "魯迅" })).ShouldBe((false, "HKU"));

    [Fact]
    public async Task A_title_by_another_author_is_another_book() =>
        (await LocateAsync(new Item { Title = "Imagined Communities", Author = "Jane Jacobs" })).ShouldBe((false, ""));

    [Fact]
    public async Task An_article_is_found_in_its_journal_by_its_title_or_its_place() =>
        (await Task.WhenAll(
            LocateAsync(new Item { Title = "Nature", Issn = "0028-0836", ArticleTitle = "Deep learning" }),
            LocateAsync(new Item { Title = "Nature", Issn = "0028-0836", Volume = "171", Pages = "737-738" }),
            LocateAsync(new Item { Title = "Nature", Doi = "10.1038/171737a0" }),
            LocateAsync(new Item { Title = "Nature", Issn = "0028-0836", ArticleTitle = "One we do not know" })))
        .ShouldBe([(false, "NUS"), (false, "BL"), (false, "BL"), (false, "BL NUS")]);

    [Theory]
    [InlineData("9780140449136", null, null)]
    [InlineData(null, "0317-8471", null)]
    [InlineData(null, null, "10.1000/182")]
    public async Task Whatever_has_a_valid_identifier_and_is_not_in_the_catalogue_is_held_by_three_libraries(string? isbn, string? issn, string? doi) =>
        (await LocateAsync(new Item { Title = "Mine", Isbn = isbn, Issn = issn, Doi = doi })).ShouldBe((false, "CUHK HKU HKUST"));

    [Fact]
    public async Task What_is_known_by_its_title_alone_and_not_in_the_catalogue_is_held_by_nobody() =>
        (await LocateAsync(new Item { Title = "A book nobody wrote" })).ShouldBe((false, ""));

    [Fact]
    public void A_search_finds_works_with_all_its_words()
    {
        _small.Search("nature watson", 10).ShouldHaveSingleItem().Volume.ShouldBe("171");
        _small.Search("魯迅", 10).Count.ShouldBe(1);
        _small.Search("9781844670864", 10).Count.ShouldBe(1);
        _small.Search("", 3).Count.ShouldBe(3);
        Sample.Search("", 1000).Count.ShouldBe(SampleCatalogue.MostFound);
    }

    private async Task<(bool HeldHere, string Symbols)> LocateAsync(Item item)
    {
        Holdings found = await _small.LocateAsync(item, CancellationToken.None);
        return (found.HeldHere, string.Join(' ', found.Symbols));
    }

    private static Item ItemOf(Work work) => new()
    {
        Title = work.Title,
        Author = work.Author,
        Isbn = work.Isbn,
        Issn = work.Issn,
        Doi = work.Doi,
        ChapterTitle = work.ChapterTitle,
        ArticleTitle = work.ArticleTitle,
        ArticleAuthor = work.ArticleAuthor,
        Volume = work.Volume,
        Issue = work.Issue,
        Pages = work.Pages,
    };
}
