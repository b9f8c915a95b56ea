using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Answers;

/// <summary>The page behind the link in a letter to a library: opening it changes nothing, and its forms answer.</summary>
public sealed class AnswerPageTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_sending_its_form_answers()
    {
        var patron = _bench.NewPatron();
        var (id, link) = await AskedAsync(_bench, patron);
        var desk = new AForm(_bench);
        for (var n = 0; n < 3; n++)
        {
            (await desk.GetAsync($"/answer/{link}")).ShouldBe(200);
            (await _bench.SendAsync(HttpMethod.Head, $"/answer/{link}")).ShouldBe(200).Body.ShouldBeEmpty();
            (await desk.SendAsync($"/answer/{link}", ("status", "will-supply"))).ShouldBe(400);
        }

        (await patron.StatusAsync(id)).ShouldBe("sourcing");
        var page = await desk.GetAsync($"/answer/{link}");
        page.Header("Cache-Control").ShouldBe("no-store");
        page.Header("Referrer-Policy").ShouldBe("no-referrer");
        page.Text.ShouldContain("noindex");
        page.Text.ShouldContain("The Common Reader");
        page.Text.ShouldNotContain(patron.Person);

        var sent = (await desk.PostAsync($"/answer/{link}", ("status", "will-supply"), ("sendsOn", "2026-11-25"))).ShouldBe(303);
        (await desk.GetAsync(sent.Header("Location")!)).Text.ShouldContain("Thank you. Your answer has been recorded.");
        (await patron.StatusAsync(id)).ShouldBe("expected");
        sent = (await desk.PostAsync($"/answer/{link}", ("status", "will-supply"))).ShouldBe(303);
        (await desk.GetAsync(sent.Header("Location")!)).Text.ShouldContain("had already been recorded");
    }

    [Fact]
    public async Task An_answer_that_is_not_waited_for_gets_a_page_that_says_so()
    {
        var (_, link) = await AskedAsync(_bench, _bench.NewPatron());
        var desk = new AForm(_bench);
        await desk.GetAsync($"/answer/{link}");
        (await desk.PostAsync($"/answer/{link}", ("status", "unfilled"), ("reason", "on-loan"))).ShouldBe(303);

        var refused = (await desk.PostAsync($"/answer/{link}", ("status", "will-supply"))).ShouldBe(409);

        refused.Text.ShouldContain("This request has been answered or is closed");
    }

    [Fact]
    public async Task A_link_that_was_not_made_here_is_not_found_and_tells_nothing()
    {
        var (id, link) = await AskedAsync(_bench, _bench.NewPatron());

        foreach (var forged in new[] { "x", id, link[..^1], link + "A" })
        {
            var page = (await _bench.GetAsync($"/answer/{forged}")).ShouldBe(404);
            page.Text.ShouldContain("This link is not valid.");
            page.Text.ShouldNotContain("The Common Reader");
        }
    }

    [Fact]
    public async Task The_page_is_in_the_readers_language()
    {
        var (_, link) = await AskedAsync(_bench, _bench.NewPatron());

        var page = await new AForm(_bench, "zh-HK").GetAsync($"/answer/{link}");

        page.Text.ShouldContain("貴館的回覆");
        page.Text.ShouldContain("市鎮圖書館");
    }

    internal static async Task<(string Id, string Link)> AskedAsync(ABench bench, APatron patron)
    {
        var id = await patron.HasPlacedAsync(Orders.Woolf);
        var text = (await bench.MailAsync("ill@town-library.example")).Last(mail => mail.At("requestId") == id).At("text")!;
        var link = text.Split('\n', ' ').Single(word => word.Contains("/answer/", StringComparison.Ordinal)).Trim();
        return (id, link[(link.LastIndexOf('/') + 1)..]);
    }
}
