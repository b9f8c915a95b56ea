using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>Lists come in pages: <c>items</c> and <c>next</c>, which is null on the last.</summary>
public sealed class PagingTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        _patron = _bench.Patron("okafor");
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task My_requests_come_newest_first_each_once_and_the_last_page_says_so()
    {
        var placed = await PlacedAsync(5);

        var (pages, ids) = await ReadAsync(_patron, "/api/requests?state=all&limit=2");

        pages.ShouldBe([2, 2, 1]);
        ids.ShouldBe(placed.Reverse());
    }

    [Fact]
    public async Task A_page_that_is_just_full_is_the_last()
    {
        await PlacedAsync(2);

        var page = (await _patron.GetAsync("/api/requests?limit=2")).ShouldBe(200).Json;

        page.GetProperty("items").GetArrayLength().ShouldBe(2);
        page.GetProperty("next").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        page.EnumerateObject().Select(member => member.Name).ShouldBe(["items", "next"]);
    }

    [Fact]
    public async Task Open_and_closed_requests_are_told_apart()
    {
        var placed = await PlacedAsync(4);
        foreach (var id in placed.Take(2))
        {
            (await _patron.CancelsAsync(id)).ShouldBe(200);
        }

        await _bench.AdvanceAsync("P60D");
        foreach (var id in placed.Skip(2))
        {
            // Their libraries have been silent, one after the other, and staff found no other.
            (await _patron.StatusAsync(id)).ShouldBe("unfilled");
        }

        var open = await _patron.HasPlacedAsync(Orders.BookNumber(99));
        (await ReadAsync(_patron, "/api/requests?state=open&limit=1")).Ids.ShouldBe([open]);
        (await ReadAsync(_patron, "/api/requests?state=closed&limit=1")).Ids.ShouldBe(placed.Reverse());
        (await ReadAsync(_patron, "/api/requests?state=all&limit=3")).Ids.ShouldBe([open, .. placed.Reverse()]);
    }

    [Fact]
    public async Task The_lists_of_staff_come_in_pages_too_and_work_that_is_done_meanwhile_loses_no_other()
    {
        var staff = _bench.LendingStaff();
        var placed = await PlacedAsync(5);
        var first = (await staff.GetAsync("/api/staff/worklists/with-libraries?limit=2")).ShouldBe(200).Json;
        first.Items().Count.ShouldBe(2);

        // The one on which the page ended leaves the list.
        var last = first.Items()[1].At("id")!;
        await _bench.Library("CUHK").SaysAsync("shipped", last);

        var rest = await ReadAsync(staff, $"/api/staff/worklists/with-libraries?limit=10&after={first.At("next")}");
        first.Items().Select(row => row.At("id")!).Concat(rest.Ids).Order().ShouldBe(placed.Order());
    }

    [Fact]
    public async Task Parked_messages_come_in_pages_the_oldest_first()
    {
        var library = _bench.Library("HKU");
        for (var n = 1; n <= 5; n++)
        {
            await library.SaysAsync("shipped", $"unknown-{n}");
            await _bench.AdvanceAsync("PT1S");
        }

        var staff = _bench.LendingStaff();
        var bodies = new List<string>();
        string? after = null;
        do
        {
            var page = (await staff.GetAsync($"/api/staff/parked?limit=2{after}")).ShouldBe(200).Json;
            page.At("total").ShouldBe("5");
            bodies.AddRange(page.Items().Select(message => message.At("body")!));
            after = page.At("next") is { } next ? $"&after={next}" : null;
        }
        while (after is not null);

        bodies.Count.ShouldBe(5);
        for (var n = 1; n <= 5; n++)
        {
            bodies[n - 1].ShouldContain($"unknown-{n}");
        }
    }

    [Fact]
    public async Task Staff_find_requests_by_words_the_closed_ones_where_no_open_one_fits()
    {
        var staff = _bench.LendingStaff();
        var kuhn = await _patron.HasPlacedAsync(Orders.Kuhn);
        var closed = (await _patron.PlaceAsync(Orders.Knuth)).ShouldBe(201).Json.At("id")!;
        await staff.DoesAsync("unfilled", closed);

        (await ReadAsync(staff, "/api/staff/requests?q=scientific%20REV")).Ids.ShouldBe([kuhn]);
        (await ReadAsync(staff, "/api/staff/requests?q=9780226458120")).Ids.ShouldBe([kuhn]);
        (await ReadAsync(staff, "/api/staff/requests?q=HKU")).Ids.ShouldBe([kuhn]);
        (await ReadAsync(staff, "/api/staff/requests?q=computer")).Ids.ShouldBe([closed]);
        (await ReadAsync(staff, "/api/staff/requests?q=scientific&closed=true")).Ids.ShouldBe([kuhn]);
        (await ReadAsync(staff, $"/api/staff/requests?q={closed}")).Ids.ShouldBe([closed]);
        (await staff.GetAsync($"/api/staff/requests?q={new string('x', 201)}")).ShouldBlame(400, "too-long", "q");
    }

    private async Task<IReadOnlyList<string>> PlacedAsync(int count)
    {
        var ids = new List<string>();
        for (var n = 1; n <= count; n++)
        {
            ids.Add((await _patron.PlaceAsync(Orders.BookNumber(n))).ShouldBe(201).Json.At("id")!);
            await _bench.AdvanceAsync("PT1S");
        }

        return ids;
    }

    private static Task<(IReadOnlyList<int> Pages, IReadOnlyList<string> Ids)> ReadAsync(APatron patron, string path) =>
        ReadAsync(query => patron.GetAsync(query), path);

    private static Task<(IReadOnlyList<int> Pages, IReadOnlyList<string> Ids)> ReadAsync(LendingStaff staff, string path) => ReadAsync(staff.GetAsync, path);

    private static async Task<(IReadOnlyList<int> Pages, IReadOnlyList<string> Ids)> ReadAsync(Func<string, Task<Answer>> get, string path)
    {
        var (pages, ids) = (new List<int>(), new List<string>());
        string? after = null;
        do
        {
            var page = (await get(path + after)).ShouldBe(200).Json;
            pages.Add(page.Items().Count);
            ids.AddRange(page.Items().Select(item => item.At("id")!));
            after = page.At("next") is { } next ? $"&after={next}" : null;
        }
        while (after is not null && pages.Count < 100);
        return (pages, ids);
    }
}
