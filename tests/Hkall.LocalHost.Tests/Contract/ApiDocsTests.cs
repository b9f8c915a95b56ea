using System.Net;
using System.Text.RegularExpressions;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>The description of the API as a page to read and try: whole from this address, under a policy of its own.</summary>
public sealed partial class ApiDocsTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private readonly ABench _bench = fixture.Bench;

    [Fact]
    public async Task The_page_and_all_that_it_loads_come_from_this_address()
    {
        var page = (await _bench.GetAsync($"{ApiDocs.Path}/")).ShouldBe(200);
        page.ContentType.ShouldStartWith("text/html");
        page.Text.ShouldContain("api/openapi.json");
        page.Text.ShouldNotContain("://", customMessage: "An address of others stands in the page.");

        var scripts = Sources().Matches(page.Text).Select(match => match.Groups[1].Value).ToList();
        scripts.Count.ShouldBe(2);
        foreach (var script in scripts)
        {
            var answer = (await _bench.GetAsync($"{ApiDocs.Path}/{script}")).ShouldBe(200);
            answer.ContentType.ShouldStartWith("text/javascript");
        }

        (await _bench.GetAsync(ApiDocs.Path)).ShouldBe(302).Header("Location").ShouldBe("docs/");
        (await _bench.GetAsync($"{ApiDocs.Path}/another")).ShouldBe(404);
    }

    [Fact]
    public async Task Only_the_scripts_of_the_page_run_and_each_page_has_its_own_word_for_them()
    {
        var (one, other) = (await NonceAsync(), await NonceAsync());

        one.ShouldNotBe(other);
        one.Length.ShouldBe(24);
    }

    private async Task<string> NonceAsync()
    {
        var page = (await _bench.GetAsync($"{ApiDocs.Path}/")).ShouldBe(200);
        var policy = page.Header("Content-Security-Policy")!;
        policy.ShouldStartWith("default-src 'none'; ");
        policy.ShouldContain("connect-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        var scripts = policy.Split("; ").Single(part => part.StartsWith("script-src ", StringComparison.Ordinal));
        var nonce = Nonce().Match(scripts).Groups[1].Value;
        scripts.ShouldBe($"script-src 'self' 'nonce-{nonce}'");
        Scripts().Matches(page.Text).Select(script => WebUtility.HtmlDecode(script.Value))
            .ShouldAllBe(script => script.Contains($"nonce=\"{nonce}\"", StringComparison.Ordinal));
        return nonce;
    }

    [GeneratedRegex("<script[^>]* src=\"([^\"]+)\"")]
    private static partial Regex Sources();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
