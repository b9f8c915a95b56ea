using Hkall.LocalHost.Tests.Builders;
using Hkall.LocalHost.Tests.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>What a patron chooses about mails and history, and what is held about them.</summary>
public sealed class MyDataTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_patron_chooses_the_language_and_the_reminders_and_the_next_mail_is_so()
    {
        var patron = _bench.Patron("okafor");
        var first = (await patron.GetAsync("/api/me/preferences")).ShouldBe(200).Json;
        first.At("language").ShouldBe("en");
        first.GetProperty("turnedOff").GetArrayLength().ShouldBe(0);
        first.At("keepHistory").ShouldBe("False");

        var chosen = (await ChooseAsync(patron, new { language = "zh-Hant", turnedOff = new[] { "due-soon" } })).ShouldBe(200).Json;
        chosen.At("language").ShouldBe("zh-Hant");
        await _bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(Orders.Piketty);

        (await patron.LettersAsync(id)).ShouldHaveSingleItem().At("subject")!.ShouldStartWith("已收到您的申請");
        (await ChooseAsync(patron, new { keepHistory = true })).ShouldBe(200).Json.At("language").ShouldBe("zh-Hant", "What is left out stays.");
    }

    [Fact]
    public async Task What_a_patron_must_know_cannot_be_turned_off()
    {
        var patron = _bench.Patron("okafor");

        (await ChooseAsync(patron, new { turnedOff = new[] { "recalled" } })).ShouldBeProblem(422, "obligatory-notice");
        (await ChooseAsync(patron, new { turnedOff = new[] { "no-such-notice" } })).ShouldBeProblem(400, "unknown-value");
        (await ChooseAsync(patron, new { language = "fr" })).ShouldBeProblem(400, "unknown-value");
        (await patron.GetAsync("/api/me/preferences")).ShouldBe(200).Json.GetProperty("obligatory").EnumerateArray().Select(notice => notice.GetString())
            .ShouldContain("overdue");
    }

    [Fact]
    public async Task What_is_held_about_me_is_everything_and_nobody_elses()
    {
        var (patron, other) = (_bench.Patron("okafor"), _bench.Patron("smith"));
        await _bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(Orders.Piketty);
        var others = await other.HasPlacedAsync(Orders.Kuhn);
        await ChooseAsync(patron, new { keepHistory = true });

        var data = (await patron.GetAsync("/api/me/data")).ShouldBe(200);
        var kinds = data.Json.GetProperty("holds").EnumerateArray().Select(datum => datum.At("kind")).Distinct();
        kinds.ShouldBe(["account", "person", "own-account", "preferences", "request", "journal"], ignoreOrder: true);
        data.Text.ShouldContain("Dr Ngozi Okafor");
        data.Text.ShouldContain(id);
        data.Text.ShouldNotContain(others);
        data.Text.ShouldNotContain("Smith");
        data.Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task A_mail_that_waits_is_among_what_is_held()
    {
        var patron = _bench.Patron("okafor");
        await _bench.ScriptAsync("HKUST", "silent");
        await patron.HasPlacedAsync(Orders.Piketty);

        // At midnight the next library is asked, and agrees; the news of it waits for the morning.
        await _bench.MoveToAsync("2026-11-26T03:00:00+08:00");
        (await HoldsAsync(patron)).ShouldContain("waiting-mail");
        await _bench.AdvanceAsync("PT6H");
        (await HoldsAsync(patron)).ShouldNotContain("waiting-mail");
    }

    [Fact]
    public async Task A_reading_history_is_there_only_for_who_has_asked_for_it()
    {
        var patron = _bench.Patron("okafor");
        await _bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(Orders.Piketty);
        (await patron.CancelsAsync(id)).ShouldBe(200);
        await _bench.AdvanceAsync("P20D");

        var off = (await patron.GetAsync("/api/me/history")).ShouldBe(200).Json;
        (off.At("kept"), off.GetProperty("items").GetArrayLength()).ShouldBe(("False", 0));
        await ChooseAsync(patron, new { keepHistory = true });
        var entry = (await patron.GetAsync("/api/me/history")).ShouldBe(200).Json.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        entry.At("id").ShouldBe(id);
        entry.At("item.title").ShouldBe("Capital in the Twenty-First Century");

        await ChooseAsync(patron, new { keepHistory = false });
        await _bench.AdvanceAsync("P400D");
        (await patron.GetAsync("/api/me/data")).ShouldBe(200).Text.ShouldNotContain("Capital");
    }

    private async Task<Answer> ChooseAsync(APatron patron, object choice) =>
        await _bench.SendAsync(HttpMethod.Put, "/api/me/preferences", await patron.TokenAsync(), ABench.JsonOf(choice));

    private static async Task<IReadOnlyList<string?>> HoldsAsync(APatron patron) =>
        [.. (await patron.GetAsync("/api/me/data")).ShouldBe(200).Json.GetProperty("holds").EnumerateArray().Select(datum => datum.At("kind"))];
}
