using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Requests;

/// <summary>A declaration that was sent without a name, past the browser's own check: it is not signed, and the form comes back as it was filled in.</summary>
public sealed class UnsignedTests : IAsyncLifetime
{
    private const string Blank = " \u3000\u200B";

    private static readonly (string Name, string Value)[] Ticked = [("declaration-shown", "yes"), ("research", "yes"), ("unrelated", "yes"), ("first", "yes")];

    private ABench _bench = null!;
    private AForm _reader = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _reader = new AForm(_bench);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("okafor", null, "Please type your name.")]
    [InlineData("okafor", Blank, "Please type your name.")]
    [InlineData("wong-ka-yan", null, "請以姓名簽署。")]
    public async Task A_copy_is_not_placed_and_the_fault_stands_at_the_signature(string person, string? signature, string told)
    {
        await _reader.SignInAsync(person);
        await _reader.GetAsync("/place/copy?genre=article");

        var page = (await _reader.PostAsync("/place/copy", [.. Filled, .. Ticked, .. Signed(signature)])).ShouldBe(422).Text;

        ShouldStandAtTheSignature(page, told);
        page.ShouldContain("General Implications");
        page.ShouldContain("For &quot;Friday&quot;.");
        (await _bench.Patron(person).MyRequestsAsync()).ShouldBeEmpty();
        (await _reader.PostAsync("/place/copy", [.. Filled, .. Ticked, .. Signed("Ngozi Okafor")])).ShouldBe(303);
    }

    [Theory]
    [InlineData("okafor", null, "Please type your name.")]
    [InlineData("okafor", Blank, "Please type your name.")]
    [InlineData("wong-ka-yan", null, "請以姓名簽署。")]
    public async Task A_copy_that_waits_for_its_declaration_goes_on_waiting(string person, string? signature, string told)
    {
        await _reader.SignInAsync(person);
        var id = await _bench.Patron(person).HasPlacedAsync(Undeclared);
        await _reader.GetAsync($"/requests/{id}");

        var page = (await _reader.PostAsync($"/requests/{id}/declaration", [.. Ticked, .. Signed(signature)])).ShouldBe(422).Text;

        ShouldStandAtTheSignature(page, told);
        (await _bench.Patron(person).StatusAsync(id)).ShouldBe("awaiting-declaration");
        (await _reader.PostAsync($"/requests/{id}/declaration", [.. Ticked, .. Signed("何")])).ShouldBe(303);
        (await _bench.Patron(person).StatusAsync(id)).ShouldNotBe("awaiting-declaration");
    }

    [Fact]
    public async Task What_was_ticked_and_typed_stays_where_a_part_is_missing()
    {
        await _reader.SignInAsync("okafor");
        var id = await _bench.Patron("okafor").HasPlacedAsync(Undeclared);
        await _reader.GetAsync($"/requests/{id}");

        var page = (await _reader.PostAsync($"/requests/{id}/declaration", [.. Ticked[..3], .. Signed("N. Okafor")])).ShouldBe(422).Text;

        page.ShouldContain("value=\"N. Okafor\"");
        page.ShouldMatch("""name="research"[^>]* checked""");
        page.ShouldNotMatch("""name="first"[^>]* checked""");
    }

    private static object Undeclared => new
    {
        service = "copy",
        item = new { title = "Nature", articleTitle = "General Implications", issn = "0028-0836", pages = "964-967" },
    };

    private static (string, string)[] Filled =>
    [
        ("title", "Nature"), ("articleTitle", "General Implications"), ("issn", "0028-0836"), ("volume", "171"), ("pages", "964-967"),
        ("note", "For \"Friday\"."),
    ];

    private static (string, string)[] Signed(string? signature) => signature is null ? [] : [("signature", signature)];

    private static void ShouldStandAtTheSignature(string page, string told)
    {
        page.ShouldContain($"<p class=\"wrong\" id=\"signature-wrong\">{told}</p>");
        page.ShouldMatch("""<input id="signature"[^>]* aria-invalid="true" aria-describedby="signature-wrong"[ />]""");
        page.ShouldNotMatch("""<input id="signature"[^>]* value="[^"]*(?:Okafor|黃)""", "Who left it empty is not signed by their account.");
        page.ShouldContain("<a href=\"#signature\">");
        foreach (var part in new[] { "research", "unrelated", "first" })
        {
            page.ShouldMatch($"""name="{part}"[^>]* checked""");
        }
    }
}
