using Hkall.Pages.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>Return paths and redirects: whatever address a link, a form or a path brings, no page leads to another site, and none fails.</summary>
public sealed class ReturnPathsTests(SignedInBench fixture) : IClassFixture<SignedInBench>
{
    private static readonly string[] Foreign =
    [
        "//evil.example/", "///evil.example/", "////evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example", " //evil.example", "https://evil.example/", "HTTPS://evil.example", "http:evil.example", "https:/evil.example",
        "javascript:alert(1)",
        "data:text/html,x", "evil.example", "@evil.example", "?q=//evil.example", "#//evil.example", "", " ", "\u0001", "/\r\nLocation: https://evil.example",
        "/\u0085", "/\u007f", "\u2215/evil.example", "\uFF0F\uFF0Fevil.example",
    ];

    private static readonly (string Asked, string Led)[] Own =
    [
        ("/", "/"), ("/requests?show=all", "/requests?show=all"), ("/?q=歷史", "/?q=%E6%AD%B7%E5%8F%B2"),
        ("/?q=红楼梦&x=1", "/?q=%E7%BA%A2%E6%A5%BC%E6%A2%A6&x=1"),
        ("/é", "/%C3%A9"), ("/?q=a b", "/?q=a%20b"), ("/?q=%E6%AD%B7", "/?q=%E6%AD%B7"), ("/?q=\"<>", "/?q=%22%3C%3E"), ("/a\\..\\b", "/a%5C..%5Cb"),
        ("/%0d%0aX:y", "/%0d%0aX:y"), ("/%2F%2Fevil.example", "/%2F%2Fevil.example"), ("/?q=\U0001F9EC", "/?q=%F0%9F%A7%AC"), ("/?q=\u202E", "/?q=%E2%80%AE"),
        ("/?q=\uD800", "/?q=%EF%BF%BD"), ("/?q=//evil.example", "/?q=//evil.example"), ("/?returnUrl=https://evil.example", "/?returnUrl=https://evil.example"),
    ];

    public static TheoryData<string> ForeignOnes() => [.. Foreign];

    public static TheoryData<string, string> OwnOnes()
    {
        var rows = new TheoryData<string, string>();
        foreach (var (asked, led) in Own)
        {
            rows.Add(asked, led);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(ForeignOnes))]
    public void An_address_of_another_site_becomes_the_first_page(string asked) => PageLinks.Within(asked).ShouldBe("/");

    [Theory]
    [MemberData(nameof(OwnOnes))]
    public void An_address_of_our_own_is_kept_and_written_so_that_a_header_can_carry_it(string asked, string led) => PageLinks.Within(asked).ShouldBe(led);

    [Theory]
    [MemberData(nameof(ForeignOnes))]
    public async Task Signing_in_does_not_lead_to_another_site(string asked)
    {
        var door = await fixture.Bench.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(asked)}");

        door.ShouldBe(303).Header("Location").ShouldBe("/bench/sign-in?returnUrl=%2F");
        fixture.ShouldStayHere(door, asked);
        (await SignedInAsync(asked)).ShouldBe(303).Header("Location").ShouldBe("/");
    }

    [Theory]
    [MemberData(nameof(OwnOnes))]
    public async Task Signing_in_leads_back_to_where_one_was(string asked, string led)
    {
        fixture.ShouldStayHere(await fixture.Bench.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(Writable(asked))}"), asked);

        (await SignedInAsync(asked)).ShouldBe(303).Header("Location").ShouldBe(led);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/requests/%C3%A9")]
    [InlineData("/requests/%0d%0aX:y")]
    [InlineData("/requests/%ED%A0%80")]
    [InlineData("/requests?q=%E6%AD%B7%E5%8F%B2")]
    [InlineData("/staff/requests?q=%0d%0a")]
    [InlineData("/place?title=%E7%B4%85%E6%A8%93%E5%A4%A2")]
    [InlineData("/staff/requests/%5C%5Cevil.example")]
    public async Task A_page_that_asks_to_sign_in_comes_back_to_itself(string path)
    {
        var asked = await fixture.Bench.GetAsync(path);

        fixture.ShouldStayHere(asked, path);
        asked.Status.ShouldBeOneOf(303, 404);
        if (asked.Header("Location") is { } location)
        {
            location.ShouldStartWith("/sign-in?returnUrl=%2F");
        }
    }

    [Theory]
    [InlineData("/requests/%C3%A9/cancel")]
    [InlineData("/requests/%0d%0aX:y/cancel")]
    [InlineData("/requests/%E6%AD%B7%E5%8F%B2/renew")]
    [InlineData("/requests/%2e%2e%5cevil/cancel")]
    [InlineData("/staff/lending/%C3%A9/file")]
    [InlineData("/staff/requests/%C3%A9/add-library")]
    [InlineData("/staff/requests/%C3%A9/library-said")]
    [InlineData("/staff/requests/%0a/fees/1")]
    [InlineData("/staff/requests/%20/edit")]
    [InlineData("/staff/parked/%C3%A9/retry")]
    public async Task What_can_be_no_id_is_not_found_and_no_redirect_repeats_it(string path) =>
        (await fixture.SendAsync("GET", path)).ShouldBe(404).Header("Location").ShouldBeNull();

    private async Task<Answer> SignedInAsync(string returnUrl)
    {
        var visitor = fixture.NewVisitor();
        await visitor.GetAsync("/bench/sign-in");
        return await visitor.PostAsync("/bench/sign-in/as", ("person", "okafor"), ("returnUrl", returnUrl));
    }

    /// <summary>Half a character cannot be written in an address; a browser sends the replacement character.</summary>
    private static string Writable(string text) => text.Replace("\uD800", "\uFFFD", StringComparison.Ordinal);
}
