using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Slips as they come out of the printer. A test takes more than two seconds: a browser prints them.</summary>
public sealed class PrintedSlipsTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task Each_slip_is_printed_on_a_page_of_its_own_and_nothing_else_is()
    {
        await using var room = await AStaffRoom.OpenAsync();
        await room.Bench.LendingStaff().DoesAsync("receive", room.OnItsWay);
        await room.Bench.LendingStaff().DoesAsync("receive", room.AlsoOnItsWay);
        await using var window = await browser.OpenAsync(room.Bench.Url);
        await window.StaffSignsInAsync($"/staff/slips/shelf?ids={room.OnTheShelf},{room.OnItsWay},{room.AlsoOnItsWay}");

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var breaks = await window.Page.Locator(".slip").EvaluateAllAsync<string[]>("slips => slips.map(slip => getComputedStyle(slip).breakAfter)");
        breaks.ShouldBe(["page", "page", "auto"]);
        (await window.Page.Locator(".noprint").IsVisibleAsync()).ShouldBeFalse();
        (await window.Page.Locator("nav").First.IsVisibleAsync()).ShouldBeFalse();
    }

    [BrowserFact]
    public async Task The_pull_slip_has_its_style_and_shows_the_call_number_in_bold()
    {
        await using var bench = await ABench.InMemoryAsync();
        await new ABorrower(bench, "CUHK").AsksForABookAsync("printed-1");
        await using var window = await browser.OpenAsync(bench.Url, script: false);
        await window.StaffSignsInAsync("/staff/lending/worklists/to-pull");

        await window.PressAsync("Print the pull slip");

        (await window.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.call')).fontWeight")).ShouldBe("700");
    }
}
