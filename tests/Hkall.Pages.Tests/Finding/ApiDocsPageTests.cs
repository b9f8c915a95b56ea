using Hkall.Pages.Tests.Kit;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Finding;

/// <summary>
/// The description of the API in a browser: it draws itself under its policy, and asks no other site. Its script is large, so it takes a while.
/// </summary>
public sealed class ApiDocsPageTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Milliseconds: the page draws itself within seconds, and on a machine with much else to do within minutes.</summary>
    private const float LongestDrawing = 180_000;

    [BrowserFact]
    public async Task Whoever_writes_a_program_reads_and_tries_the_calls_in_a_browser()
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await browser.OpenAsync(bench.Url, "en");

        await window.Page.GotoAsync(new Uri(bench.Url, $"{ApiDocs.Path}/").ToString());
        await window.Page.GetByText("Requests of patrons for what their library does not hold").First.WaitForAsync(
            new() { State = WaitForSelectorState.Attached, Timeout = LongestDrawing });

        // Closing the window fails the test if anything was forbidden or asked elsewhere.
        (await window.Page.TitleAsync()).ShouldBe("HKALL and Partners");
    }
}
