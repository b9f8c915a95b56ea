using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>From a pasted text to a request, over HTTP and with the sources of the bench.</summary>
public sealed class CitationJourneyTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private readonly APatron _patron = fixture.Bench.NewPatron();

    [Fact]
    public async Task A_pasted_reference_is_found_and_what_differs_is_said()
    {
        var one = await OneAsync("Codd, E. F. (1970). A relational model of data for large shared data banks. Communications of the ACM, 250(6), 377–387.");

        (one.At("kind"), one.At("form"), one.At("sure"), one.At("service")).ShouldBe(("article", "reference", "close", "copy"));
        one.At("item.doi").ShouldBe("10.1145/362384.362685");
        var difference = one.GetProperty("differences").EnumerateArray().ShouldHaveSingleItem();
        (difference.At("field"), difference.At("typed"), difference.At("found"), difference.At("why")).ShouldBe(
            ("volume", "250", "13", "The volume is 13, not 250."));
        one.At("address").ShouldStartWith("/place?genre=article&jtitle=Communications");
        one.GetProperty("read").EnumerateArray().ShouldContain(field => field.At("field") == "pages" && field.At("typed") == "377–387");
    }

    [Fact]
    public async Task A_doi_alone_is_completed_in_a_pasted_text_and_in_a_link()
    {
        var one = await OneAsync("https://doi.org/10.1145/362384.362685");
        (one.At("sure"), one.At("source"), one.At("item.articleTitle")).ShouldBe(
            ("exact", "Crossref", "A Relational Model of Data for Large Shared Data Banks"));

        var link = (await _patron.GetAsync("/api/openurl?rft_id=info:doi/10.1145/362384.362685")).ShouldBe(200).Json;
        (link.At("service"), link.At("item.articleTitle")).ShouldBe(("copy", "A Relational Model of Data for Large Shared Data Banks"));
    }

    [Fact]
    public async Task A_reference_that_nobody_knows_is_kept_as_it_was_typed_and_may_be_invented()
    {
        var one = await OneAsync("Nobody, A. (2019). A study that was never written. Journal of Imaginary Results, 4(2), 1–9.");

        (one.At("sure"), one.At("item.articleTitle")).ShouldBe(("asTyped", "A study that was never written"));
        one.At("note")!.ShouldStartWith("We could not find that this work exists.");
    }

    [Fact]
    public async Task A_free_copy_comes_with_the_options_and_with_the_request()
    {
        var item = new
        {
            title = "Communications of the ACM",
            articleTitle = "A Relational Model of Data for Large Shared Data Banks",
            doi = "10.1145/362384.362685",
            issn = "0001-0782",
            pages = "377-387",
            year = 1970,
            author = "Codd, E. F.",
        };
        var free = (await _patron.PostAsync("/api/options", item)).ShouldBe(200).Json;
        (free.At("freeCopy.address"), free.At("freeCopy.version"), free.At("freeCopy.licence"), free.At("freeCopy.source")).ShouldBe(
            ("https://repository.example.org/10.1145/362384.362685", "published", "cc-by", "Unpaywall"));

        var placed = (await _patron.PostAsync("/api/requests", new { service = "copy", item })).ShouldBe(201).Json;
        placed.At("freeCopy.address").ShouldNotBeNull();

        var other = fixture.Bench.NewPatron();
        (await other.PostAsync("/api/requests", new { service = "copy", item, freeCopySeen = true })).ShouldBe(201).Json.At("freeCopy").ShouldBeNull();
    }

    private async Task<System.Text.Json.JsonElement> OneAsync(string text)
    {
        var answer = (await _patron.PostAsync("/api/citations", new { text })).ShouldBe(200).Json;
        return answer.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
    }
}
