using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>One order is carried out once, on what it names, and in the name of whoever gave it.</summary>
public sealed class NamedOrdersTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private LendingStaff _colleague = null!;
    private APatron _patron = null!;
    private AForm _page = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        (_colleague, _patron, _page) = (_bench.LendingStaff(), _bench.Patron("okafor"), new AForm(_bench));
        _page.GoOnWith(_bench.SessionOf(LendingStaff.Person));
        _id = await _patron.HasPlacedAsync(Orders.Kuhn);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task The_same_call_under_one_key_is_one_order_and_another_call_under_it_is_refused()
    {
        (string, string)[] once = [("Idempotency-Key", "reminder-1"), .. (await _colleague.GetAsync($"/api/staff/requests/{_id}")).IfMatch()];
        var path = $"/api/staff/requests/{_id}/remind";

        var first = (await _colleague.PostAsync(path, null, once)).ShouldBe(200);
        var again = (await _colleague.PostAsync(path, null, once)).ShouldBe(200);

        again.Text.ShouldBe(first.Text);
        await _bench.SettleAsync();
        (await _bench.Library(await AskedAsync()).ReceivedAsync(_id)).Count(word => word != "request").ShouldBe(1);
        (await _colleague.PostAsync(path, new { note = "again" }, once)).ShouldBeProblem(409, "idempotency-key-reused");
        (await _colleague.PostAsync($"/api/staff/requests/{_id}/ask-status", null, once)).ShouldBeProblem(409, "idempotency-key-reused");
    }

    [Fact]
    public async Task A_payment_that_is_sent_three_times_is_booked_once()
    {
        await ReceivedAsync();
        await _colleague.DoesAsync("check-out", _id);
        await _colleague.DoesAsync("lost", _id, new { replacementCost = new { currency = "HKD", amount = 500 } });
        var fee = (await _patron.FeesAsync()).GetProperty("entries")[0].At("id")!;
        var path = $"/api/staff/patrons/{(await _colleague.SeesAsync(_id)).At("state.patronId")}/fees/{fee}/settle";
        var owed = (await _patron.FeesAsync()).GetProperty("entries")[0].At("owed.amount")!;
        var order = $$$"""{"amount":{"currency":"HKD","amount":10},"reason":"paid","balance":{"currency":"HKD","amount":{{{owed}}}}}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _colleague.PostAsync(path, order)));

        answers.Select(answer => answer.Status).Order().ShouldBe([200, 409, 409]);
        answers.First(answer => answer.Status == 409).ShouldBeProblem(409, "balance-changed");
        (await _colleague.PostAsync(path, """{"amount":{"currency":"HKD","amount":10},"reason":"paid"}""")).ShouldBeProblem(428, "not-named");
    }

    [Fact]
    public async Task A_charge_is_accepted_on_the_patrons_recorded_word_and_never_as_their_own_act()
    {
        var library = await AskedAsync();
        await _bench.Library(library).SaysAsync("conditional", _id, more: new { cost = new { currency = "HKD", amount = 450 } });
        await OpenAsync();
        (await _colleague.TriesToAsync("cost-accept", _id, new { amount = new { currency = "HKD", amount = 450 }, note = "Agreed." }))
            .ShouldBlame(400, "missing-member", "by");
        (await _colleague.TriesToAsync("cost-accept", _id, new { by = "telephone", note = "Agreed." })).ShouldBlame(400, "missing-member", "amount");
        (await _colleague.TriesToAsync("cost-accept", _id, new { by = "telephone", amount = new { currency = "HKD", amount = 450 } }))
            .ShouldBlame(400, "missing-member", "note");
        (await _colleague.TriesToAsync("cost-accept", _id, new { by = "telephone", amount = new { currency = "HKD", amount = 30 }, note = "Agreed." }))
            .ShouldBeProblem(409, "price-changed");

        (await PressAsync("cost-accept", ("amount", "450"), ("currency", "HKD"), ("by", "counter"), ("note", "She came by."))).ShouldBe(303);

        await _bench.SettleAsync();
        var seen = await _patron.SeesAsync(_id);
        seen.At("status").ShouldBe("expected");
        var accepted = seen.GetProperty("timeline").EnumerateArray().Single(step => step.At("event") == "cost-accepted").At("text")!;
        accepted.ShouldStartWith("Library staff accepted the charge of HKD 450.00 for you, as you told us at the counter on ");
        var recorded = (await _colleague.SeesAsync(_id)).GetProperty("journal").EnumerateArray()
            .SelectMany(entry => entry.GetProperty("events").EnumerateArray()).Single(happened => happened.At("event") == "cost-accepted");
        recorded.At("how").ShouldBe("by-staff");
        recorded.At("word.note").ShouldBe("She came by.");
    }

    [Fact]
    public async Task A_late_parcel_of_the_first_library_is_booked_to_it_once_staff_say_whose_it_is()
    {
        var first = await AskedAsync();
        await _colleague.DoesAsync("next-supplier", _id);
        var second = await AskedAsync();
        await OpenAsync();

        (await PressAsync("receive")).ShouldBe(409).Text.ShouldContain("say whose it is");
        (await _colleague.TriesToAsync("receive", _id)).ShouldBeProblem(409, "which-library");
        (await _page.PostAsync($"/staff/requests/{_id}", ("action", "receive"), ("symbol", first))).ShouldBe(303);

        await _bench.SettleAsync();
        (await AskedAsync()).ShouldBe(first);
        (await _patron.StatusAsync(_id)).ShouldBe("ready-for-pickup");
        (await _bench.Library(first).ReceivedAsync(_id)).ShouldBe(["request", "cancel", "received"]);
        (await _bench.Library(second).ReceivedAsync(_id)).ShouldBe(["request", "cancel"]);
    }

    [Fact]
    public async Task A_scan_asks_whose_parcel_it_is_and_books_it_to_that_library()
    {
        var first = await AskedAsync();
        await _colleague.DoesAsync("next-supplier", _id);

        (await _colleague.PostAsync("/api/staff/scan", new { barcode = _id })).ShouldBe(200).Json.At("outcome").ShouldBe("ask");
        var asked = (await _colleague.PostAsync("/api/staff/scan", new { barcode = _id, action = "receive" })).ShouldBe(200).Json;
        asked.At("say").ShouldBe("Which library sent it?");
        asked.GetProperty("choices").EnumerateArray().Select(choice => choice.At("symbol")).ShouldContain(first);

        (await _colleague.PostAsync("/api/staff/scan", new { barcode = _id, action = "receive", symbol = first })).ShouldBe(200).Json
            .At("outcome").ShouldBe("done");
        (await AskedAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task Nobody_agrees_to_a_charge_in_a_patrons_name_when_placing_for_them()
    {
        var patronId = (await _patron.GetAsync("/api/me")).Json.At("patronId");

        (await _colleague.PostAsync(
            $"/api/staff/requests/{patronId}/place-for",
            new { service = "loan", item = new { title = "Another book", author = "Somebody" }, maxCost = new { currency = "HKD", amount = 5000 } }))
            .ShouldBlame(422, "cost-by-patron", "maxCost");
    }

    [Fact]
    public async Task What_cannot_be_a_version_or_a_key_is_malformed()
    {
        var path = $"/api/staff/requests/{_id}/remind";

        (await _colleague.PostAsync(path, null, ("If-Match", "yesterday"))).ShouldBlame(400, "bad-if-match", "If-Match");
        (await _colleague.PostAsync(path, null, ("If-Match", "\"yesterday\""))).ShouldBeProblem(412, "changed-since");
        (await _colleague.PostAsync(path, null, ("Idempotency-Key", new string('x', 201)))).ShouldBlame(400, "bad-idempotency-key", "Idempotency-Key");
        (await _page.PostAsync($"/staff/requests/{_id}", ("action", "remind"), ("seen", "yesterday"))).ShouldBe(400);
        (await _colleague.PostAsync(path, null, ("If-Match", "*"))).ShouldBeProblem(428, "not-named");
        (await _bench.Library(await AskedAsync()).ReceivedAsync(_id)).ShouldBe(["request"]);
    }

    [Fact]
    public async Task A_list_that_is_old_does_nothing_to_what_has_changed_since()
    {
        var library = await AskedAsync();
        await _bench.Library(library).SaysAsync("shipped", _id);
        var listed = (await _colleague.GetAsync("/api/staff/worklists/to-receive")).ShouldBe(200).Json.Items().Single(row => row.At("id") == _id);
        await _colleague.DoesAsync("note", _id, new { note = "Damaged on arrival: do not receive." });

        var rows = (await _colleague.PostAsync("/api/staff/requests/batch", new { action = "receive", ids = new[] { _id }, seen = new[] { listed.At("version") } }))
            .ShouldBe(200).Json.Items();

        rows.Single().At("outcome").ShouldBe("changed-since");
        (await _patron.StatusAsync(_id)).ShouldBe("in-transit");
        (await _colleague.PostAsync("/api/staff/requests/batch", new { action = "cancel", ids = new[] { _id } }))
            .ShouldBe(200).Json.Items().Single().At("outcome").ShouldBe("refused");
        (await _colleague.PostAsync("/api/staff/requests/batch", new { action = "receive", ids = new[] { _id }, seen = new[] { "yesterday" } }))
            .ShouldBlame(400, "bad-version", "seen");
    }

    private async Task<string> AskedAsync() => (await _colleague.SeesAsync(_id)).At("request.supplier.symbol")!;

    private async Task ReceivedAsync()
    {
        await _bench.Library(await AskedAsync()).SaysAsync("shipped", _id);
        await _colleague.DoesAsync("receive", _id);
    }

    private async Task OpenAsync() => (await _page.GetAsync($"/staff/requests/{_id}")).ShouldBe(200);

    /// <summary>Presses a button of the page that was opened, with the fields of its form.</summary>
    private Task<Answer> PressAsync(string action, params (string, string)[] fields) =>
        _page.PostAsync($"/staff/requests/{_id}", [("action", action), ("order", $"the-form-of-{action}"), .. fields]);
}
