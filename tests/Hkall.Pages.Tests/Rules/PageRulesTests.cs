using System.Text.RegularExpressions;
using Hkall.Pages.Kit;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Rules;

/// <summary>What holds for every page: nothing from elsewhere, nothing inline, nothing kept, and small.</summary>
public sealed partial class PageRulesTests : IAsyncLifetime
{
    /// <summary>All that a first visit loads, without any compression; the promise is 100 KB compressed.</summary>
    private const int LargestFirstPage = 100 * 1024;

    private const int LargestScript = 30 * 1024;

    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/?q=kuhn", 200)]
    [InlineData("/bench/sign-in", 200)]
    [InlineData("/sign-in?late=1", 401)]
    [InlineData("/signed-out", 200)]
    [InlineData("/downloads/no-token", 404)]
    [InlineData("/there/is/no/such/page", 404)]
    public async Task A_page_may_load_nothing_from_elsewhere_and_is_not_kept(string path, int status)
    {
        var page = (await _bench.SendAsync(HttpMethod.Get, path, null, null, ("Accept", "text/html"))).ShouldBe(status);

        page.ContentType.ShouldBe("text/html; charset=utf-8");
        page.Header("X-Content-Type-Options").ShouldBe("nosniff");
        page.Header("X-Frame-Options").ShouldBe("DENY");
        page.Header("Referrer-Policy").ShouldBe("no-referrer");
        page.Header("Cache-Control").ShouldBe("no-store");
        page.Header("X-Request-Id").ShouldNotBeNullOrWhiteSpace();
        var policy = page.Header("Content-Security-Policy")!;
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        page.Text.ShouldStartWith("<!DOCTYPE html>");
        page.Text.ShouldContain("name=\"viewport\"");
        page.Text.ShouldNotContain("style=");
        page.Text.ShouldNotContain("<style");
        Handlers().IsMatch(page.Text).ShouldBeFalse("What a page does is in its script.");
        Scripts().IsMatch(page.Text).ShouldBeFalse("A script is a file of its own.");
        page.Text.ShouldNotContain("<a href=\"http:");
    }

    [Fact]
    public async Task Whatever_a_page_refers_to_is_there()
    {
        var page = (await _bench.GetAsync("/")).ShouldBe(200);

        foreach (var link in Links()
            .Matches(page.Text).Select(match => match.Groups[1].Value).Where(link => link.StartsWith("/pages/", StringComparison.Ordinal)))
        {
            var file = (await _bench.GetAsync(link)).ShouldBe(200);
            file.Header("Cache-Control").ShouldBe("public, max-age=31536000, immutable");
            file.Header("X-Content-Type-Options").ShouldBe("nosniff");
            file.ContentType.ShouldBe(link.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
            (await _bench.SendAsync(HttpMethod.Head, link)).ShouldBe(200).Body.ShouldBeEmpty();
        }

        (await _bench.GetAsync("/pages/app.css")).ShouldBe(404);
    }

    [Fact]
    public async Task A_first_visit_is_small_even_without_compression()
    {
        var page = (await _bench.GetAsync("/?q=the")).ShouldBe(200).Body.Length;
        var style = (await _bench.GetAsync(PageFiles.Style)).ShouldBe(200).Body.Length;
        var script = (await _bench.GetAsync(PageFiles.Script)).ShouldBe(200).Body.Length;

        (page + style + script).ShouldBeLessThan(LargestFirstPage);
        script.ShouldBeLessThan(LargestScript);
    }

    [Fact]
    public async Task A_form_that_did_not_come_from_a_page_of_the_session_is_not_taken()
    {
        var reader = new AForm(_bench);
        await reader.GetAsync("/");
        reader.Forget();

        var refused = (await reader.PostAsync("/language", ("to", "zh-Hant"))).ShouldBe(400);

        refused.Text.ShouldContain("Please try again");
        (await reader.SendAsync("/sign-out")).ShouldBe(400);
    }

    [Fact]
    public async Task Programs_get_problem_documents_where_people_get_pages()
    {
        (await _bench.GetAsync("/there/is/no/such/page")).ShouldBeProblem(404, "not-found");
        (await _bench.SendAsync(HttpMethod.Get, "/api/nothing", null, null, ("Accept", "text/html"))).ShouldBeProblem(404, "not-found");
        (await _bench.SendAsync(HttpMethod.Get, "/api/me", null, null, ("Accept", "text/html"))).ShouldBeProblem(401, "not-signed-in");
    }

    [Theory]
    [InlineData("en-GB,en;q=0.9", "<html lang=\"en\">")]
    [InlineData("zh-HK,zh;q=0.9,en;q=0.8", "<html lang=\"zh-Hant\">")]
    [InlineData("fr,en;q=0.5,zh-TW;q=0.7", "<html lang=\"zh-Hant\">")]
    [InlineData("fr", "<html lang=\"en\">")]
    [InlineData("???", "<html lang=\"en\">")]
    public async Task A_page_speaks_the_language_the_browser_prefers_of_the_two(string preferred, string html) =>
        (await _bench.SendAsync(HttpMethod.Get, "/", null, null, ("Accept-Language", preferred))).ShouldBe(200).Text.ShouldContain(html);

    [GeneratedRegex("""(?:src|href)="([^"]+)""")]
    private static partial Regex Links();

    [GeneratedRegex("""<[^>]*\son[a-z]+=""")]
    private static partial Regex Handlers();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)""")]
    private static partial Regex Scripts();
}
