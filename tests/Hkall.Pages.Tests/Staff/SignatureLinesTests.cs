using Hkall.Pages.Tests.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>What the page of a copy says of its declaration: in which version it was signed, when, and by whom.</summary>
public sealed class SignatureLinesTests
{
    private static object Declared(string signature) => new { researchOrPrivateStudy = true, notRelatedToAnother = true, noEarlierCopy = true, signature };

    /// <summary>Articles of one volume on pages of their own: staff review requests of several patrons for one article.</summary>
    private static object Article(string title, string pages, object? declaration) => new
    {
        service = "copy",
        item = new { title = "Nature", articleTitle = title, articleAuthor = "J. D. Watson", issn = "0028-0836", volume = "171", pages, year = 1953 },
        declaration,
    };

    [Fact]
    public async Task Staff_read_the_version_the_day_and_the_name_that_was_typed_and_where_none_was_that_none_is_kept()
    {
        await using var bench = await ABench.InMemoryAsync();
        var signed = await bench.Patron("okafor").HasPlacedAsync(Article("Molecular Structure of Nucleic Acids", "737-738", Declared("Ngozi <b>Okafor</b> 陳")));
        var unnamed = await bench.Patron("smith").HasPlacedAsync(Article("General Implications", "739-740", Declared("A. Smith")));
        await ForgetNameAsync(bench, "smith", unnamed);
        var later = await bench.Patron("fernandes").HasPlacedAsync(Article("Genetical Implications", "964-967", null));

        var page = await SeenAsync(bench, LendingStaff.Person, signed);
        page.ShouldMatch(@"<dt>Declaration</dt><dd><bdi>[^<]+, Mon 23 Nov 2026, 09:\d\d</bdi></dd>");
        page.ShouldContain("<dt>Signed by</dt><dd><bdi>Ngozi &lt;b&gt;Okafor&lt;/b&gt; 陳</bdi></dd>");
        (await SeenAsync(bench, "tsang-chi-ho", signed)).ShouldContain("<dt>簽署</dt>");
        (await SeenAsync(bench, LendingStaff.Person, unnamed)).ShouldContain("<dt>Signed by</dt><dd><bdi>no name is kept</bdi></dd>");
        (await SeenAsync(bench, LendingStaff.Person, later)).ShouldNotContain("Signed by");

        (await bench.PostAsync($"/api/requests/{later}/declaration", Declared("M. Fernandes"), await bench.TokenAsync("fernandes"))).ShouldBe(200);
        (await SeenAsync(bench, LendingStaff.Person, later)).ShouldContain("<dt>Signed by</dt><dd><bdi>M. Fernandes</bdi></dd>");
    }

    /// <summary>As declarations are that were signed before a name was asked for.</summary>
    private static async Task ForgetNameAsync(ABench bench, string person, string id)
    {
        var patron = (await bench.Patron(person).GetAsync("/api/me")).ShouldBe(200).Json.At("patronId")!;
        var forgotten = await bench.Service<IRows>().CommitAsync(RowTable.Requests, patron, [new RowWrite.Delete(Keys.Signature(id))], CancellationToken.None);
        forgotten.Committed.ShouldBeTrue();
    }

    private static async Task<string> SeenAsync(ABench bench, string person, string id)
    {
        var reader = new AForm(bench);
        await reader.SignInAsync(person);
        (await reader.GetAsync($"/staff/requests/{id}")).ShouldBe(200).Text.ShouldNotContain("Signed by");
        return (await reader.PostAsync($"/staff/requests/{id}/person")).ShouldBe(200).Text;
    }
}
