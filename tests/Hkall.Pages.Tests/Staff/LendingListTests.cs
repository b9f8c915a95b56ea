using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Lists of what we lend: many are picked, shipped and taken back at once, on the page and by the API.</summary>
public sealed class LendingListTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        foreach (var n in new[] { 1, 2, 3 })
        {
            await new ABorrower(_bench, "CUHK").AsksForABookAsync($"trolley-{n}");
        }
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_trolley_of_books_is_picked_with_two_clicks_without_a_script()
    {
        var staff = new AReader(_bench);
        await staff.StaffSignsInAsync("/staff/lending/worklists/to-pull");
        (await staff.CountAsync("tbody tr")).ShouldBe(3);

        await staff.FollowAsync("Select all on this page");
        await staff.PressAsync("Picked: selected");

        await staff.ShouldSayAsync("Done: 3 of 3");
        (await NamesAsync("to-ship")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_same_by_the_api_with_what_became_of_each()
    {
        var ids = await NamesAsync("to-pull");

        var rows = (await PostAsync(new { action = "pulled", ids = ids.Append("LXXXXXXXXXXXXXXXXXXXXXXXXX") })).ShouldBe(200).Json.Items();
        rows.Select(row => row.At("outcome")).ShouldBe(["done", "done", "done", "unknown"]);

        (await PostAsync(new { action = "ship", ids })).ShouldBe(200).Json.Items().ShouldAllBe(row => row.At("outcome") == "done");
        (await NamesAsync("to-ship")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("burn", 1, "unknown-action", "action")]
    [InlineData("pulled", 0, "bad-number", "ids")]
    [InlineData("pulled", 101, "bad-number", "ids")]
    public async Task A_batch_that_cannot_be_meant_is_refused(string action, int count, string code, string field) =>
        (await PostAsync(new { action, ids = Enumerable.Range(0, count).Select(n => $"{n}") })).ShouldBlame(400, code, field);

    [Fact]
    public async Task The_list_is_sorted_and_narrowed()
    {
        var list = (await _bench.LendingStaff().GetAsync("/api/staff/lending/worklists/to-pull?sort=-age&limit=2")).ShouldBe(200).Json;

        list.GetProperty("total").GetInt32().ShouldBe(3);
        list.Items().Count.ShouldBe(2);
        (await _bench.LendingStaff().GetAsync("/api/staff/lending/worklists/to-pull?library=HKU")).ShouldBe(200).Json.Items().ShouldBeEmpty();
        (await _bench.LendingStaff().GetAsync("/api/staff/lending/worklists/to-pull?sort=colour")).ShouldBlame(400, "bad-query", "sort");
        (await _bench.LendingStaff().GetAsync("/api/staff/lending/worklists/to-pull?service=gift")).ShouldBlame(400, "bad-query", "service");
    }

    private Task<Answer> PostAsync(object body) => _bench.LendingStaff().PostAsync("/api/staff/lending/batch", body);

    private async Task<IReadOnlyList<string>> NamesAsync(string list) =>
        [.. (await _bench.LendingStaff().GetAsync($"/api/staff/lending/worklists/{list}")).ShouldBe(200).Json.Items().Select(row => row.At("id")!)];
}
