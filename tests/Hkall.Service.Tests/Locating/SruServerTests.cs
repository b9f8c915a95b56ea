using Hkall.Domain.Model;
using Hkall.Service.Locating;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace Hkall.Service.Tests.Locating;

/// <summary>Against a real server, in both versions of the protocol.</summary>
public sealed class SruServerTests(ZebraServer zebra, ITestOutputHelper output) : IClassFixture<ZebraServer>
{
    // Time stands still: however slow the machine is, nobody loses patience.
    private static readonly TimeProvider Time = new FakeTimeProvider();

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    [Theory]
    [InlineData(SruVersion.V11)]
    [InlineData(SruVersion.V20)]
    public async Task A_book_is_found_by_its_isbn_with_the_libraries_that_hold_it(SruVersion version)
    {
        if (IsAbsent())
        {
            return;
        }

        (await AskAsync(new Item { Title = "Any", Isbn = "9780226458120" }, version)).ShouldBe(["HKU", "CUHK"]);
        (await AskAsync(new Item { Title = "Any", Isbn = "9780306406157" }, version)).ShouldBeNull();
    }

    [Theory]
    [InlineData(SruVersion.V11)]
    [InlineData(SruVersion.V20)]
    public async Task A_journal_is_found_by_its_issn_whatever_article_is_wanted(SruVersion version)
    {
        if (IsAbsent())
        {
            return;
        }

        (await AskAsync(new Item { Title = "JD", Issn = "0022-0418", ArticleTitle = "Any" }, version)).ShouldBe(["HKUST"]);
    }

    [Theory]
    [InlineData("The Structure of Scientific Revolutions: a subtitle", "Kuhn, Thomas S.")]
    [InlineData("Structure of scientific revolutions", "Thomas S. Kuhn")]
    [InlineData("structure scientific revolutions", null)]
    public async Task Without_a_number_it_is_found_by_title_and_author_as_people_write_them(string title, string? author)
    {
        if (IsAbsent())
        {
            return;
        }

        (await AskAsync(new Item { Title = title, Author = author }, SruVersion.V11)).ShouldBe(["HKU", "CUHK"]);
    }

    [Fact]
    public async Task A_title_of_quotes_and_stars_harms_nothing_and_is_found()
    {
        if (IsAbsent())
        {
            return;
        }

        (await AskAsync(new Item { Title = "What's \"new\"? C*", Author = "Ann O'Neil" }, SruVersion.V20)).ShouldBe([]);
        (await AskAsync(new Item { Title = "Another title", Author = "Kuhn" }, SruVersion.V20)).ShouldBeNull();
    }

    [Fact]
    public async Task An_index_that_the_server_does_not_know_makes_it_unknown_and_not_absent()
    {
        if (IsAbsent())
        {
            return;
        }

        var catalogue = Of(SruVersion.V11) with { Indexes = new CatalogueIndexes { Isbn = "no.such" } };

        var word = await new CatalogueClient(Http, Time).AskAsync(catalogue, new Item { Title = "T", Isbn = "9780226458120" }, CancellationToken.None);

        word.ShouldBeOfType<CatalogueWord.CannotTell>().Why.ShouldContain("Unsupported");
    }

    /// <returns>The codes of the holdings, none where the records have none, null where there is no record.</returns>
    private async Task<IReadOnlyList<string>?> AskAsync(Item item, SruVersion version) =>
        await new CatalogueClient(Http, Time).AskAsync(Of(version), item, CancellationToken.None) switch
        {
            CatalogueWord.Has has => [.. has.Holdings.SelectMany(holding => holding.Codes)],
            CatalogueWord.HasNot => null,
            var other => throw new ShouldAssertException($"{other}"),
        };

    private Catalogue Of(SruVersion version) => new()
    {
        Name = "union",
        Address = zebra.Address,
        Version = version,
        Libraries = new Dictionary<string, string> { ["HKU"] = "HKU", ["CUHK"] = "CUHK" },
    };

    private bool IsAbsent()
    {
        if (!ZebraServer.IsInstalled)
        {
            output.WriteLine("NOTHING PROVED: zebrasrv is not installed here (apt-get install idzebra-2.0).");
        }

        return !ZebraServer.IsInstalled;
    }
}
