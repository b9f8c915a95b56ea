using Hkall.Pages.Tests.Kit;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Reports with their pictures, slips, and who may see all this.</summary>
public class ReportPageTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey]
    [InlineData("en", "Demand", "Patron group", "undergraduate student")]
    [InlineData("zh-HK", "需求", "讀者類別", "本科生")]
    public async Task A_report_has_a_picture_the_same_figures_as_a_table_and_a_file(string language, string title, string column, string row)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language);
        await window.SignInAsync(Readers.Of(language), "/staff/reports");
        await window.ShouldBeAccessibleAsync("reports");
        await window.FollowAsync(title);

        (await window.HeadingAsync()).ShouldBe(title);
        (await window.TextsAsync("svg[role=img] title")).ShouldBe([title]);
        await window.ShouldSayAsync(column);
        await window.ShouldSayAsync(row);
        await window.ShouldBeAccessibleAsync("a report");

        var download = await window.DownloadAsync(() => window.FollowAsync("[download]"));
        download.Text.ShouldStartWith("group,loans,copies,placed,share\r\n");
        download.Name.ShouldStartWith("demand-");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task Every_report_can_be_read_and_a_period_that_is_none_is_told(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language);
        await window.StaffSignsInAsync("/staff/reports");
        var reports = await window.LinksAsync("main .rows a");
        reports.Count.ShouldBeGreaterThanOrEqualTo(9);

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

    [Journey]
    [InlineData("en", "Hold until")]
    [InlineData("zh-HK", "保留至")]
    public async Task A_hold_shelf_slip_names_nobody_and_can_be_scanned(string language, string until)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language);
        await window.SignInAsync(Readers.Of(language), $"/staff/slips/shelf?ids={room.OnTheShelf}");

        var text = await window.TextAsync();
        text.ShouldContain($"AS {room.OnTheShelf[^4..]}");
        text.ShouldContain(until);
        text.ShouldNotContain("Smith");
        (await window.CountAsync("svg.qr")).ShouldBe(1);
        await window.ShouldBeAccessibleAsync("slip");
    }

    [Journey, InlineData(Readers.English)]
    public async Task Patrons_and_strangers_see_nothing_of_the_pages_of_staff(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language);
        foreach (var page in (string[])["/staff", "/staff/scan", $"/staff/requests/{room.OnTheShelf}", "/staff/reports/demand.csv",
            $"/staff/slips/shelf?ids={room.OnTheShelf}"])
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

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class ReportPageInBrowserTests(Browser browser) : ReportPageTests(browser), IClassFixture<Browser>;
