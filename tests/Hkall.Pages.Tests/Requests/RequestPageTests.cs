using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Requests;

/// <summary>What the pages refuse and how they say it, without a browser.</summary>
public sealed class RequestPageTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private AForm _reader = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _reader = new AForm(_bench);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task What_is_somebody_elses_is_not_there()
    {
        var id = await _bench.Patron("petrov").HasPlacedAsync(Orders.Kuhn);
        await _reader.SignInAsync("okafor");

        (await _reader.GetAsync($"/requests/{id}")).ShouldBe(404).Text.ShouldContain("Page not found");
        await _reader.GetAsync("/requests");
        (await _reader.PostAsync($"/requests/{id}/cancel")).ShouldBe(404);
        (await _bench.Patron("petrov").StatusAsync(id)).ShouldBe("expected");
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_comes_back_to_the_page()
    {
        (await _reader.GetAsync("/requests?show=all")).ShouldBe(303).Header("Location").ShouldBe("/sign-in?returnUrl=%2Frequests%3Fshow%3Dall");
        (await _reader.GetAsync("/sign-in?returnUrl=%2Frequests%3Fshow%3Dall")).ShouldBe(303)
            .Header("Location").ShouldBe("/bench/sign-in?returnUrl=%2Frequests%3Fshow%3Dall");
        await _reader.GetAsync("/bench/sign-in?returnUrl=%2Frequests%3Fshow%3Dall");
        (await _reader.PostAsync("/bench/sign-in/as", ("person", "okafor"), ("returnUrl", "/requests?show=all"))).ShouldBe(303)
            .Header("Location").ShouldBe("/requests?show=all");
        (await _reader.GetAsync("/requests?show=all")).ShouldBe(200);
    }

    [Fact]
    public async Task A_form_sent_after_the_session_has_ended_is_not_carried_out_and_leads_back_to_its_request()
    {
        await _reader.SignInAsync("okafor");
        var id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        await _reader.GetAsync($"/requests/{id}");
        _reader.Forget();

        var sent = (await _reader.PostAsync($"/requests/{id}/cancel")).ShouldBe(303);

        sent.Header("Location").ShouldBe($"/sign-in?returnUrl=%2Frequests%2F{id}%2Fcancel&late=1");
        (await _reader.GetAsync(sent.Header("Location")!)).ShouldBe(401).Text.ShouldContain("process what you sent");
        (await _bench.Patron("okafor").StatusAsync(id)).ShouldBe("expected");
        await _reader.SignInAsync("okafor");
        (await _reader.GetAsync($"/requests/{id}/cancel")).ShouldBe(303).Header("Location").ShouldBe($"/requests/{id}");
    }

    [Fact]
    public async Task What_is_too_late_is_refused_on_the_requests_own_page_with_the_reason()
    {
        await _reader.SignInAsync("okafor");
        var id = await Prepared.OnTheShelfAsync(_bench, "okafor");
        await _reader.GetAsync($"/requests/{id}");

        var refused = (await _reader.PostAsync($"/requests/{id}/renew")).ShouldBe(409);

        refused.ContentType.ShouldBe("text/html; charset=utf-8");
        refused.Text.ShouldContain("Request not possible");
        refused.Text.ShouldContain("The item is not checked out.");
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_request()
    {
        await _reader.SignInAsync("okafor");
        await _reader.GetAsync("/place/loan?genre=book&btitle=Kuhn&isbn=9780226458120");
        (string, string)[] fields = [("key", "k1"), ("title", "The Structure of Scientific Revolutions"), ("isbn", "9780226458120"), ("tiers-shown", "yes"),
            ("tier", "hkall")];

        var first = (await _reader.PostAsync("/place/loan", fields)).ShouldBe(303).Header("Location");
        var second = (await _reader.PostAsync("/place/loan", fields)).ShouldBe(303).Header("Location");

        second.ShouldBe(first);
        (await _bench.Patron("okafor").MyRequestsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_library_holds_and_what_is_asked_for_twice_is_refused_with_all_that_was_filled_in()
    {
        await _reader.SignInAsync("okafor");
        await _bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        await _reader.GetAsync("/place/loan?genre=book&btitle=x");
        var twice =
            (await _reader.PostAsync(
                "/place/loan", ("title", "The Structure of Scientific Revolutions"), ("isbn", "9780226458120"),
                ("note", "It is the \"4th\" edition."))).ShouldBe(409);
        twice.Text.ShouldContain("Your request could not be submitted");
        twice.Text.ShouldContain("It is the &quot;4th&quot; edition.");

        (await _reader.PostAsync("/place/loan", ("title", "Nineteen Eighty-Four"), ("isbn", "9780451524935"))).ShouldBe(422).Text.ShouldContain(
            "The Library holds this item");
        (await _reader.PostAsync("/place/loan", ("title", ""), ("isbn", "123"), ("year", "x"))).ShouldBe(400).Text.ShouldContain("Please check these fields");
        (await _reader.PostAsync("/place/loan", ("title", "A book"), ("isbn", "123"))).ShouldBe(422).Text.ShouldContain("This is not an ISBN");
    }

    [Fact]
    public async Task My_requests_show_what_waits_for_the_patron_first_and_can_be_searched()
    {
        await _reader.SignInAsync("okafor");
        var shelf = await Prepared.OnTheShelfAsync(_bench, "okafor");
        var placed = await _bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);

        var all = (await _reader.GetAsync("/requests")).ShouldBe(200).Text;
        all.IndexOf(shelf, StringComparison.Ordinal).ShouldBeLessThan(all.IndexOf(placed, StringComparison.Ordinal));
        var found = (await _reader.GetAsync("/requests?show=all&q=structure+REVOLUTIONS")).Text;
        found.ShouldContain(placed);
        found.ShouldNotContain(shelf);
        (await _reader.GetAsync("/requests?show=closed")).Text.ShouldContain("No closed requests yet.");
    }

    [Fact]
    public async Task The_quota_is_drawn_and_said()
    {
        await _reader.SignInAsync("okafor");
        await _bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);

        var page = (await _reader.GetAsync("/account")).ShouldBe(200).Text;

        page.ShouldContain("1 of 100 used, 99 left");
        page.ShouldContain("role=\"img\"");
        page.ShouldContain("Yes, conditions may apply");
    }
}
