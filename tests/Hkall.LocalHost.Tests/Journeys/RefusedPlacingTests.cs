using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Orders that are well formed and are refused all the same, each with its reason.</summary>
public sealed class RefusedPlacingTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task What_the_Library_holds_itself_is_not_requested_from_others()
    {
        var patron = _bench.Patron("okafor");

        (await patron.PlaceAsync(Orders.Orwell)).ShouldBeProblem(422, "held-here");
        (await patron.MyRequestsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_item_is_requested_once_at_a_time()
    {
        var patron = _bench.Patron("okafor");
        var id = await patron.HasPlacedAsync(Orders.Kuhn);

        (await patron.PlaceAsync(Orders.Kuhn)).ShouldBeProblem(409, "duplicate-request");
        (await _bench.Patron("petrov").PlaceAsync(Orders.Kuhn)).ShouldBe(201);
        (await patron.CancelsAsync(id)).ShouldBe(200);
        await _bench.SettleAsync();
        (await patron.PlaceAsync(Orders.Kuhn)).ShouldBe(201);
    }

    [Fact]
    public async Task Undergraduates_borrow_from_HKALL_alone()
    {
        var student = _bench.Patron("smith");

        (await student.PlaceAsync(
            new { service = "loan", acceptTiers = new[] { "local", "overseas" }, item = new { title = "The Age of Extremes", isbn = "9780679730057" } }))
            .ShouldBeProblem(422, "not-eligible");
        (await student.PlaceAsync(Orders.Kuhn)).ShouldBe(201);
    }

    [Fact]
    public async Task The_fifty_first_open_request_of_an_undergraduate_is_one_too_many()
    {
        await _bench.ScriptAsync("*", "silent");
        var student = _bench.Patron("smith");
        for (var n = 1; n <= 50; n++)
        {
            (await student.PlaceAsync(Orders.BookNumber(n))).ShouldBe(201);
        }

        (await student.QuotaAsync()).ShouldBe((50, 0));
        (await student.PlaceAsync(Orders.BookNumber(51))).ShouldBeProblem(409, "quota-reached");

        // One that is closed makes room for one.
        await _bench.LendingStaff().DoesAsync("next-supplier", (await student.MyRequestsAsync("?limit=1"))[0].At("id")!);
        await _bench.LendingStaff().DoesAsync("next-supplier", (await student.MyRequestsAsync("?limit=1"))[0].At("id")!);
        await _bench.LendingStaff().DoesAsync("next-supplier", (await student.MyRequestsAsync("?limit=1"))[0].At("id")!);
        await _bench.LendingStaff().DoesAsync("unfilled", (await student.MyRequestsAsync("?limit=1"))[0].At("id")!);
        (await student.QuotaAsync()).ShouldBe((49, 1));
        (await student.PlaceAsync(Orders.BookNumber(51))).ShouldBe(201);
        (await student.PlaceAsync(Orders.BookNumber(52))).ShouldBeProblem(409, "quota-reached");
    }

    [Fact]
    public async Task Nothing_is_brought_to_an_office_unless_the_patron_may_have_it_so()
    {
        object wish = new { service = "loan", item = new { title = "T", isbn = "9780226458120" }, pickup = new { office = "LBY 101" } };
        var student = _bench.Patron("smith");
        (await student.GetAsync("/api/me")).Json.At("officeDelivery").ShouldBe("False");
        var refused = await student.PlaceAsync(wish);
        refused.Json.At("code").ShouldBe("not-office-eligible");
        (await student.MyRequestsAsync()).ShouldBeEmpty();

        var professor = _bench.Patron("okafor");
        (await professor.GetAsync("/api/me")).Json.At("officeDelivery").ShouldBe("True");
        (await professor.PlaceAsync(wish)).Json.At("pickup.office").ShouldBe("LBY 101");
    }
}
