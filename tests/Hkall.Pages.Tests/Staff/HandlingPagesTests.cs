using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Staff divide the work: they take requests, tag them, pin a note, and keep the lists that they need.</summary>
public sealed class HandlingPagesTests
{
    private const string Second = "tsang-chi-ho";

    [Fact]
    public async Task A_request_is_taken_and_its_colleagues_see_whose_it_is()
    {
        await using var room = await AStaffRoom.OpenAsync();
        var (mine, other) = (await AuditPagesTests.SignedInAsync(room.Bench, LendingStaff.Person), await AuditPagesTests.SignedInAsync(room.Bench, Second));
        await mine.GetAsync($"/staff/requests/{room.ToReview}");
        (await mine.PostAsync($"/staff/requests/{room.ToReview}", ("action", "assign"))).ShouldBe(303).Header("Location")
            .ShouldBe($"/staff/requests/{room.ToReview}?told=assign");

        (await mine.GetAsync($"/staff/requests/{room.ToReview}?told=assign")).Text.ShouldContain("Assigned to you.");
        (await other.GetAsync($"/staff/requests/{room.ToReview}")).Text.ShouldContain("負責館員：Lam Mei Ling。");
        (await other.GetAsync("/staff/worklists/to-review?assigned=nobody")).Text.ShouldNotContain("lighthouses");
        (await other.GetAsync("/staff/worklists/to-review?assigned=me")).Text.ShouldNotContain("lighthouses");
        var list = (await mine.GetAsync("/staff/worklists/to-review?assigned=me")).Text;
        list.ShouldContain("lighthouses");
        list.ShouldContain("with LML");
        (await room.Bench.Patron("oneill").GetAsync($"/api/requests/{room.ToReview}")).Text.ShouldNotContain("LML");
    }

    [Fact]
    public async Task A_colleague_is_given_a_request_by_name_and_gives_it_back()
    {
        await using var room = await AStaffRoom.OpenAsync();
        var other = await AuditPagesTests.SignedInAsync(room.Bench, Second);
        await other.GetAsync("/staff");
        var desk = room.Bench.LendingStaff();
        var colleague = (await desk.GetAsync("/api/staff/members")).ShouldBe(200).Json.Items().Single(one => one.At("name") == "曾志豪");
        await desk.DoesAsync("assign", room.OnItsWay, new { to = colleague.At("id") });

        (await other.GetAsync($"/staff/requests/{room.OnItsWay}")).Text.ShouldContain("負責館員：您。");
        await other.PostAsync($"/staff/requests/{room.OnItsWay}", ("action", "assign"), ("to", "nobody"));
        (await other.GetAsync($"/staff/requests/{room.OnItsWay}")).Text.ShouldContain("未有負責館員。");
    }

    [Fact]
    public async Task Tags_and_a_pinned_note_are_seen_in_the_list_and_above_the_request()
    {
        await using var room = await AStaffRoom.OpenAsync();
        var staff = await AuditPagesTests.SignedInAsync(room.Bench, LendingStaff.Person);
        await staff.GetAsync($"/staff/requests/{room.OnItsWay}");
        (await staff.PostAsync($"/staff/requests/{room.OnItsWay}", ("action", "tag"), ("tags", "urgent"), ("tags", "fragile"))).ShouldBe(303);
        await staff.GetAsync($"/staff/requests/{room.OnItsWay}");
        (await staff.PostAsync($"/staff/requests/{room.OnItsWay}", ("action", "pin"), ("note", "Ring her before you shelve it."))).ShouldBe(303);

        var list = (await staff.GetAsync("/staff/worklists/to-receive?tag=urgent")).Text;
        list.ShouldContain("handle with care");
        list.ShouldContain("Ring her before you shelve it.");
        list.ShouldNotContain("Capital");
        (await staff.GetAsync($"/staff/requests/{room.OnItsWay}")).Text.ShouldContain("value=\"unpin\"");
        (await staff.PostAsync($"/staff/requests/{room.OnItsWay}", ("action", "unpin"))).ShouldBe(303);
        var row = (await room.Bench.LendingStaff().GetAsync("/api/staff/worklists/to-receive?tag=urgent")).Json.Items().ShouldHaveSingleItem();
        row.TryGetProperty("pinned", out _).ShouldBeFalse();
        row.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["fragile", "urgent"]);
    }

    [Fact]
    public async Task A_view_is_kept_on_the_page_of_its_list_and_stands_on_the_first_page_with_its_count()
    {
        await using var room = await AStaffRoom.OpenAsync();
        var (staff, other) = (await AuditPagesTests.SignedInAsync(room.Bench, LendingStaff.Person), await AuditPagesTests.SignedInAsync(room.Bench, Second));
        await staff.GetAsync("/staff/worklists/to-receive?assigned=nobody&sort=-age");
        (await staff.PostAsync("/staff/views", ("name", "Parcels of nobody"), ("list", "to-receive"), ("query", "assigned=nobody&sort=-age"))).ShouldBe(303)
            .Header("Location").ShouldBe("/staff/worklists/to-receive?assigned=nobody&sort=-age&told=view-kept");

        (await staff.GetAsync("/staff")).Text.ShouldContain("Parcels of nobody");
        (await other.GetAsync("/staff")).Text.ShouldNotContain("Parcels of nobody");
        var view = (await room.Bench.LendingStaff().GetAsync("/api/staff/views")).ShouldBe(200).Json.Items().ShouldHaveSingleItem();
        (view.At("name"), view.At("list"), view.At("query"), view.At("count")).ShouldBe(("Parcels of nobody", "to-receive", "assigned=nobody&sort=-age", "3"));

        (await staff.PostAsync($"/staff/views/{view.At("id")}/remove")).ShouldBe(303).Header("Location").ShouldBe("/staff?told=view-removed");
        (await room.Bench.LendingStaff().GetAsync("/api/staff/views")).Json.Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_API_keeps_views_replaces_one_of_the_same_name_and_takes_no_more_than_twenty()
    {
        await using var bench = await ABench.InMemoryAsync();
        var desk = bench.LendingStaff();
        for (var number = 0; number < 20; number++)
        {
            (await KeepAsync(desk, bench, $"View {number}", "overdue", null)).ShouldBe(200);
        }

        (await KeepAsync(desk, bench, "View 3", "on-loan", "library=HKU")).ShouldBe(200).Json.At("query").ShouldBe("library=HKU");
        (await KeepAsync(desk, bench, "One more", "on-loan", null)).ShouldBeProblem(400, "too-many");
        (await KeepAsync(desk, bench, " ", "on-loan", null)).ShouldBeProblem(400, "missing-member");
        (await KeepAsync(desk, bench, "Elsewhere", "no-such-list", null)).ShouldBeProblem(400, "unknown-value");
        (await KeepAsync(desk, bench, "Elsewhere", "on-loan", "tier=moon")).ShouldBeProblem(400, "bad-query");
        var view = (await desk.GetAsync("/api/staff/views")).Json.Items()[0].At("id");
        (await bench.SendAsync(HttpMethod.Delete, $"/api/staff/views/{view}", await desk.TokenAsync())).Status.ShouldBe(204);
        (await bench.SendAsync(HttpMethod.Delete, $"/api/staff/views/{view}", await desk.TokenAsync())).Status.ShouldBe(404);
    }

    private static async Task<Answer> KeepAsync(LendingStaff desk, ABench bench, string name, string list, string? query) => await bench.SendAsync(
        HttpMethod.Post, "/api/staff/views", await desk.TokenAsync(), ABench.JsonOf(new { name, list, query }));
}
