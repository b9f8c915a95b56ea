using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Downloads;

/// <summary>The page behind the link in the mail: opening it never counts.</summary>
public sealed class DownloadPageTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Opening_the_link_in_the_mail_counts_nothing_and_pressing_its_button_does()
    {
        var patron = _bench.Patron("okafor");
        var id = await ReadyCopyAsync(patron);
        var link = await patron.LinkAsync(id);
        var reader = new AForm(_bench);
        for (var n = 0; n < 10; n++)
        {
            (await reader.GetAsync($"/downloads/{link}")).ShouldBe(200);
            (await _bench.SendAsync(HttpMethod.Head, $"/downloads/{link}")).ShouldBe(200).Body.ShouldBeEmpty();
            (await _bench.SendAsync(HttpMethod.Head, $"/api/requests/{id}/file", await patron.TokenAsync())).Status.ShouldBe(405);
            (await _bench.SendAsync(HttpMethod.Head, $"/api/downloads/{link}")).Status.ShouldBe(405);
            (await _bench.GetAsync($"/api/downloads/{link}")).ShouldBeProblem(405, "method-not-allowed");
            (await reader.SendAsync($"/downloads/{link}")).ShouldBe(400);
        }

        (await patron.SeesAsync(id)).At("download.remaining").ShouldBe("5");
        var page = await reader.GetAsync($"/downloads/{link}");
        page.Header("Cache-Control").ShouldBe("no-store");
        page.Header("Referrer-Policy").ShouldBe("no-referrer");
        page.Text.ShouldContain("Available until Tue 8 Dec 2026 (5 downloads left).");
        (await reader.PostAsync($"/downloads/{link}")).ShouldBe(200).ContentType.ShouldBe("application/pdf");
        (await patron.SeesAsync(id)).At("download.remaining").ShouldBe("4");
    }

    [Fact]
    public async Task The_sixth_download_is_refused_with_a_page_that_says_why()
    {
        var patron = _bench.Patron("okafor");
        var link = await patron.LinkAsync(await ReadyCopyAsync(patron));
        var reader = new AForm(_bench);
        await reader.GetAsync($"/downloads/{link}");
        for (var n = 0; n < 5; n++)
        {
            (await reader.PostAsync($"/downloads/{link}")).ShouldBe(200);
        }

        var refused = (await reader.PostAsync($"/downloads/{link}")).ShouldBe(410);

        refused.ContentType.ShouldBe("text/html; charset=utf-8");
        refused.Text.ShouldContain("No longer available");
        (await reader.GetAsync($"/downloads/{link}")).ShouldBe(200).Text.ShouldContain("All downloads have been used.");
    }

    [Fact]
    public async Task A_link_whose_time_is_over_says_so_and_has_no_button()
    {
        var patron = _bench.Patron("okafor");
        var id = await ReadyCopyAsync(patron);
        var link = await patron.LinkAsync(id);
        await _bench.AdvanceAsync("P15D");

        var page = (await _bench.GetAsync($"/downloads/{link}")).ShouldBe(200);

        page.Text.ShouldContain("The download period has ended.");
        page.Text.ShouldNotContain($"action=\"/downloads/{link}\"");
        (await patron.StatusAsync(id)).ShouldBe("completed");
    }

    [Fact]
    public async Task A_link_that_was_not_made_here_is_not_found_and_tells_nothing()
    {
        var patron = _bench.Patron("okafor");
        var id = await ReadyCopyAsync(patron);
        var link = await patron.LinkAsync(id);
        var other = link[^1] == 'A' ? 'B' : 'A';

        foreach (var forged in new[] { "x", id, link[..^1] + other, link + "A", link[..26] + new string('A', link.Length - 26),
            "7YBQX1AGBZMSD7W1X4SXJB9YAJ" + link[26..], link.ToLowerInvariant() })
        {
            var page = (await _bench.GetAsync($"/downloads/{forged}")).ShouldBe(404);
            page.ContentType.ShouldBe("text/html; charset=utf-8");
            page.Text.ShouldContain("This link is not valid.");
            page.Text.ShouldNotContain("action=\"/downloads/");
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
}
