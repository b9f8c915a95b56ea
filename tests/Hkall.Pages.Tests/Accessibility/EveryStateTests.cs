using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Accessibility;

/// <summary>Every patron's page in every state it has: no rule of WCAG 2.2 AA that a machine can check is broken, and nothing is cut off.</summary>
[Collection(nameof(Browser))]
public sealed class EveryStateTests(Browser browser)
{
    public enum View
    {
        Desk,
        Narrow,
        Zoomed,
        Dark,
        Forced,
    }

    [BrowserTheory]
    [InlineData("en", View.Desk)]
    [InlineData("zh-HK", View.Narrow)]
    public async Task Every_page_in_every_state_is_accessible(string language, View view)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language, view);
        await LookAsync(window, "/", "/?q=the", "/?q=nothing+like+it", "/no/such/page", "/downloads/no-token", "/signed-out", "/sign-in?late=1", "/bench/sign-in");
        await window.SignInAsync("Dr Ngozi Okafor");
        if (language != "en")
        {
            await window.Page.Locator("form.language button").ClickAsync();
        }

        await LookAsync(window, "/requests", "/requests?show=closed", "/requests/ABCDEFGHJKMNPQRSTVWXYZ0123", "/account", "/place", "/place/help", "/place?genre=book&btitle=Deep+Learning&isbn=1");
        var (ids, link) = await PrepareAsync(bench);
        await LookAsync(
            window,
            [
                "/requests", "/requests?show=all", "/requests?show=all&q=nothing", "/account", "/bench",
                "/place?genre=book&btitle=The+Structure+of+Scientific+Revolutions&isbn=9780226458120&au=Kuhn",
                "/place?genre=book&btitle=Orientalism&isbn=9780394740676&au=Said",
                "/place/loan?genre=book&btitle=Deep+Learning&isbn=9780262035613", "/place/copy?genre=article&jtitle=Nature&atitle=An+article&issn=0028-0836",
                $"/downloads/{link}",
                .. ids.Select(id => $"/requests/{id}"),
            ]);

        // What was refused, and what was filled in wrongly.
        await window.GoAsync("/place/loan?genre=book&btitle=The+Structure+of+Scientific+Revolutions&isbn=9780226458120");
        await window.Page.Locator("main form button.main").ClickAsync();
        await CheckAsync(window, "asked for twice");
        await window.GoAsync("/place/help");
        await window.Page.Locator("#isbn").FillAsync(new string('9', 190));
        await window.Page.Locator("#year").FillAsync("x");
        await window.Page.Locator("main form button.main").ClickAsync();
        await CheckAsync(window, "filled in wrongly");
        await bench.AdvanceAsync("P16D");
        await LookAsync(window, $"/downloads/{link}", $"/requests/{ids[0]}");
    }

    /// <summary>The pages that show every part there is, in what else they can be looked at.</summary>
    [BrowserTheory]
    [InlineData("zh-HK", View.Desk)]
    [InlineData("en", View.Narrow)]
    [InlineData("en", View.Zoomed)]
    [InlineData("zh-HK", View.Zoomed)]
    [InlineData("en", View.Dark)]
    [InlineData("en", View.Forced)]
    public async Task The_main_pages_are_accessible_however_they_are_looked_at(string language, View view)
    {
        await using var bench = await ABench.InMemoryAsync();
        var onLoan = await Prepared.OnLoanAsync(bench, "okafor");
        var undeclared = await Prepared.UndeclaredAsync(bench, "okafor");
        await using var window = await OpenAsync(bench, language, view);
        await window.SignInAsync("Dr Ngozi Okafor");
        if (language != "en")
        {
            await window.Page.Locator("form.language button").ClickAsync();
        }

        foreach (var path in new[]
        {
            "/?q=the", "/requests?show=all", $"/requests/{onLoan}", $"/requests/{undeclared}", "/account",
            "/place?genre=book&btitle=The+Structure+of+Scientific+Revolutions&isbn=9780226458120&au=Kuhn", "/place/copy?genre=book&btitle=Deep+Learning&isbn=9780262035613", "/no/such/page",
        })
        {
            await window.GoAsync(path);
            await CheckAsync(window, path, ownColours: view != View.Forced);
        }
    }

    private async Task<AWindow> OpenAsync(ABench bench, string language, View view) => view switch
    {
        View.Desk => await browser.OpenAsync(bench.Url, language),
        View.Narrow => await browser.OpenAsync(bench.Url, language, width: 320, height: 640),

        // Twice as large on a screen of 1280 by 1024 is what a window of half of that shows.
        View.Zoomed => await browser.OpenAsync(bench.Url, language, width: 640, height: 512),
        View.Dark => await browser.OpenAsync(bench.Url, language, scheme: ColorScheme.Dark),
        View.Forced => await browser.OpenAsync(bench.Url, language, colours: ForcedColors.Active),
    };

    /// <summary>One request in each state that a patron can see, and the link of a download.</summary>
    private static async Task<(IReadOnlyList<string> Ids, string Link)> PrepareAsync(ABench bench)
    {
        var onLoan = await Prepared.OnLoanAsync(bench, "okafor");
        var shelf = await Prepared.OnTheShelfAsync(bench, "okafor");
        var copy = await Prepared.ReadyToDownloadAsync(bench, "okafor");
        var undeclared = await Prepared.UndeclaredAsync(bench, "okafor");
        var charged = await Prepared.ChargedAsync(bench, "okafor");
        var expected = await bench.Patron("okafor").HasPlacedAsync(Orders.Hobsbawm);
        var cancelled = await bench.Patron("okafor").HasPlacedAsync(Orders.Latour);
        await bench.Patron("okafor").CancelsAsync(cancelled);
        await bench.SettleAsync();
        return ([onLoan, shelf, copy, undeclared, charged, expected, cancelled], await bench.Patron("okafor").LinkAsync(copy));
    }

    private static async Task LookAsync(AWindow window, params string[] paths)
    {
        foreach (var path in paths)
        {
            await window.GoAsync(path);
            await CheckAsync(window, path);
        }
    }

    private static async Task CheckAsync(AWindow window, string where, bool ownColours = true)
    {
        await window.ShouldBeAccessibleAsync(where, ownColours);
        await window.ShouldFitAsync(where);
        (await window.Page.Locator("h1").CountAsync()).ShouldBe(1, where);
    }
}
