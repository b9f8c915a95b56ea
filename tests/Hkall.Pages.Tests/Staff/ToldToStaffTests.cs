using System.Net;
using System.Text.Json;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>A library or a patron tells staff something, and staff record it with the form of the request's page.</summary>
public sealed class ToldToStaffTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private LendingStaff _staff = null!;
    private APatron _patron = null!;
    private AForm _page = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        (_staff, _patron, _page) = (_bench.LendingStaff(), _bench.Patron("okafor"), new AForm(_bench));
        _page.GoOnWith(_bench.SessionOf(LendingStaff.Person));
        _id = await _patron.HasPlacedAsync(Orders.Kuhn);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_lender_that_only_telephones_supplies_and_renews_like_any_other()
    {
        var library = await AskedAsync();

        await SaysAsync(library, "will-supply");
        (await _patron.StatusAsync(_id)).ShouldBe("expected");
        await SaysAsync(library, "shipped", ("dueOn", "2027-03-31"));
        await _staff.DoesAsync("receive", _id);
        await _staff.DoesAsync("check-out", _id);
        await _staff.DoesAsync("renew", _id, new { by = "telephone", note = "She needs it for the term." });
        await SaysAsync(library, "renewed", ("dueOn", "2027-07-01"));

        var seen = await _patron.SeesAsync(_id);
        seen.Timeline().ShouldContain("loan-renewed");
        TextOf(seen, "renewal-asked").ShouldStartWith("Library staff asked for a renewal for you, as you told us by telephone on ");
        WebUtility.HtmlDecode((await _page.GetAsync($"/staff/requests/{_id}")).Text)
            .ShouldContain($"{library} said by telephone: we will supply it (Ms Lee of the lending desk.)");
        var heard = (await _staff.SeesAsync(_id)).GetProperty("journal").EnumerateArray()
            .First(entry => entry.GetProperty("events").EnumerateArray().Any(happened => happened.At("event") == "message-heard"));
        heard.At("by").ShouldStartWith("staff:");
    }

    [Fact]
    public async Task A_word_that_changes_nothing_is_recorded_and_staff_are_told_so()
    {
        var answer = await PressAsync(await AskedAsync(), "renewed");

        answer.ShouldBe(303);
        answer.Headers.Location!.ToString().ShouldContain("set-aside");
        (await _patron.StatusAsync(_id)).ShouldBe("sourcing");
    }

    [Fact]
    public async Task The_form_sent_twice_is_one_word()
    {
        var library = await AskedAsync();
        await _page.GetAsync($"/staff/requests/{_id}");

        await SendAsync(library, "will-supply");
        (await SendAsync(library, "will-supply")).ShouldBe(303);

        (await _staff.SeesAsync(_id)).GetProperty("journal").EnumerateArray().SelectMany(entry => entry.GetProperty("events").EnumerateArray())
            .Count(happened => happened.At("event") is "message-heard" or "message-set-aside").ShouldBe(1);
    }

    [Fact]
    public async Task Only_a_library_that_was_asked_can_be_quoted()
    {
        (await _staff.TriesToAsync("library-said", _id, new { symbol = "NUS", status = "shipped", by = "letter", note = "A letter." }))
            .ShouldBeProblem(409, "library-not-asked");
        (await _staff.TriesToAsync("library-said", _id, new { symbol = await AskedAsync(), status = "shipped", note = "A letter." }))
            .ShouldBlame(400, "missing-member", "by");
    }

    [Fact]
    public async Task An_item_on_the_shelf_that_its_patron_no_longer_wants_goes_back_whoever_says_so()
    {
        await SaysAsync(await AskedAsync(), "shipped");
        await _staff.DoesAsync("receive", _id);
        (await _patron.SeesAsync(_id)).Actions().ShouldContain("unwanted");

        await _page.GetAsync($"/staff/requests/{_id}");
        (await _page.PostAsync($"/staff/requests/{_id}", ("action", "unwanted"), ("by", "counter"), ("note", "She came by."))).ShouldBe(303);

        await _bench.SettleAsync();
        var seen = await _patron.SeesAsync(_id);
        (seen.At("status"), seen.Actions().Count).ShouldBe(("returning", 0));
        TextOf(seen, "item-unwanted").ShouldStartWith("Library staff noted that you no longer need it, as you told us at the counter on ");
        (await _patron.MailAsync(_id)).ShouldContain("unwanted");
        (await _patron.PostAsync($"/api/requests/{_id}/unwanted")).ShouldBe(200);
        (await _staff.WorklistAsync("to-send-back")).ShouldContain(_id);
        (await _patron.MailAsync(_id)).Count(mail => mail == "unwanted").ShouldBe(1);
    }

    private static string TextOf(JsonElement seen, string happened) =>
        seen.GetProperty("timeline").EnumerateArray().Single(step => step.At("event") == happened).At("text")!;

    private async Task<string> AskedAsync() => (await _staff.SeesAsync(_id)).At("request.supplier.symbol")!;

    private async Task SaysAsync(string library, string word, params (string, string)[] more)
    {
        (await PressAsync(library, word, more)).ShouldBe(303);
        await _bench.SettleAsync();
    }

    private async Task<Answer> PressAsync(string library, string word, params (string, string)[] more)
    {
        await _page.GetAsync($"/staff/requests/{_id}");
        return await SendAsync(library, word, more);
    }

    private Task<Answer> SendAsync(string library, string word, params (string, string)[] more) => _page.PostAsync(
        $"/staff/requests/{_id}/library-said",
        [("symbol", library), ("status", word), ("by", "telephone"), ("note", "Ms Lee of the lending desk."), ("order", $"the-form-of-{word}"), .. more]);
}
