using Hkall.Pages.Tests.Kit;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Reports with their pictures, slips, and who may see all this.</summary>
[Collection(nameof(Browser))]
public sealed class ReportPageTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", "Who asks for what", "Patron group", "undergraduate student")]
    [InlineData("zh-HK", "需求", "讀者類別", "本科生")]
    public async Task A_report_has_a_picture_the_same_figures_as_a_table_and_a_file(string language, string title, string column, string row)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language);
        await window.SignInAsync(Readers.Of(language), "/staff/reports");
        await window.ShouldBeAccessibleAsync("reports");
        await window.FollowAsync(title);

        (await window.HeadingAsync()).ShouldBe(title);
        (await window.Page.Locator("svg[role=img] title").TextContentAsync()).ShouldBe(title);
        await window.ShouldSayAsync(column);
        await window.ShouldSayAsync(row);
        await window.ShouldBeAccessibleAsync("a report");

        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.Locator("a[download]").ClickAsync());
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldStartWith("group,loans,copies,placed,share\r\n");
        download.SuggestedFilename.ShouldStartWith("demand-");
    }

    [BrowserTheory, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task Every_report_can_be_read_and_a_period_that_is_none_is_told(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language);
        await window.StaffSignsInAsync("/staff/reports");
        var reports = await window.Page.Locator("main .rows a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        reports.Length.ShouldBeGreaterThanOrEqualTo(9);

        foreach (var report in reports)
        {
            (await window.GoAsync(report)).ShouldBe(200, report);
            await window.ShouldBeAccessibleAsync(report);
        }

        (await window.GoAsync("/staff/reports/demand?from=2026-12-01&to=2026-11-01")).ShouldBe(400);
        await window.ShouldSayAsync("Please check the dates", "請檢查日期");
        await window.ShouldBeAccessibleAsync("a period that is none");
        (await window.GoAsync("/staff/reports/nothing")).ShouldBe(404);
    }

    [BrowserTheory]
    [InlineData("en", "Hold until")]
    [InlineData("zh-HK", "保留至")]
    public async Task A_hold_shelf_slip_names_nobody_and_can_be_scanned(string language, string until)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language);
        await window.SignInAsync(Readers.Of(language), $"/staff/slips/shelf?ids={room.OnTheShelf}");

        var text = await window.TextAsync();
        text.ShouldContain($"AS {room.OnTheShelf[^4..]}");
        text.ShouldContain(until);
        text.ShouldNotContain("Smith");
        (await window.Page.Locator("svg.qr").CountAsync()).ShouldBe(1);
        await window.ShouldBeAccessibleAsync("slip");
    }

    [BrowserFact]
    public async Task Each_slip_is_printed_on_a_page_of_its_own_and_nothing_else_is()
    {
        await using var room = await AStaffRoom.OpenAsync();
        await room.Bench.Desk().DoesAsync("receive", room.OnItsWay);
        await room.Bench.Desk().DoesAsync("receive", room.AlsoOnItsWay);
        await using var window = await browser.OpenAsync(room.Bench.Url);
        await window.SignInAsync("Lam Mei Ling", $"/staff/slips/shelf?ids={room.OnTheShelf},{room.OnItsWay},{room.AlsoOnItsWay}");

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var breaks = await window.Page.Locator(".slip").EvaluateAllAsync<string[]>("slips => slips.map(slip => getComputedStyle(slip).breakAfter)");
        breaks.ShouldBe(["page", "page", "auto"]);
        (await window.Page.Locator(".noprint").IsVisibleAsync()).ShouldBeFalse();
        (await window.Page.Locator("nav").First.IsVisibleAsync()).ShouldBeFalse();
    }

    [BrowserFact]
    public async Task Patrons_and_strangers_see_nothing_of_it()
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url);
        foreach (var page in (string[])["/staff", "/staff/scan", $"/staff/requests/{room.OnTheShelf}", "/staff/reports/demand.csv", $"/staff/slips/shelf?ids={room.OnTheShelf}"])
        {
            await window.GoAsync(page);
            (await window.TextAsync()).ShouldNotContain("Structure", Case.Sensitive, page);
        }

        await window.SignInAsync("Alex Smith");
        foreach (var page in (string[])["/staff", "/staff/scan", $"/staff/requests/{room.OnTheShelf}", "/staff/policy", "/staff/parked"])
        {
            (await window.GoAsync(page)).ShouldBe(403, page);
        }

        await window.ShouldBeAccessibleAsync("not allowed");
    }
}
