using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>One box on every page of the staff finds requests, open and closed, and people.</summary>
public sealed class FindAnythingTests : IAsyncLifetime
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

    [Theory]
    [InlineData("/staff")]
    [InlineData("/staff/worklists/overdue")]
    [InlineData("/staff/lending")]
    [InlineData("/staff/reports")]
    [InlineData("/staff/policy")]
    public async Task The_box_is_on_every_page_of_the_staff(string page)
    {
        await _staff.GoAsync(page);

        (await _staff.CountAsync("header form[action='/staff/requests'] input[name=q]")).ShouldBe(1);
    }

    [Fact]
    public async Task The_number_of_a_request_leads_to_it()
    {
        await _staff.GoAsync($"/staff/requests?q={_room.OnItsWay}");

        await _staff.ShouldSayAsync(_room.OnItsWay);
        await _staff.ShouldSayAsync("What can be done");
    }

    [Fact]
    public async Task A_closed_request_is_found_by_its_title()
    {
        var closed = (await _room.Bench.Patron("oneill").PlaceAsync(Orders.Knuth)).ShouldBe(201).Json.At("id")!;
        await _room.Bench.LendingStaff().DoesAsync("unfilled", closed);

        await _staff.GoAsync("/staff/requests?q=computer+programming");

        (await _staff.LinksAsync("tbody th a")).ShouldContain(link => link.Contains(closed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_patron_is_found_by_name_and_shown_by_initials_and_card_with_their_requests()
    {
        await _staff.GoAsync("/staff/requests?q=okafor");

        await _staff.ShouldSayAsync("Patrons");
        (await _staff.TextAsync()).ShouldNotContain("Ngozi");
        await _staff.FollowAsync("All requests");
        (await _staff.LinksAsync("tbody th a")).ShouldContain(link => link.Contains(_room.OnItsWay, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_for_a_patron_begins_with_their_name()
    {
        await _staff.GoAsync("/staff/place?patron=okafor");

        await _staff.ShouldSayAsync("What is needed?");
        (await _staff.GoAsync("/staff/place?patron=nobody-of-this-name")).ShouldBe(404);
        await _staff.ShouldSayAsync("No patron with this ID");
    }

    [Fact]
    public async Task A_request_to_lend_is_found_by_the_borrowers_number()
    {
        await new ABorrower(_room.Bench, "CUHK").AsksForABookAsync("find-me-1");

        await _staff.GoAsync("/staff/requests?q=find-me-1");

        await _staff.ShouldSayAsync("Requests to lend");
    }
}
