using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Kit;

/// <summary>
/// Tests that walk from page to page. Every run walks them over HTTP, which takes little time. A class derived from them, which belongs to the
/// full run, walks the same in a browser, where each page they stop at is judged by the rules of accessibility as well.
/// </summary>
/// <param name="browser">Null for HTTP alone.</param>
public abstract class JourneyTests(Browser? browser)
{
    /// <summary>The width, the height and whether scripts run are a browser's; over HTTP nothing is drawn and none runs.</summary>
    private protected async Task<IVisitor> OpenAsync(ABench bench, string language = Readers.English, int width = 1280, int height = 900, bool script = true) =>
        browser is null ? new AReader(bench, language) : await browser.OpenAsync(bench.Url, language, width, height, script);
}
