using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>Worklists are sorted and narrowed, and say how many there are in all.</summary>
public sealed class WorklistQueryTests : IAsyncLifetime
{
    private const string List = "/api/staff/worklists/with-libraries";

    private ABench _bench = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        foreach (var n in new[] { 3, 1, 5, 2, 4 })
        {
            await _bench.NewPatron().HasPlacedAsync(Orders.BookNumber(n));
            await _bench.AdvanceAsync("PT1M");
        }
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("title", new[] { "1", "2", "3", "4", "5" })]
    [InlineData("-title", new[] { "5", "4", "3", "2", "1" })]
    [InlineData("placed", new[] { "3", "1", "5", "2", "4" })]
    [InlineData("-placed", new[] { "4", "2", "5", "1", "3" })]
    public async Task A_sorted_list_comes_in_pages_each_row_once(string sort, string[] numbers)
    {
        var titles = new List<string>();
        string? after = null;
        do
        {
            var page = (await _bench.LendingStaff().GetAsync($"{List}?sort={sort}&limit=2{after}")).ShouldBe(200).Json;
            page.GetProperty("total").GetInt32().ShouldBe(5);
            titles.AddRange(page.Items().Select(row => row.At("title")!));
            after = page.At("next") is { } next ? $"&after={next}" : null;
        }
        while (after is not null && titles.Count < 20);

        titles.ShouldBe(numbers.Select(number => $"Book number {number}"));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_library_service_tier_and_age()
    {
        (await TotalAsync("service=loan")).ShouldBe(5);
        (await TotalAsync("service=copy")).ShouldBe(0);
        (await TotalAsync("library=NOWHERE")).ShouldBe(0);
        (await TotalAsync("tier=overseas")).ShouldBe(0);
        (await TotalAsync("age=1")).ShouldBe(0);
        (await TotalAsync("office=History")).ShouldBe(0);
        (await TotalAsync("library=&service=&sort=")).ShouldBe(5);
    }

    [Theory]
    [InlineData("sort=colour", "sort")]
    [InlineData("sort=--title", "sort")]
    [InlineData("service=gift", "service")]
    [InlineData("tier=moon", "tier")]
    [InlineData("age=-1", "age")]
    [InlineData("age=1000", "age")]
    [InlineData("sort=title&after=x", "after")]
    [InlineData("sort=title&after=zz_1", "after")]
    public async Task A_query_that_means_nothing_is_refused(string query, string field) =>
        (await _bench.LendingStaff().GetAsync($"{List}?{query}")).ShouldBlame(400, "bad-query", field);

    [Fact]
    public async Task A_row_has_the_patrons_initials_and_the_code_of_the_slip()
    {
        var row = (await _bench.LendingStaff().GetAsync(List)).ShouldBe(200).Json.Items()[0];

        row.At("code")!.ShouldEndWith(row.At("id")![^4..]);
    }

    private async Task<int> TotalAsync(string query) =>
        (await _bench.LendingStaff().GetAsync($"{List}?{query}")).ShouldBe(200).Json.GetProperty("total").GetInt32();
}
