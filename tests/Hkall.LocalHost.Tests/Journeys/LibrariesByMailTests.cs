using System.Text.Json;
using Hkall.LocalHost.Mail;
using Hkall.Service.Notices;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A library without a system: it gets letters, and answers by the link in them.</summary>
public sealed class LibrariesByMailTests : IAsyncLifetime
{
    private const string Mailbox = "ill@town-library.example";

    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        (_patron, _staff) = (_bench.NewPatron(), _bench.LendingStaff());
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_library_by_mail_is_asked_answers_by_its_link_and_sends_the_item()
    {
        var id = await _patron.HasPlacedAsync(Orders.Woolf);
        var letter = (await LettersAsync(id)).ShouldHaveSingleItem();
        letter.At("template").ShouldBe("borrowing-request");
        letter.At("subject")!.ShouldStartWith($"[LNU-{id[^6..]}]");
        letter.At("text")!.ShouldNotContain("newcomer", Case.Insensitive);
        (await _patron.SeesAsync(id)).At("statusText")!.ShouldContain("A town library (sample)");
        var link = LinkIn(letter);

        var opened = await OpenAsync(link);
        opened.At("reference").ShouldBe($"LNU-{id[^6..]}");
        opened.GetProperty("choices").Items().Select(choice => choice.GetString())
            .ShouldBe(["will-supply", "conditional", "shipped", "unfilled"]);
        await OpenAsync(link);
        (await _patron.StatusAsync(id)).ShouldBe("sourcing");

        await AnswersAsync(link, new { status = "will-supply", sendsOn = "2026-11-25" });
        (await _patron.StatusAsync(id)).ShouldBe("expected");
        (await AnswersAsync(link, new { status = "will-supply" })).GetProperty("given").Items().Select(given => given.GetString()).ShouldBe(["will-supply"]);

        await AnswersAsync(link, new { status = "shipped", dueOn = "2027-01-29", barcode = "TL-1" });
        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
        await _staff.DoesAsync("receive", id);
        (await _patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
        (await LettersAsync(id)).Select(mail => mail.At("template")).ShouldBe(["borrowing-request", "borrowing-received"]);
        (await _staff.SeesAsync(id)).GetRawText().ShouldContain("To be sent on 2026-11-25.");
    }

    [Fact]
    public async Task An_answer_that_comes_after_another_library_was_asked_is_refused_by_name()
    {
        var id = await _patron.HasPlacedAsync(Orders.Woolf);
        var link = LinkIn((await LettersAsync(id))[0]);
        await AnswersAsync(link, new { status = "unfilled", reason = "on-loan" });

        (await _bench.PostAsync($"/api/answers/{link}", new { status = "will-supply" })).ShouldBeProblem(409, "already-answered");
        await _staff.DoesAsync("cancel", id);
        (await _bench.PostAsync($"/api/answers/{link}", new { status = "will-supply" })).ShouldBeProblem(409, "already-closed");
    }

    [Fact]
    public async Task A_link_that_we_did_not_make_or_that_has_ended_is_not_found()
    {
        var id = await _patron.HasPlacedAsync(Orders.Woolf);
        var link = LinkIn((await LettersAsync(id))[0]);

        foreach (var forged in new[] { "x", id, link[..^1], $"{link}A", $"{(link[0] == 'A' ? 'B' : 'A')}{link[1..]}" })
        {
            (await _bench.GetAsync($"/api/answers/{forged}")).ShouldBeProblem(404, "not-found");
            (await _bench.PostAsync($"/api/answers/{forged}", new { status = "will-supply" })).ShouldBeProblem(404, "not-found");
        }

        await _patron.CancelsAsync(id);
        await AnswersAsync(link, new { status = "cancelled" });
        await _bench.AdvanceAsync("P91D");
        (await _bench.GetAsync($"/api/answers/{link}")).ShouldBeProblem(404, "not-found");
    }

    [Theory]
    [InlineData("""{"status":"recalled"}""", "unknown-value", "status")]
    [InlineData("""{"status":"unfilled","reason":"silent"}""", "unknown-value", "reason")]
    [InlineData("""{"status":"conditional"}""", "missing-member", "note")]
    [InlineData("""{"status":"will-supply","sendsOn":"2020-01-01"}""", "date-out-of-range", "sendsOn")]
    [InlineData("""{"status":"shipped","cost":{"currency":"yen","amount":1}}""", "unknown-currency", "cost.currency")]
    public async Task What_is_wrong_with_an_answer_is_named(string body, string code, string field)
    {
        var link = LinkIn((await LettersAsync(await _patron.HasPlacedAsync(Orders.Woolf)))[0]);

        (await _bench.PostAsync($"/api/answers/{link}", body)).ShouldBlame(400, code, field);
    }

    [Fact]
    public async Task A_letter_that_comes_back_makes_the_library_one_to_ask_by_hand()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.NewPatron(), bench.LendingStaff());
        bench.Service<MailCatcher>().FailNext(5, new MailResult.Rejected("No such mailbox."));

        var id = await patron.HasPlacedAsync(Orders.Woolf);
        await bench.SettleAsync();

        (await staff.WorklistAsync("to-ask-by-hand")).ShouldBe([id]);
        (await patron.SeesAsync(id)).At("statusText").ShouldBe("Library staff are about to ask A town library (sample).");
    }

    [Fact]
    public async Task A_library_that_only_a_person_can_ask_is_asked_by_staff_and_told_by_them()
    {
        var id = await _patron.HasPlacedAsync(Orders.Plath);
        (await _staff.WorklistAsync("to-ask-by-hand")).ShouldBe([id]);
        (await _patron.SeesAsync(id)).At("statusText").ShouldBe("Library staff are about to ask A club's library (sample).");
        (await _staff.TriesToAsync("library-said", id, new { symbol = "CLUB-LIB", status = "will-supply", by = "telephone", note = "Ms Lee." }))
            .ShouldBeProblem(409, "ask-first");
        (await _staff.TriesToAsync("asked", id)).ShouldBlame(400, "missing-member", "how");

        await _staff.DoesAsync("asked", id, new { how = "telephone", note = "Ms Lee looks.", reference = "CL-7" });
        (await _staff.WorklistAsync("to-ask-by-hand")).ShouldBeEmpty();
        (await _staff.TriesToAsync("asked", id, new { how = "telephone" })).ShouldBeProblem(409, "nobody-to-ask-by-hand");
        await _staff.DoesAsync("library-said", id, new { symbol = "CLUB-LIB", status = "shipped", by = "telephone", note = "Ms Lee." });
        await _staff.DoesAsync("receive", id);

        (await _staff.WorklistAsync("to-tell-by-hand")).ShouldBe([id]);
        await _staff.DoesAsync("told", id, new { how = "mail" });
        (await _staff.WorklistAsync("to-tell-by-hand")).ShouldBeEmpty();
        (await _staff.TriesToAsync("told", id, new { how = "mail" })).ShouldBeProblem(409, "nothing-to-tell");
    }

    [Fact]
    public async Task What_staff_found_elsewhere_is_received_like_any_item_and_nobody_is_written_to()
    {
        var id = await _patron.HasPlacedAsync(Orders.Plath);
        (await _staff.TriesToAsync("found-elsewhere", id, new { how = "web" })).Status.ShouldBe(400);

        await _staff.DoesAsync("found-elsewhere", id, new { library = "The Bookshop", tier = "local", how = "web", cost = new { currency = "HKD", amount = 80 } });
        (await _patron.StatusAsync(id)).ShouldBe("expected");
        await _staff.DoesAsync("receive", id);

        (await _patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
        (await _bench.MailAsync(Mailbox)).ShouldBeEmpty();
        (await _staff.SeesAsync(id)).GetRawText().ShouldContain("outside the directory");
    }

    private async Task<IReadOnlyList<JsonElement>> LettersAsync(string id) =>
        [.. (await _bench.MailAsync(Mailbox)).Where(mail => mail.At("requestId") == id)];

    private static string LinkIn(JsonElement letter)
    {
        var link = letter.At("text")!.Split('\n', ' ').Single(word => word.Contains("/answer/", StringComparison.Ordinal)).Trim();
        return link[(link.LastIndexOf('/') + 1)..];
    }

    private async Task<JsonElement> OpenAsync(string link) => (await _bench.GetAsync($"/api/answers/{link}")).ShouldBe(200).Json;

    private async Task<JsonElement> AnswersAsync(string link, object answer)
    {
        var answered = (await _bench.PostAsync($"/api/answers/{link}", answer)).ShouldBe(200).Json;
        await _bench.SettleAsync();
        return answered;
    }
}
