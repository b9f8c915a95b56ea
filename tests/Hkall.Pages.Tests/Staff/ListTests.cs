using Hkall.Pages.Tests.Kit;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Lists of the desk without scripts: sorted, narrowed, ticked, and gone through one by one.</summary>
public sealed class ListTests : IAsyncLifetime
{
    private AStaffRoom _room = null!;
    private AReader _staff = null!;

    public async Task InitializeAsync()
    {
        _room = await AStaffRoom.OpenAsync();
        _staff = new AReader(_room.Bench);
        await _staff.StaffSignsInAsync();
    }

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task A_row_shows_the_code_of_the_slip_and_no_name()
    {
        await _staff.GoAsync("/staff/worklists/on-hold-shelf");

        (await _staff.TextsAsync("td.code")).ShouldHaveSingleItem().ShouldEndWith(_room.OnTheShelf[^4..]);
        (await _staff.SourceAsync()).ShouldNotContain("Smith");
        await _staff.ShouldSayAsync("Hold until");
    }

    [Fact]
    public async Task A_click_on_the_head_of_a_column_sorts_the_list_and_a_second_one_turns_it_round()
    {
        await _staff.GoAsync("/staff/worklists/to-receive");
        await _staff.GoAsync((await _staff.LinksAsync("thead a[href*='sort=title']")).Single());
        var titles = await _staff.TextsAsync("tbody th a");
        titles.ShouldBe(titles.Order(StringComparer.OrdinalIgnoreCase));

        await _staff.GoAsync((await _staff.LinksAsync("thead a[href*='sort=-title']")).Single());
        (await _staff.TextsAsync("tbody th a")).ShouldBe(titles.Reverse());
    }

    [Fact]
    public async Task A_list_narrowed_to_a_library_says_how_many_of_how_many_it_shows()
    {
        await _staff.GoAsync("/staff/worklists/to-receive?library=NOWHERE");

        await _staff.ShouldSayAsync("Filter: 0 of 3");
        (await _staff.CountAsync("tbody tr")).ShouldBe(0);
        (await _staff.GoAsync("/staff/worklists/to-receive?sort=colour")).ShouldBe(400);
    }

    [Fact]
    public async Task All_rows_are_ticked_with_one_click_and_received_with_another()
    {
        await _staff.GoAsync("/staff/worklists/to-receive");
        await _staff.FollowAsync("Select all on this page");
        await _staff.PressAsync("Receive: selected");

        await _staff.ShouldSayAsync("Done: 3 of 3");
    }

    [Fact]
    public async Task A_button_for_ticked_rows_says_so_where_none_is_ticked()
    {
        await _staff.GoAsync("/staff/worklists/to-receive");
        await _staff.PressAsync("Print slips for selected");

        await _staff.ShouldSayAsync("Nothing is selected");
        (await _staff.CountAsync("tbody tr")).ShouldBe(3);
    }

    [Fact]
    public async Task After_an_action_one_goes_on_to_the_next_in_the_list_and_back_to_the_list_as_it_was()
    {
        await _staff.GoAsync("/staff/worklists/to-receive?sort=title");
        var first = (await _staff.LinksAsync("tbody th a"))[0];
        await _staff.GoAsync(first);
        await _staff.PressAsync("Receive");

        await _staff.ShouldSayAsync("Received: put it on the hold shelf.");
        await _staff.ShouldSayAsync("Shelve under ");
        await _staff.ShouldSayAsync("The patron was told at ");
        await _staff.FollowAsync("Next in this list");
        (await _staff.HeadingAsync()).ShouldNotBeEmpty();
        await _staff.GoAsync((await _staff.LinksAsync(".back a")).Single());
        (await _staff.HeadingAsync()).ShouldBe("To receive");
        (await _staff.CountAsync("tbody tr")).ShouldBe(2);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/staff/")]
    [InlineData("/requests")]
    [InlineData("/staff/worklists/to-receive%0d%0aSet-Cookie:x")]
    public async Task The_way_back_leads_to_the_desk_only(string from)
    {
        (await _staff.GoAsync($"/staff/requests/{_room.OnItsWay}?from={Uri.EscapeDataString(from)}")).ShouldBe(200);

        (await _staff.LinksAsync(".back a")).ShouldHaveSingleItem().ShouldStartWith("/staff");
        (await _staff.LinksAsync("main a")).ShouldAllBe(link => !link.Contains("elsewhere.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_library_is_added_and_asked_with_one_order()
    {
        await _staff.GoAsync($"/staff/requests/{_room.ToReview}");
        await _staff.OpenAsync("Add a library to ask");
        await _staff.PressAsync("Add and ask now");

        (await _room.Bench.LendingStaff().SeesAsync(_room.ToReview)).GetProperty("state").GetProperty("status").GetString().ShouldNotBe("in-review");
    }

    [Fact]
    public async Task A_request_is_rejected_only_with_a_reason_and_the_patron_reads_it()
    {
        await _staff.GoAsync($"/staff/requests/{_room.ToReview}");
        await _staff.OpenAsync("Reject");
        await _staff.SelectAsync("#reject-reason", "the item could not be identified");
        await _staff.PressAsync("Reject");

        await _staff.ShouldSayAsync("the item could not be identified");
    }
}
