using Hkall.Pages.Tests.Kit;

namespace Hkall.Pages.Tests.Staff;

/// <summary>The desk's day, list by list.</summary>
public class WorklistPageTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey]
    [InlineData("en", "To receive", "Receive: selected", "Done: 2 of 2")]
    [InlineData("zh-HK", "待接收", "接收（已選項目）", "已完成：2 / 2")]
    public async Task A_trolley_of_parcels_is_received_in_one_go_without_a_script(string language, string list, string button, string done)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language, script: false);
        await window.SignInAsync(Readers.Of(language), "/staff");
        await window.ShouldBeAccessibleAsync("worklists");

        await window.FollowAsync(list);
        await window.ShouldBeAccessibleAsync("to receive");
        await window.CheckAsync($"#t-{room.OnItsWay}");
        await window.CheckAsync($"#t-{room.AlsoOnItsWay}");
        await window.PressAsync(button);

        await window.ShouldSayAsync(done);
        await window.ShouldBeAccessibleAsync("received");
        (await room.Bench.LendingStaff().WorklistAsync("on-hold-shelf")).ShouldBe([room.OnItsWay, room.AlsoOnItsWay, room.OnTheShelf], ignoreOrder: true);
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_is_refused_of_a_batch_is_told_for_each_and_the_others_are_done(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language);
        await window.StaffSignsInAsync("/staff/worklists/to-receive");
        await window.CheckAsync($"#t-{room.OnItsWay}");
        await window.CheckAsync($"#t-{room.AlsoOnItsWay}");
        await room.Bench.LendingStaff().DoesAsync("receive", room.OnItsWay);

        await window.PressAsync("Receive: selected", "接收（已選項目）");

        await window.ShouldSayAsync("Done: 1 of 2", "已完成：1 / 2");
        await window.ShouldSayAsync("has changed since you opened the list; nothing was done", "您開啟列表後已有變更；沒有作出任何改動");
        await window.ShouldBeAccessibleAsync("partly refused");
    }

    [Journey]
    [InlineData("en", "No requests here.")]
    [InlineData("zh-HK", "沒有待處理的項目。")]
    public async Task An_empty_list_says_that_all_is_done(string language, string done)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language, width: 320, height: 700);
        await window.SignInAsync(Readers.Of(language), "/staff/worklists/overdue");

        await window.ShouldSayAsync(done);
        await window.ShouldBeAccessibleAsync("empty list");
    }
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class WorklistPageInBrowserTests(Browser browser) : WorklistPageTests(browser), IClassFixture<Browser>;
