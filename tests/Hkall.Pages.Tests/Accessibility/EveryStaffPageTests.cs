using Hkall.Pages.Tests.Kit;
using Hkall.Pages.Tests.Staff;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Accessibility;

/// <summary>Every page of the staff: no rule of WCAG 2.2 AA that a machine can check is broken, and nothing is cut off.</summary>
public sealed class EveryStaffPageTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Takes more than two seconds: it judges some thirty pages, each once, in two windows that take turns.</summary>
    [BrowserFact]
    public async Task Every_page_of_the_staff_is_accessible()
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var looking = await Looking.InAsync(browser, room.Bench, (Readers.English, View.Narrow), (Readers.Chinese, View.Desktop));
        await LookAsync(room, looking);
    }

    /// <summary>With the test above every page is judged in both widths, and in two of the views that are neither: the windows take turns.</summary>
    [BrowserTheory, Trait("Run", "Full")]
    [InlineData(Readers.English, View.Desktop, Readers.Chinese, View.Narrow)]
    [InlineData(Readers.English, View.Dark, Readers.Chinese, View.Zoomed)]
    [InlineData(Readers.Chinese, View.Zoomed, Readers.English, View.Forced)]
    public async Task Every_page_of_the_staff_is_accessible_however_it_is_looked_at(string language, View view, string otherLanguage, View otherView)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var looking = await Looking.InAsync(browser, room.Bench, (language, view), (otherLanguage, otherView));
        await LookAsync(room, looking);
    }

    private static async Task LookAsync(AStaffRoom room, Looking looking)
    {
        var lent = await new ABorrower(room.Bench, "CUHK").AsksForABookAsync("looked-at-1");
        await room.Bench.Library("CUHK").SaysAsync("shipped", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
        await looking.EachAsync(window => window.StaffSignsInAsync());
        await looking.AtAsync(
            "/staff", "/staff/worklists/to-receive", "/staff/worklists/overdue", "/staff/scan", "/staff/place", "/staff/no/such/page",
            $"/staff/requests/{room.OnItsWay}", $"/staff/requests/{room.OnTheShelf}", $"/staff/requests/{room.ToReview}",
            $"/staff/requests/{room.ToReview}/edit", "/staff/requests", "/staff/requests?q=kuhn", "/staff/requests?q=zzzz",
            $"/staff/slips/shelf?ids={room.OnTheShelf}",
            "/staff/reports", "/staff/reports/demand", "/staff/reports/demand?from=2026-12-01&to=2026-11-01",
            "/staff/partners", "/staff/partners/HKU", "/staff/partners/HKU/edit", "/staff/new-partner", "/staff/directory/import",
            "/staff/help", "/staff/help/receive", "/staff/policy", "/staff/policies", "/staff/policies/1", "/staff/parked", "/staff/parked/dismissed", "/staff/audit", "/staff/audit?day=nothing",
            "/staff/proposals", "/staff/holidays", "/staff/letters", "/staff/letters/ready-for-pickup", "/staff/letters/dates-moved?in=zh-Hant",
            "/staff/schedule", "/staff/sessions",
            "/staff/lending", "/staff/lending/worklists/to-pull", $"/staff/lending/{lent}", "/staff/lending/new");

        await looking.AtAsync("a barcode that nobody knows", async window =>
        {
            await window.GoAsync("/staff/scan");
            await window.EnterAsync("#barcode", "9999999");
        });
        await looking.AtAsync("an entry with faults", async window =>
        {
            await window.GoAsync("/staff/new-partner");
            await window.FillAsync("#symbol", "FILMS");
            await window.PressAsync("Save", "儲存");
        });
    }
}
