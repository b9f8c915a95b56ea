using System.Text.RegularExpressions;
using Hkall.LocalHost.Tests.Builders;
using Hkall.LocalHost.Tests.Drivers;

namespace Hkall.LocalHost.Tests.Pages;

/// <summary>The pages: served as what they are, with nothing in them from elsewhere; opening a link never counts.</summary>
public sealed partial class PagesTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/pages/app.css", "text/css; charset=utf-8")]
    [InlineData("/pages/app.js", "text/javascript; charset=utf-8")]
    public async Task A_page_is_served_as_what_it_is_and_may_load_nothing_from_elsewhere(string path, string contentType)
    {
        var page = (await _bench.GetAsync(path)).ShouldBe(200);

        page.ContentType.ShouldBe(contentType);
        page.Header("X-Content-Type-Options").ShouldBe("nosniff");
        page.Header("Referrer-Policy").ShouldBe("no-referrer");
        page.Header("Cache-Control").ShouldBe("no-cache");
        var policy = page.Header("Content-Security-Policy")!;
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        (await _bench.SendAsync(HttpMethod.Head, path)).ShouldBe(200).Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_a_page_refers_to_is_there_and_nothing_is_written_into_it_that_its_policy_forbids()
    {
        foreach (var path in new[] { "/", "/downloads/no-token" })
        {
            var page = (await _bench.GetAsync(path)).Text;
            foreach (var link in Links().Matches(page).Select(match => match.Groups[1].Value).Where(link => link.StartsWith('/')))
            {
                (await _bench.GetAsync(link)).ShouldBe(200);
            }

            page.ShouldNotContain("style=");
            page.ShouldNotContain("onclick");
            page.ShouldNotContain("<style");
            Scripts().IsMatch(page).ShouldBeFalse("A script is a file of its own.");
            page.ShouldContain("<html lang=\"en\">");
            page.ShouldContain("name=\"viewport\"");
        }
    }

    [Fact]
    public async Task Opening_the_link_in_the_mail_counts_nothing_and_pressing_its_button_does()
    {
        var patron = _bench.Patron("okafor");
        var id = await ReadyCopyAsync(patron);
        var link = await patron.LinkAsync(id);
        for (var n = 0; n < 10; n++)
        {
            (await _bench.GetAsync($"/downloads/{link}")).ShouldBe(200);
            (await _bench.SendAsync(HttpMethod.Head, $"/downloads/{link}")).ShouldBe(200);
            (await _bench.SendAsync(HttpMethod.Head, $"/api/requests/{id}/file", await patron.TokenAsync())).Status.ShouldBe(405);
            (await _bench.SendAsync(HttpMethod.Head, $"/api/downloads/{link}")).Status.ShouldBe(405);
            (await _bench.GetAsync($"/api/downloads/{link}")).ShouldBeProblem(405, "method-not-allowed");
        }

        (await patron.SeesAsync(id)).At("download.remaining").ShouldBe("5");
        var page = await _bench.GetAsync($"/downloads/{link}");
        page.Header("Cache-Control").ShouldBe("no-store");
        page.Text.ShouldContain("It can be downloaded 5 times until 8 December 2026.");
        var action = Forms().Match(page.Text).Groups[1].Value;
        action.ShouldBe($"/api/downloads/{link}");
        (await _bench.SendAsync(HttpMethod.Post, action, content: new FormUrlEncodedContent([]))).ShouldBe(200).ContentType.ShouldBe("application/pdf");
        (await patron.SeesAsync(id)).At("download.remaining").ShouldBe("4");
    }

    [Fact]
    public async Task A_link_whose_time_is_over_says_so_and_has_no_button()
    {
        var patron = _bench.Patron("okafor");
        var id = await ReadyCopyAsync(patron);
        var link = await patron.LinkAsync(id);
        await _bench.AdvanceAsync("P15D");

        var page = (await _bench.GetAsync($"/downloads/{link}")).ShouldBe(200);

        page.Text.ShouldContain("The time for downloading it is over.");
        page.Text.ShouldNotContain("<form");
        (await patron.StatusAsync(id)).ShouldBe("completed");
    }

    [Fact]
    public async Task A_link_that_was_not_made_here_is_not_found_and_tells_nothing()
    {
        var patron = _bench.Patron("okafor");
        var id = await ReadyCopyAsync(patron);
        var link = await patron.LinkAsync(id);
        var other = link[^1] == 'A' ? 'B' : 'A';

        foreach (var forged in new[] { "x", id, link[..^1] + other, link + "A", link[..26] + new string('A', link.Length - 26), "7YBQX1AGBZMSD7W1X4SXJB9YAJ" + link[26..], link.ToLowerInvariant() })
        {
            var page = (await _bench.GetAsync($"/downloads/{forged}")).ShouldBe(404);
            page.ContentType.ShouldBe("text/html; charset=utf-8");
            page.Text.ShouldContain("This link is not valid.");
            page.Text.ShouldNotContain("<form");
            (await _bench.PostAsync($"/api/downloads/{forged}")).ShouldBeProblem(404, "not-found");
        }

        (await patron.SeesAsync(id)).At("download.remaining").ShouldBe("5");
    }

    private async Task<string> ReadyCopyAsync(APatron patron)
    {
        var id = await patron.HasPlacedAsync(Orders.Shannon);
        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        return id;
    }

    [GeneratedRegex("""(?:src|href)="([^"]+)""")]
    private static partial Regex Links();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)""")]
    private static partial Regex Scripts();

    [GeneratedRegex("""<form method="post" action="([^"]+)""")]
    private static partial Regex Forms();
}
