using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Staff place a request for a patron who stands at the desk.</summary>
public sealed class PlacingForTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _patron = _bench.Patron("okafor");
        _staff = _bench.LendingStaff();
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task The_request_is_the_patrons_and_the_record_says_that_staff_placed_it()
    {
        var id = await PlacedForAsync(Orders.Kuhn);

        var request = await _patron.SeesAsync(id);
        request.At("status").ShouldBe("expected");
        request.At("timeline.0.text").ShouldBe("Library staff submitted the request for you.");
        (await _staff.SeesAsync(id)).At("journal.0.by").ShouldNotBeNull().ShouldStartWith("staff:");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "item-expected"]);
        (await _patron.QuotaAsync()).Used.ShouldBe(1);
    }

    [Fact]
    public async Task The_declaration_of_a_copy_stays_the_patrons_to_sign()
    {
        var item = new { title = "Bell System Technical Journal", issn = "0005-8580", volume = "27", pages = "379-423" };
        (await _staff.TriesToAsync("place-for", await PatronIdAsync(), new { service = "copy", item, declaration = Orders.Declared })).ShouldBlame(
            422, "declaration-by-patron", "declaration");

        var id = await PlacedForAsync(new { service = "copy", item });

        (await _patron.StatusAsync(id)).ShouldBe("awaiting-declaration");
        (await _patron.PostAsync($"/api/requests/{id}/declaration", Orders.Declared)).ShouldBe(200);
    }

    [Fact]
    public async Task The_patrons_own_rules_hold_when_staff_place_for_them()
    {
        var undergraduate = _bench.Patron("smith");
        var patronId = (await undergraduate.GetAsync("/api/me")).ShouldBe(200).Json.At("patronId")!;

        (await _staff.TriesToAsync(
            "place-for", patronId,
            new { service = "loan", acceptTiers = new[] { "overseas" }, item = new { title = "Syntactic Structures", isbn = "9783110172799" } })).ShouldBeProblem(422, "not-eligible");
        (await undergraduate.PostAsync($"/api/staff/requests/{patronId}/place-for", Orders.Kuhn)).ShouldBe(403);
    }

    [Fact]
    public async Task Nobody_is_placed_for_who_has_never_signed_in()
    {
        (await _staff.TriesToAsync("place-for", "p" + new string('z', 26), Orders.Kuhn)).ShouldBeProblem(404, "unknown-patron");
        (await _staff.TriesToAsync("place-for", "nobody", Orders.Kuhn)).ShouldBeProblem(404, "not-found");
    }

    private async Task<string> PatronIdAsync() => (await _patron.GetAsync("/api/me")).ShouldBe(200).Json.At("patronId")!;

    private async Task<string> PlacedForAsync(object order)
    {
        var placed = (await _staff.TriesToAsync("place-for", await PatronIdAsync(), order)).ShouldBe(201);
        await _bench.SettleAsync();
        return placed.Json.At("id")!;
    }
}
