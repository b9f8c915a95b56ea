using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Home;

public class SearchingTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey]
    [InlineData("en", "Search", "1 title found", "Request options")]
    [InlineData("zh-HK", "搜尋", "找到 1 項", "申請方式")]
    public async Task What_was_searched_for_is_found_and_can_be_asked_for(string language, string search, string found, string next)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language);
        await window.GoAsync("/");
        await window.ShouldBeAccessibleAsync("first page");

        await window.FillAsync("#q", "kuhn structure");
        await window.PressAsync(search);

        await window.ShouldSayAsync(found);
        await window.ShouldSayAsync("The Structure of Scientific Revolutions");
        await window.ShouldSayAsync(next);
        await window.ShouldBeAccessibleAsync("results");
    }
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class SearchingInBrowserTests(Browser browser) : SearchingTests(browser), IClassFixture<Browser>;
