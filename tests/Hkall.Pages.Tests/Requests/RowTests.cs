using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Requests;

/// <summary>A row of My Requests says what matters and has the one thing to do.</summary>
public sealed class RowTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task What_is_ready_shows_its_pickup_code_as_the_slip_has_it_and_can_be_given_up()
    {
        var id = await Prepared.OnTheShelfAsync(_bench, "okafor");
        await using var reader = new AReader(_bench);
        await reader.PatronSignsInAsync("/requests");

        await reader.ShouldSayAsync($"DNO {id[^4..]}");
        await reader.ShouldSayAsync("Ready for pickup");
        await reader.OpenAsync("I no longer need it");
        await reader.PressAsync("Send it back");

        await reader.ShouldSayAsync("Thank you. It is being returned to the lending library.");
        (await _bench.Patron("okafor").StatusAsync(id)).ShouldBe("returning");
        await reader.GoAsync($"/requests/{id}");
        await reader.ShouldSayAsync("On its way back");
    }

    [Fact]
    public async Task An_action_in_a_row_leads_back_to_its_list_and_says_what_was_done()
    {
        var id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        var form = new AForm(_bench);
        await form.SignInAsync("okafor");
        await form.GetAsync("/requests");

        (await form.PostAsync($"/requests/{id}/cancel", ("back", "list"))).ShouldBe(303).Header("Location")
            .ShouldBe($"/requests?about={id}&told=cancelled");
        await form.GetAsync("/requests");
        (await form.PostAsync($"/requests/{id}/cancel", ("back", "//elsewhere.example"))).Header("Location")
            ?.ShouldStartWith($"/requests/{id}");
    }

    [Fact]
    public async Task What_was_told_is_not_told_again_once_it_no_longer_holds()
    {
        await _bench.ScriptAsync("*", "renew-silent");
        var id = await Prepared.OnLoanAsync(_bench, "okafor");
        await using var reader = new AReader(_bench);
        await reader.PatronSignsInAsync($"/requests/{id}");
        await reader.PressAsync("Request renewal");
        await reader.ShouldSayAsync("We’ve asked the lending library to renew it.");
        await _bench.AdvanceAsync("P14D");

        await reader.ReloadAsync();

        (await reader.TextAsync()).ShouldNotContain("We’ve asked the lending library to renew it.");
        await reader.ShouldSayAsync("Not renewable: renewal declined.");
    }

    [Fact]
    public async Task A_request_is_named_by_six_characters_and_never_by_all_of_its_number()
    {
        var id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        await using var reader = new AReader(_bench);
        await reader.PatronSignsInAsync("/requests");

        await reader.ShouldSayAsync(id[^6..]);
        (await reader.TextAsync()).ShouldNotContain(id);
        await reader.GoAsync($"/requests/{id}");
        await reader.ShouldSayAsync(id[^6..]);
        (await reader.TextAsync()).ShouldNotContain(id);
    }

    [Fact]
    public async Task A_patron_who_knows_no_title_has_a_request_that_can_be_opened()
    {
        var id = (await _bench.Patron("okafor").PlaceAsync(new { service = "loan", staffHelp = true, note = "The one about lighthouses.", item = new { } }))
            .ShouldBe(201).Json.At("id")!;
        (await _bench.Patron("okafor").PlaceAsync(new { service = "loan", staffHelp = true, item = new { } })).ShouldBeProblem(400, "missing-member");
        await using var reader = new AReader(_bench);
        await reader.PatronSignsInAsync("/requests");

        await reader.FollowAsync($"(no title) {id[^6..]}");

        (await reader.HeadingAsync()).ShouldBe($"(no title) {id[^6..]}");
    }
}
