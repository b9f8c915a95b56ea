using Hkall.Pages.Tests.Kit;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Staff;

/// <summary>The desk's day, list by list.</summary>
[Collection(nameof(Browser))]
public sealed class WorklistPageTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", "To receive", "Receive: those ticked", "Done: 2 of 2")]
    [InlineData("zh-HK", "待收件", "收件（已選項目）", "已完成：2 / 2")]
    public async Task A_trolley_of_parcels_is_received_in_one_go_without_a_script(string language, string list, string button, string done)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language, script: false);
        await window.SignInAsync(Readers.Of(language), "/staff");
        await window.ShouldBeAccessibleAsync("worklists");

        await window.FollowAsync(list);
        await window.ShouldBeAccessibleAsync("to receive");
        await window.Page.Locator($"#t-{room.OnItsWay}").CheckAsync();
        await window.Page.Locator($"#t-{room.AlsoOnItsWay}").CheckAsync();
        await window.PressAsync(button);

        await window.ShouldSayAsync(done);
        await window.ShouldBeAccessibleAsync("received");
        (await room.Bench.Desk().WorklistAsync("on-hold-shelf")).ShouldBe([room.OnItsWay, room.AlsoOnItsWay, room.OnTheShelf], ignoreOrder: true);
    }

    [BrowserTheory, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_is_refused_of_a_batch_is_told_for_each_and_the_others_are_done(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language);
        await window.StaffSignsInAsync("/staff/worklists/to-receive");
        await window.Page.Locator($"#t-{room.OnItsWay}").CheckAsync();
        await window.Page.Locator($"#t-{room.AlsoOnItsWay}").CheckAsync();
        await room.Bench.Desk().DoesAsync("receive", room.OnItsWay);

        await window.PressAsync("Receive: those ticked", "收件（已選項目）");

        await window.ShouldSayAsync("Done: 1 of 2", "已完成：1 / 2");
        await window.ShouldSayAsync("The item has already been received.", "此項資料並非預期送達。");
        await window.ShouldBeAccessibleAsync("partly refused");
    }

    [BrowserTheory]
    [InlineData("en", "Nothing here: all done.")]
    [InlineData("zh-HK", "沒有待處理的項目。")]
    public async Task An_empty_list_says_that_all_is_done(string language, string done)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language, width: 320, height: 700);
        await window.SignInAsync(Readers.Of(language), "/staff/worklists/overdue");

        await window.ShouldSayAsync(done);
        await window.ShouldBeAccessibleAsync("empty list");
        await window.ShouldFitAsync("empty list at 320 px");
    }

    [BrowserTheory]
    [InlineData(320, "en")]
    [InlineData(320, "zh-HK")]
    [InlineData(640, "en")]
    public async Task On_a_phone_and_at_twice_the_size_nothing_is_cut_off(int width, string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language, width, height: 800);
        await window.SignInAsync(Readers.Of(language), "/staff");

        foreach (var page in (string[])["/staff", "/staff/worklists/to-receive", $"/staff/requests/{room.OnTheShelf}", "/staff/requests?q=kuhn", "/staff/reports", "/staff/reports/demand", "/staff/partners", "/staff/policy", "/staff/parked"])
        {
            (await window.GoAsync(page)).ShouldBe(200, page);
            await window.ShouldFitAsync($"{page} at {width} px");
            await window.ShouldBeAccessibleAsync($"{page} at {width} px");
        }
    }

    [BrowserFact]
    public async Task With_the_colours_of_the_system_and_in_the_dark_it_can_be_read()
    {
        await using var room = await AStaffRoom.OpenAsync();
        foreach (var (colours, scheme) in ((ForcedColors?, ColorScheme)[])[(ForcedColors.Active, ColorScheme.Light), (null, ColorScheme.Dark)])
        {
            await using var window = await browser.OpenAsync(room.Bench.Url, colours: colours, scheme: scheme);
            var own = colours is null;
            await window.SignInAsync("Lam Mei Ling", "/staff");
            await window.ShouldBeAccessibleAsync("worklists", own);
            await window.GoAsync($"/staff/requests/{room.OnTheShelf}");
            await window.ShouldBeAccessibleAsync("one request", own);
            await window.GoAsync("/staff/reports/demand");
            await window.ShouldBeAccessibleAsync("a report", own);
        }
    }
}
