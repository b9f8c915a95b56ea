using Hkall.Domain.Model;

namespace Hkall.Service.Tests.Citing;

/// <summary>Free copies: which are found, and which is the better one.</summary>
public sealed class FreeCopyTests
{
    private const string Doi = "10.1108/00220411";

    private static readonly Item Article = new() { Title = "Journal of Documentation", ArticleTitle = "Reading in two scripts", Doi = Doi };

    private readonly SourcesKit _kit = new();

    [Fact]
    public async Task The_published_version_comes_before_the_accepted_and_the_submitted_one()
    {
        _kit.Says("unpaywall", Unpaywall("https://repository.example.org/a", "acceptedVersion"))
            .Says("openalex", """
                {"doi":"https://doi.org/10.1108/00220411","best_oa_location":{"is_oa":true,"landing_page_url":"https://preprints.example.org/a","version":"submittedVersion"},
                 "locations":[{"is_oa":true,"pdf_url":"https://publisher.example.org/a.pdf","version":"publishedVersion","license":"cc-by"}]}
                """);

        (await _kit.FreeCopies.FindAsync(Article, CancellationToken.None)).ShouldBe(
            new FreeCopy("https://publisher.example.org/a.pdf", FreeVersion.Published, "cc-by", "OpenAlex"));
    }

    [Fact]
    public async Task The_archive_of_pubmed_and_the_directory_of_journals_know_some()
    {
        _kit.Says("pmc", """{"records":[{"doi":"10.1108/00220411","pmcid":"PMC1234567","mid":"NIHMS1"}]}""");
        (await _kit.FreeCopies.FindAsync(Article, CancellationToken.None)).ShouldBe(
            new FreeCopy("https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/", FreeVersion.Accepted, null, "PubMed Central"));

        var other = new SourcesKit().Says("doaj", """
            {"results":[{"bibjson":{"identifier":[{"type":"doi","id":"10.1108/00220411"}],"link":[{"type":"fulltext","url":"https://journal.example.org/1"}],"license":[{"type":"CC BY"}]}}]}
            """);
        (await other.FreeCopies.FindAsync(Article, CancellationToken.None)).ShouldBe(
            new FreeCopy("https://journal.example.org/1", FreeVersion.Published, "CC BY", "DOAJ"));
    }

    [Fact]
    public async Task A_book_that_can_be_read_in_full_is_found_by_its_isbn()
    {
        _kit.Says("api/books", """{"ISBN:9780226458113":{"title":"T","ebooks":[{"availability":"full","preview_url":"https://archive.org/details/t"}]}}""");

        (await _kit.FreeCopies.FindAsync(new Item { Title = "T", Isbn = "9780226458113" }, CancellationToken.None))!.Host.ShouldBe("archive.org");
    }

    [Theory]
    [InlineData("http://repository.example.org/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://intranet/a")]
    [InlineData("https://user:secret@repository.example.org/a")]
    [InlineData("not an address")]
    public async Task An_address_that_nobody_should_follow_is_not_shown(string address)
    {
        _kit.Says("unpaywall", Unpaywall(address, "publishedVersion"));

        (await _kit.FreeCopies.FindAsync(Article, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task The_copy_of_another_work_is_none()
    {
        _kit.Says("unpaywall", Unpaywall("https://repository.example.org/a", "publishedVersion").Replace(Doi, "10.1108/999", StringComparison.Ordinal));

        (await _kit.FreeCopies.FindAsync(Article, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_asked_for_an_item_without_a_number()
    {
        (await _kit.FreeCopies.FindAsync(Article with { Doi = null }, CancellationToken.None)).ShouldBeNull();
        _kit.Asked.ShouldBeEmpty();
    }

    private static string Unpaywall(string address, string version) =>
        $$$"""{"doi":"10.1108/00220411","is_oa":true,"best_oa_location":{"url":"{{{address}}}","version":"{{{version}}}","license":"cc-by"}}""";
}
