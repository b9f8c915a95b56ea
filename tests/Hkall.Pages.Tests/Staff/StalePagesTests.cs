using System.Net;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>A member of staff presses a button of a page that is some minutes old, or presses it twice.</summary>
public sealed class StalePagesTests : IAsyncLifetime
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
    public async Task An_old_page_that_showed_conditions_orders_nothing_in_the_patrons_name()
    {
        var first = await AskedAsync();
        await _bench.Library(first).SaysAsync("conditional", _id, more: new { reason = "no-reproduction" });
        await OpenAsync();
        await _bench.Library(first).SaysAsync("unfilled", _id);
        var second = await AskedAsync();
        await _bench.Library(second).SaysAsync("conditional", _id, more: new { cost = new { currency = "HKD", amount = 3000 } });

        var answer = await PressAsync("condition-accept");

        ShouldAskAgain(answer, "That is no longer possible");
        (await _patron.StatusAsync(_id)).ShouldBe("awaiting-cost-decision");
        (await _bench.Library(second).ReceivedAsync(_id)).ShouldBe(["request"]);
        (await _colleague.TriesBlindlyToAsync("condition-accept", _id)).ShouldBeProblem(409, "nothing-to-decide");
        (await _patron.SeesAsync(_id)).Timeline().ShouldNotContain("cost-accepted");
    }

    [Fact]
    public async Task Other_conditions_than_the_page_showed_are_not_accepted()
    {
        var library = await AskedAsync();
        await _bench.Library(library).SaysAsync("conditional", _id, more: new { conditions = new[] { "Signature required" } });
        await OpenAsync();
        await _bench.Library(library).SaysAsync(
            "conditional", _id, more: new { conditions = new[] { "No reproduction" }, cost = new { currency = "HKD", amount = 90 } });

        ShouldAskAgain(await PressAsync("condition-accept"), "please use the form below again");
        (await _bench.Library(library).ReceivedAsync(_id)).ShouldBe(["request"]);
        (await _colleague.TriesBlindlyToAsync("condition-accept", _id, new { symbol = library })).ShouldBeProblem(428, "not-named");
        (await _colleague.TriesBlindlyToAsync("condition-accept", _id, new { symbol = library, amount = new { currency = "HKD", amount = 30 } }))
            .ShouldBeProblem(409, "price-changed");
    }

    [Fact]
    public async Task An_item_seen_on_the_shelf_is_not_billed_to_the_patron_who_has_borrowed_it_since()
    {
        await ReceivedAsync();
        await OpenAsync();
        await _colleague.DoesAsync("check-out", _id);

        var asked = await PressAsync("lost", ("note", "Not on the shelf."));

        ShouldAskAgain(asked, "Do you still want to do it?");
        WebUtility.HtmlDecode(asked.Text).ShouldContain("Not on the shelf.");
        (await _patron.StatusAsync(_id)).ShouldBe("on-loan");
        (await _patron.FeesAsync()).At("balance.amount").ShouldBe("0");
        (await _colleague.TriesBlindlyToAsync("lost", _id)).ShouldBeProblem(428, "not-named");
        (await _colleague.TriesBlindlyToAsync("lost", _id, new { symbol = await AskedAsync(), status = "ready-for-pickup" }))
            .ShouldBeProblem(409, "status-changed");

        // Asked again, with the present state before them, they may mean it.
        await PressAsync("lost", asked, ("note", "Not on the shelf."));
        (await _patron.StatusAsync(_id)).ShouldBe("lost");
    }

    [Fact]
    public async Task Next_library_pressed_twice_passes_over_one_library()
    {
        var first = await AskedAsync();
        await OpenAsync();

        await PressAsync("next-supplier");
        var again = await PressAsync("next-supplier");

        again.ShouldBe(303);
        var second = await AskedAsync();
        second.ShouldNotBe(first);
        (await RotaAsync("passed-over")).ShouldBe([first]);
        (await _bench.Library(first).ReceivedAsync(_id)).ShouldBe(["request", "cancel"]);
        (await _bench.Library(second).ReceivedAsync(_id)).ShouldBe(["request"]);
        (await _colleague.TriesBlindlyToAsync("next-supplier", _id)).ShouldBeProblem(428, "not-named");
        (await _colleague.TriesBlindlyToAsync("next-supplier", _id, new { symbol = first })).ShouldBeProblem(409, "other-library");
    }

    [Fact]
    public async Task Two_people_who_press_next_library_at_once_pass_over_one_library()
    {
        var first = await AskedAsync();
        var seen = (await _colleague.GetAsync($"/api/staff/requests/{_id}")).IfMatch();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => _colleague.PostAsync($"/api/staff/requests/{_id}/next-supplier", null, seen)));
        await _bench.SettleAsync();

        answers.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412]);
        (await RotaAsync("passed-over")).ShouldBe([first]);
        answers.First(answer => answer.Status == 412).ShouldBeProblem(412, "changed-since").Json.At("request.supplier.symbol").ShouldBe(await AskedAsync());
    }

    [Fact]
    public async Task Details_that_a_colleague_completed_meanwhile_are_shown_beside_ones_own_and_not_overwritten()
    {
        var id = (await _patron.PlaceAsync(new { service = "loan", staffHelp = true, item = new { title = "A book" } })).ShouldBe(201).Json.At("id")!;
        await _bench.SettleAsync();
        await _page.GetAsync($"/staff/requests/{id}/edit");
        await _colleague.DoesAsync("edit", id, new { item = new { title = "A book", author = "Somebody", volume = "2" } });

        var answer = await _page.PostAsync($"/staff/requests/{id}/edit", ("title", "A book"), ("author", "Another"));

        answer.ShouldBe(412);
        WebUtility.HtmlDecode(answer.Text).ShouldContain("now “2”, in your form “–”");
        WebUtility.HtmlDecode(answer.Text).ShouldContain("now “Somebody”, in your form “Another”");
        (await _colleague.SeesAsync(id)).At("state.item.volume").ShouldBe("2");
    }

    [Fact]
    public async Task A_form_that_comes_back_with_an_error_has_still_not_seen_what_a_colleague_saved()
    {
        var id = (await _patron.PlaceAsync(new { service = "loan", staffHelp = true, item = new { title = "A book" } })).ShouldBe(201).Json.At("id")!;
        await _bench.SettleAsync();
        await _page.GetAsync($"/staff/requests/{id}/edit");
        await _colleague.DoesAsync("edit", id, new { item = new { title = "A book", author = "Somebody", volume = "2" } });

        var wrong = await _page.PostAsync($"/staff/requests/{id}/edit", ("title", "A book"), ("author", "Another"), ("isbn", "123"));
        wrong.ShouldBe(422);
        var mended = await _page.PostAsync(
            $"/staff/requests/{id}/edit", ("title", "A book"), ("author", "Another"), ("seen", wrong.Text.Split("name=\"seen\" value=\"")[1].Split('"')[0]));

        mended.ShouldBe(412);
        (await _colleague.SeesAsync(id)).At("state.item.volume").ShouldBe("2");
    }

    [Fact]
    public async Task A_patron_whose_page_is_old_decides_on_the_charge_as_it_stands_below()
    {
        var library = await AskedAsync();
        await _bench.Library(library).SaysAsync("conditional", _id, more: new { cost = new { currency = "HKD", amount = 300 } });
        var own = new AForm(_bench);
        own.GoOnWith(_bench.SessionOf("okafor"));
        await own.GetAsync($"/requests/{_id}");
        await _bench.Library(library).SaysAsync("conditional", _id, more: new { cost = new { currency = "HKD", amount = 350 } });

        var answer = await own.PostAsync($"/requests/{_id}/cost-decision", ("accept", "yes"), ("currency", "HKD"), ("amount", "300"));

        ShouldAskAgain(answer, "please use the form below again");
        answer.Text.ShouldContain("Accept HKD 350.00");
        (await _patron.StatusAsync(_id)).ShouldBe("awaiting-cost-decision");
    }

    private async Task<string> AskedAsync() => (await _colleague.SeesAsync(_id)).At("request.supplier.symbol")!;

    private async Task<IReadOnlyList<string?>> RotaAsync(string standing) =>
        [.. (await _colleague.SeesAsync(_id)).GetProperty("state").GetProperty("rota").EnumerateArray()
            .Where(entry => entry.At("standing") == standing).Select(entry => entry.At("symbol"))];

    private async Task ReceivedAsync()
    {
        await _bench.Library(await AskedAsync()).SaysAsync("shipped", _id);
        await _colleague.DoesAsync("receive", _id);
    }

    private async Task OpenAsync() => (await _page.GetAsync($"/staff/requests/{_id}")).ShouldBe(200);

    /// <summary>Presses a button of the page that was opened, with the fields of its form.</summary>
    private Task<Answer> PressAsync(string action, params (string, string)[] fields) =>
        _page.PostAsync($"/staff/requests/{_id}", [("action", action), ("order", $"the-form-of-{action}"), .. fields]);

    /// <summary>Presses the button of the page that asks again.</summary>
    private Task<Answer> PressAsync(string action, Answer asked, params (string, string)[] fields)
    {
        var seen = asked.Text.Split("name=\"seen\" value=\"")[1].Split('"')[0];
        return _page.PostAsync($"/staff/requests/{_id}", [("action", action), ("seen", seen), .. fields]);
    }

    private static void ShouldAskAgain(Answer answer, string says)
    {
        answer.ShouldBe(412);
        var text = WebUtility.HtmlDecode(answer.Text);
        text.ShouldContain("This request has changed since you opened the page");
        text.ShouldContain(says);
    }
}
