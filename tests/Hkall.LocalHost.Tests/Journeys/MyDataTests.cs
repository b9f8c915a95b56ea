using Hkall.Service.Storage;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

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
    public async Task The_name_typed_under_a_declaration_is_held_shown_to_staff_and_told_to_who_asks()
    {
        var patron = _bench.Patron("okafor");
        await _bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(Orders.Shannon);

        var signed = (await _bench.LendingStaff().SeesAsync(id)).GetProperty("declaration");
        (signed.At("textVersion"), signed.At("signedBy")).ShouldBe(("528F-2026", "Signed"));
        signed.At("at").ShouldNotBeNull();
        var held = (await patron.GetAsync("/api/me/data")).ShouldBe(200).Json.GetProperty("holds")
            .EnumerateArray().Single(datum => datum.At("kind") == "signature");
        (held.GetProperty("content").At("name"), held.At("key")).ShouldBe(("Signed", $"s:{id}"));
        (await patron.GetAsync($"/api/requests/{id}")).Text.ShouldNotContain("Signed");
    }

    [Fact]
    public async Task A_declaration_signed_later_is_signed_once_by_the_name_it_was_signed_with()
    {
        var patron = _bench.Patron("okafor");
        await _bench.ScriptAsync("*", "silent");
        var order = (System.Text.Json.Nodes.JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(Orders.Shannon)!;
        order.Remove("declaration");
        var id = await patron.HasPlacedAsync(order);
        (await _bench.LendingStaff().SeesAsync(id)).TryGetProperty("declaration", out _).ShouldBeFalse();
        object As(string signature, bool whole = true) => new { researchOrPrivateStudy = true, notRelatedToAnother = true, noEarlierCopy = whole, signature };

        (await patron.PostAsync($"/api/requests/{id}/declaration", As("Half", whole: false))).ShouldBeProblem(422, "declaration-required");
        (await HoldsAsync(patron)).ShouldNotContain("signature");
        (await patron.PostAsync($"/api/requests/{id}/declaration", As(" Ngozi Okafor "))).ShouldBe(200);
        (await patron.PostAsync($"/api/requests/{id}/declaration", As("Somebody Else"))).ShouldBe(200);

        (await _bench.LendingStaff().SeesAsync(id)).At("declaration.signedBy").ShouldBe("Ngozi Okafor");
    }

    [Fact]
    public async Task Who_only_looked_at_their_account_is_forgotten_too()
    {
        var patron = _bench.Patron("okafor");
        var id = (await patron.GetAsync("/api/me")).ShouldBe(200).Json.At("patronId")!;
        (await RowsAsync(id)).ShouldBe(["b", "c"]);

        await _bench.AdvanceAsync("P366D");

        (await RowsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_circulation_system_last_said_goes_with_the_person()
    {
        var patron = _bench.Patron("okafor");
        await _bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(Orders.Piketty);
        (await patron.CancelsAsync(id)).ShouldBe(200);
        var me = (await patron.GetAsync("/api/me")).ShouldBe(200).Json.At("patronId")!;
        (await RowsAsync(me)).ShouldContain("c");

        await _bench.AdvanceAsync("P800D");

        (await RowsAsync(me)).ShouldNotContain("c");
        (await RowsAsync(me)).ShouldNotContain("b");
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

    private async Task<IReadOnlyList<string>> RowsAsync(string patronId) =>
        [.. (await _bench.Service<IRows>()
            .RangeAsync(RowTable.Requests, patronId, " ", "~", RowLimits.RowsPerPage, openOnly: false, CancellationToken.None)).Select(row => row.Key)];

    private static async Task<IReadOnlyList<string?>> HoldsAsync(APatron patron) =>
        [.. (await patron.GetAsync("/api/me/data")).ShouldBe(200).Json.GetProperty("holds").EnumerateArray().Select(datum => datum.At("kind"))];
}
