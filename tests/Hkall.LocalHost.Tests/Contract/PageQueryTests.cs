using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>What may be asked of a list, and what it answers where there is nothing in it.</summary>
public sealed class PageQueryTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private readonly ABench _bench = fixture.Bench;
    private readonly APatron _patron = fixture.Bench.Patron("okafor");

    [Fact]
    public async Task An_empty_list_is_an_empty_page() =>
        (await _patron.GetAsync("/api/requests")).ShouldBe(200).Text.ShouldBe("""{"items":[],"next":null}""");

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=1.5", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=99999999999999999999", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("limit=%00", "limit")]
    [InlineData("limit=٣", "limit")]
    [InlineData("after=x", "after")]
    [InlineData("after=", "after")]
    [InlineData("after=%2F%5C%23%3F", "after")]
    [InlineData("after=7YBQX1AGBZMSD7W1X4SXJB9YAJ7YBQX1AGBZMSD7W1X4SXJB9YAJ", "after")]
    public async Task A_limit_or_a_cursor_that_is_none_is_refused(string query, string field)
    {
        (await _patron.GetAsync($"/api/requests?{query}")).ShouldBlame(400, "bad-query", field);
        (await _bench.LendingStaff().GetAsync($"/api/staff/requests?{query}")).ShouldBlame(400, "bad-query", field);
        (await _bench.LendingStaff().GetAsync($"/api/staff/worklists/overdue?{query}")).ShouldBlame(400, "bad-query", field);
        (await _bench.LendingStaff().GetAsync($"/api/staff/parked?{query}")).ShouldBlame(400, "bad-query", field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Open")]
    [InlineData("open,closed")]
    [InlineData("%27%20or%201%20eq%201")]
    public async Task A_state_that_is_none_is_refused(string state) =>
        (await _patron.GetAsync($"/api/requests?state={state}")).ShouldBlame(400, "bad-query", "state");
}
