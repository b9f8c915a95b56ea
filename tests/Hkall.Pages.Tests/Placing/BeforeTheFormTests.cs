using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Placing;

/// <summary>Whoever may not request learns it before they fill in a form, with what helps; and no button promises what the service refuses.</summary>
public sealed class BeforeTheFormTests : IAsyncLifetime
{
    private const string Book = "genre=book&btitle=The+Structure+of+Scientific+Revolutions&isbn=9780226458120&au=Kuhn";

    private ABench _bench = null!;
    private AForm _reader = null!;

    public static TheoryData<string> Pages => ["/", $"/place?{Book}", $"/place/loan?{Book}", $"/place/copy?{Book}", "/place/help", "/account"];

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _reader = new AForm(_bench);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory, MemberData(nameof(Pages))]
    public async Task A_blocked_patron_reads_it_on_every_page_before_the_form(string path)
    {
        await _bench.Patron("okafor").HasOfTheLibraryAsync(new { blocks = new[] { "an unpaid bill" } });
        await _reader.SignInAsync("okafor");

        var page = System.Net.WebUtility.HtmlDecode((await _reader.GetAsync(path)).ShouldBe(200).Text);

        page.ShouldContain("You can’t request or renew at the moment");
        page.ShouldContain("Your Library account is blocked: an unpaid bill");
        if (path.StartsWith("/place", StringComparison.Ordinal))
        {
            page.ShouldContain("disabled");
            page.ShouldNotContain("<a class=\"button main\"");
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Nobody_else_is_told_anything_of_the_kind(string path)
    {
        await _reader.SignInAsync("okafor");

        var page = System.Net.WebUtility.HtmlDecode((await _reader.GetAsync(path)).ShouldBe(200).Text);

        page.ShouldNotContain("You can’t request or renew at the moment");
        page.ShouldNotContain("You have reached your request limit");
    }

    [Fact]
    public async Task A_card_that_has_ended_is_told_with_what_helps()
    {
        await _bench.Patron("okafor").HasOfTheLibraryAsync(new { cardExpiresOn = "2026-11-01" });
        await _reader.SignInAsync("okafor");

        (await _reader.GetAsync("/")).ShouldBe(200).Text.ShouldContain("Your Library card has expired. Please have it renewed at the Service Counter.");
    }

    [Fact]
    public async Task The_API_says_the_same()
    {
        await _bench.Patron("okafor").HasOfTheLibraryAsync(new { blocks = new[] { "an unpaid bill" } });

        (await _bench.Patron("okafor").GetAsync("/api/me")).ShouldBe(200).Json.GetProperty("blocks")[0].At("code").ShouldBe("library-block");
    }

    [Fact]
    public async Task Who_asks_twice_for_an_item_is_led_to_their_request()
    {
        var id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        await _reader.SignInAsync("okafor");
        await _reader.GetAsync($"/place/loan?{Book}");

        var page = (await _reader.PostAsync("/place/loan", ("title", "The Structure of Scientific Revolutions"), ("isbn", "9780226458120"))).ShouldBe(409).Text;

        page.ShouldContain($"href=\"/requests/{id}\"");
        page.ShouldNotContain($"({id})");
    }
}
