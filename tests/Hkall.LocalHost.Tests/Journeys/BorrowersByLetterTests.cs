using System.Text.Json;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Bodies without a system: by mail they answer by the link in our letters, and where no mail reaches them staff tell them.</summary>
public sealed class BorrowersByLetterTests : IAsyncLifetime
{
    private const string Mail = "library@dh.example";

    private ABench _bench = null!;
    private LendingStaff _desk = null!;
    private ABorrower _lending = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        (_desk, _lending) = (_bench.LendingStaff(), new ABorrower(_bench, "CUHK"));
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_department_accepts_renews_and_returns_by_the_links_in_our_letters()
    {
        var id = await KeyedInAsync("DH/1", new { name = "Department of Health", kind = "government", email = Mail });
        var offer = await LinkAsync("lending-conditional");
        var opened = await OpenAsync(offer);
        opened.At("reference").ShouldBe($"LNU-{id[^6..]}");
        opened.At("borrowersId").ShouldBe("DH/1");
        Names(opened, "choices").ShouldBe(["conditions-accepted", "conditions-declined", "notification"]);
        await OpenAsync(offer);
        (await StatusAsync(id)).ShouldBe("conditional");

        Names(await AnswersAsync(offer, new { answer = "conditions-accepted" }), "given").ShouldBe(["conditions-accepted"]);
        (await StatusAsync(id)).ShouldBe("to-pull");
        await AnswersAsync(offer, new { answer = "conditions-accepted" });
        (await _bench.PostAsync($"/api/lending/answers/{offer}", new { answer = "conditions-declined" })).ShouldBeProblem(409, "already-answered");
        (await StatusAsync(id)).ShouldBe("to-pull");

        await _lending.DoesAsync("ship", id);
        var sent = await LinkAsync("lending-loaned");
        Names(await OpenAsync(sent), "choices").ShouldBe(["received", "renew", "shipped-return", "lost", "notification"]);
        await AnswersAsync(sent, new { answer = "received" });
        (await StatusAsync(id)).ShouldBe("on-loan");
        var before = (await OpenAsync(sent)).At("dueOn");
        await AnswersAsync(sent, new { answer = "renew" });
        (await OpenAsync(sent)).At("dueOn").ShouldNotBe(before);
        await AnswersAsync(await LinkAsync("lending-renewal-approved"), new { answer = "shipped-return", note = "By courier." });
        (await StatusAsync(id)).ShouldBe("returning");
        (await _desk.GetAsync($"/api/staff/lending/{id}")).Text.ShouldContain("By courier.");
    }

    [Fact]
    public async Task A_department_that_needs_it_no_longer_says_so_by_the_link_and_other_words_reach_staff()
    {
        var id = await KeyedInAsync("DH/2", new { name = "Department of Health", kind = "reciprocal", email = Mail });
        var link = await LinkAsync("lending-will-supply");
        (await _bench.PostAsync($"/api/lending/answers/{link}", new { answer = "notification" })).ShouldBlame(400, "missing-member", "note");
        await AnswersAsync(link, new { answer = "notification", note = "Only volume two, please." });
        (await _desk.GetAsync($"/api/staff/lending/{id}")).Text.ShouldContain("Only volume two, please.");

        await AnswersAsync(link, new { answer = "cancel" });

        (await StatusAsync(id)).ShouldBeOneOf("cancelled", "cancel-asked");
    }

    [Fact]
    public async Task Nobody_answers_by_a_link_that_was_not_made_here_or_for_another_kind_of_letter()
    {
        var id = await KeyedInAsync("DH/3", new { name = "Department of Health", kind = "government", email = Mail });
        var link = await LinkAsync("lending-conditional");
        foreach (var forged in new[] { "x", id, link[..^1], link + "A", "A" + link[1..] })
        {
            (await _bench.GetAsync($"/api/lending/answers/{forged}")).ShouldBe(404);
            (await _bench.PostAsync($"/api/lending/answers/{forged}", new { answer = "conditions-accepted" })).ShouldBe(404);
        }

        (await _bench.GetAsync($"/api/answers/{link}")).ShouldBe(404);
        (await _bench.GetAsync($"/api/lending/files/{link}")).ShouldBe(404);
        (await StatusAsync(id)).ShouldBe("conditional");
    }

    [Fact]
    public async Task An_organisation_without_mail_is_a_task_for_staff_until_it_has_been_told()
    {
        var id = await KeyedInAsync("KS/1", new { name = "Kowloon Society", kind = "registered", address = new[] { "1 Nathan Road", "Kowloon" } });
        (await _lending.WorklistAsync("to-tell")).ShouldBe([id]);
        var letter = (await _desk.GetAsync($"/api/staff/lending/{id}/letters/1")).ShouldBe(200);
        letter.Text.ShouldContain("Kowloon Society");
        letter.Text.ShouldContain("1 Nathan Road");
        letter.Text.ShouldContain("Lingnan University Library");
        letter.Text.ShouldContain("please write to us or call us");
        letter.Text.ShouldNotContain("https://");
        (await _desk.GetAsync($"/api/staff/lending/{id}/letters/2")).ShouldBe(404);

        await _lending.DoesAsync("told", id, new { number = 1, note = "Called Ms Ho." });
        (await _lending.WorklistAsync("to-tell")).ShouldBeEmpty();
        (await _lending.TriesToAsync("told", id)).ShouldBeProblem(409, "nothing-to-tell");

        await _lending.DoesAsync("unfilled", id, new { unfilled = "NotOnShelf" });
        (await StatusAsync(id)).ShouldBe("unfilled");
        (await _lending.WorklistAsync("to-tell")).ShouldBe([id], "A request that is closed is told too.");
        (await _desk.GetAsync($"/api/staff/lending/{id}/letters/2")).ShouldBe(200).Text.ShouldContain("cannot supply");
        await _lending.DoesAsync("told", id);
        (await _lending.WorklistAsync("to-tell")).ShouldBeEmpty();
    }

    private async Task<string> KeyedInAsync(string requestId, object borrower)
    {
        var id = (await _desk.PostAsync("/api/staff/lending", new { borrower, requestId, service = "loan", item = ABorrower.Orientalism }))
            .ShouldBe(201).Json.At("id")!;
        await _bench.SettleAsync();
        return id;
    }

    private async Task<string> LinkAsync(string template)
    {
        var text = (await _bench.MailAsync(Mail)).Last(mail => mail.At("template") == template).At("text")!;
        var link = text.Split('\n', ' ').Single(word => word.Contains("/lending/answer/", StringComparison.Ordinal)).Trim();
        return link[(link.LastIndexOf('/') + 1)..];
    }

    private async Task<JsonElement> OpenAsync(string link) => (await _bench.GetAsync($"/api/lending/answers/{link}")).ShouldBe(200).Json;

    private async Task<JsonElement> AnswersAsync(string link, object answer)
    {
        var said = (await _bench.PostAsync($"/api/lending/answers/{link}", answer)).ShouldBe(200).Json;
        await _bench.SettleAsync();
        return said;
    }

    private async Task<string?> StatusAsync(string id) => (await _desk.GetAsync($"/api/staff/lending/{id}")).ShouldBe(200).Json.At("status");

    private static IEnumerable<string?> Names(JsonElement view, string member) => view.GetProperty(member).Items().Select(each => each.GetString());
}
