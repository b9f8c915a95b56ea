using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Lists on the screen of a desk. A test takes more than two seconds: a browser draws a full list.</summary>
[Trait("Run", "Full")]
public sealed class DenseListTests(Browser browser) : IClassFixture<Browser>
{
    private const string RowsInSight =
        "() => [...document.querySelectorAll('.dense tbody tr')].filter(row => { const box = row.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }).length";

    [BrowserFact]
    public async Task Twenty_rows_of_a_list_are_in_sight_on_the_screen_of_a_desk_each_on_one_line()
    {
        await using var bench = await ABench.InMemoryAsync();
        await HasRowsAsync(bench, 26);
        await using var window = await browser.OpenAsync(bench.Url);
        await window.StaffSignsInAsync("/staff/worklists/with-libraries");

        (await window.Page.EvaluateAsync<int>(RowsInSight)).ShouldBeGreaterThanOrEqualTo(20);
        (await window.Page.EvaluateAsync<double>("() => Math.max(...[...document.querySelectorAll('.dense tbody tr')].map(row => row.getBoundingClientRect().height))"))
            .ShouldBeLessThanOrEqualTo(36);
    }

    [BrowserFact]
    public async Task With_a_script_all_rows_or_those_of_one_library_are_ticked_with_one_click_and_counted()
    {
        await using var bench = await ABench.InMemoryAsync();
        await HasRowsAsync(bench, 3);
        await bench.AdvanceAsync("P3D");
        await using var window = await browser.OpenAsync(bench.Url);
        await window.StaffSignsInAsync("/staff/worklists/to-receive");

        await window.Page.Locator("[data-all]").CheckAsync();
        (await window.Page.Locator("td.tick input:checked").CountAsync()).ShouldBe(3);
        (await window.Page.Locator("[data-tally]").InnerTextAsync()).ShouldBe("3 selected");
        await window.Page.Locator("[data-pick='']").ClickAsync();
        (await window.Page.Locator("td.tick input:checked").CountAsync()).ShouldBe(0);
    }

    private static async Task HasRowsAsync(ABench bench, int count)
    {
        for (var n = 1; n <= count; n++)
        {
            await bench.NewPatron().HasPlacedAsync(Orders.BookNumber(n));
        }

        await bench.SettleAsync();
    }
}
