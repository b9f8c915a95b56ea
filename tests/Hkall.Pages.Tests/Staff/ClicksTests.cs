using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>
/// The clicks of a task, from the page on which it begins, are no more than the best other system asks for. Typing and scanning are not counted; every
/// button, link, box, list of choices and folded part is one click. No script runs, so a browser with scripts needs no more.
/// </summary>
public sealed class ClicksTests : IAsyncLifetime
{
    private AStaffRoom _room = null!;
    private AReader _staff = null!;
    private int _clicks;

    public async Task InitializeAsync()
    {
        _room = await AStaffRoom.OpenAsync();
        _staff = new AReader(_room.Bench);
        await _staff.StaffSignsInAsync();
    }

    public async Task DisposeAsync() => await _room.DisposeAsync();

    /// <summary>Alma: 5.</summary>
    [Fact]
    public async Task One_parcel_is_received_and_its_slip_printed()
    {
        await _staff.GoAsync("/staff/scan");
        await _staff.EnterAsync("#barcode", _room.OnItsWay);
        await FollowAsync("Print slip");

        _clicks.ShouldBeLessThanOrEqualTo(2);
        (await _staff.CountAsync(".slip")).ShouldBe(1);
    }

    /// <summary>Alma: 2 to 3.</summary>
    [Fact]
    public async Task All_parcels_of_a_list_are_received_and_their_slips_printed()
    {
        await _staff.GoAsync("/staff/worklists/to-receive");
        await FollowAsync("Select all on this page");
        await PressAsync("Receive: selected");
        await FollowAsync("Print hold-shelf slips");

        _clicks.ShouldBeLessThanOrEqualTo(3);
        (await _staff.CountAsync(".slip")).ShouldBe(3);
    }

    /// <summary>Alma: 1 to 2.</summary>
    [Fact]
    public async Task The_next_library_is_asked_from_the_list()
    {
        await _room.Bench.ScriptAsync("*", "silent");
        await _room.Bench.Patron("oneill").HasPlacedAsync(Orders.Kuhn);
        await _staff.GoAsync("/staff/worklists/with-libraries");
        await PressAsync("Next library");

        _clicks.ShouldBe(1);
        await _staff.ShouldSayAsync("Done: 1 of 1");
    }

    /// <summary>Alma: 3 to 4.</summary>
    [Fact]
    public async Task A_library_is_added_and_asked()
    {
        await _staff.GoAsync("/staff/worklists/to-review");
        await FollowAsync("A book about lighthouses");
        await OpenAsync("Add a library to ask");
        await SelectAsync("#symbol", "CUHK");
        await PressAsync("Add and ask now");

        _clicks.ShouldBeLessThanOrEqualTo(4);
        (await StatusAsync(_room.ToReview)).ShouldNotBe("in-review");
    }

    /// <summary>Tipasa: 3.</summary>
    [Fact]
    public async Task An_incomplete_request_is_completed_and_sent_on()
    {
        await _staff.GoAsync("/staff/worklists/to-review");
        await FollowAsync("A book about lighthouses");
        await FollowAsync("Complete details");
        await _staff.FillAsync("#title", "The Structure of Scientific Revolutions");
        await _staff.FillAsync("#isbn", "9780226458120");
        await PressAsync("Save and approve");

        _clicks.ShouldBeLessThanOrEqualTo(3);
        (await StatusAsync(_room.ToReview)).ShouldNotBe("in-review");
    }

    /// <summary>Alma: 3 each.</summary>
    [Fact]
    public async Task Slips_of_books_to_pull_are_printed_and_one_that_cannot_be_supplied_is_declined_with_a_reason()
    {
        await new ABorrower(_room.Bench, "CUHK").AsksForABookAsync("clicks-1");
        await _staff.GoAsync("/staff/lending/worklists/to-pull");
        await FollowAsync("Select all on this page");
        await PressAsync("Print the pull slip");
        _clicks.ShouldBeLessThanOrEqualTo(3);

        _clicks = 0;
        await _staff.GoAsync("/staff/lending/worklists/to-pull");
        await FollowAsync("Orientalism");
        await SelectAsync("#unfilled", "not on its shelf");
        await PressAsync("We cannot supply");
        _clicks.ShouldBeLessThanOrEqualTo(3);
        await _staff.ShouldSayAsync("Not supplied");
    }

    /// <summary>Alma: Patron Services, some 4.</summary>
    [Fact]
    public async Task A_fee_is_recorded_as_paid()
    {
        await _room.Bench.LendingStaff().DoesAsync("check-out", _room.OnTheShelf);
        await _room.Bench.LendingStaff().DoesAsync("lost", _room.OnTheShelf, new { note = "Left on a ferry." });
        await _staff.GoAsync($"/staff/requests/{_room.OnTheShelf}");
        await OpenAsync("Record payment or waive");
        await _staff.FillAsync("[name=reason]", "Receipt 4711");
        await PressAsync("Record payment");

        _clicks.ShouldBeLessThanOrEqualTo(4);
        await _staff.ShouldSayAsync("Receipt 4711");
    }

    /// <summary>Alma: 3; Alma and Tipasa find a patron by name or card.</summary>
    [Fact]
    public async Task A_patron_is_found_and_a_request_begun_for_them()
    {
        await _staff.GoAsync("/staff/requests?q=okafor");
        await FollowAsync("New request for this patron");
        await _staff.FillAsync("#title", "The Structure of Scientific Revolutions");
        await _staff.FillAsync("#isbn", "9780226458120");
        await PressAsync("Submit request");

        _clicks.ShouldBeLessThanOrEqualTo(3);
    }

    private async Task<string> StatusAsync(string id) => (await _room.Bench.LendingStaff().SeesAsync(id)).At("state.status")!;

    private Task FollowAsync(string link)
    {
        _clicks++;
        return _staff.FollowAsync(link);
    }

    private Task PressAsync(string button)
    {
        _clicks++;
        return _staff.PressAsync(button);
    }

    private Task OpenAsync(string words)
    {
        _clicks++;
        return _staff.OpenAsync(words);
    }

    private Task SelectAsync(string field, string option)
    {
        _clicks++;
        return _staff.SelectAsync(field, option);
    }
}
