using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Accessibility;

/// <summary>In what a page can be looked at.</summary>
public enum View
{
    Desktop,
    Narrow,
    Zoomed,
    Dark,
    Forced,
}

/// <summary>Looks at page after page: each is judged in one of the windows, which take turns.</summary>
internal sealed class Looking : IAsyncDisposable
{
    private readonly List<(AWindow Window, View View)> _windows = [];
    private int _looked;

    public static async Task<Looking> InAsync(Browser browser, ABench bench, params (string Language, View View)[] windows)
    {
        var looking = new Looking();
        foreach (var (language, view) in windows)
        {
            looking._windows.Add((await OpenAsync(browser, bench, language, view), view));
        }

        return looking;
    }

    /// <summary>In every window.</summary>
    public async Task EachAsync(Func<AWindow, Task> what)
    {
        foreach (var (window, _) in _windows)
        {
            await what(window);
        }
    }

    public async Task AtAsync(params string[] paths)
    {
        foreach (var path in paths)
        {
            await AtAsync(path, window => window.GoAsync(path));
        }
    }

    /// <summary>At what a window shows when this was done in it.</summary>
    public async Task AtAsync(string where, Func<AWindow, Task> what)
    {
        var (window, view) = _windows[_looked++ % _windows.Count];
        await what(window);
        await window.ShouldBeAccessibleAsync($"{where} ({window.Language}, {view})", ownColours: view != View.Forced);
        (await window.CountAsync("h1")).ShouldBe(1, where);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (window, _) in _windows)
        {
            await window.DisposeAsync();
        }
    }

    private static Task<AWindow> OpenAsync(Browser browser, ABench bench, string language, View view) => view switch
    {
        View.Desktop => browser.OpenAsync(bench.Url, language),
        View.Narrow => browser.OpenAsync(bench.Url, language, width: 320, height: 640),

        // Twice as large on a screen of 1280 by 1024 is what a window of half of that shows.
        View.Zoomed => browser.OpenAsync(bench.Url, language, width: 640, height: 512),
        View.Dark => browser.OpenAsync(bench.Url, language, scheme: ColorScheme.Dark),
        View.Forced => browser.OpenAsync(bench.Url, language, colours: ForcedColors.Active),
    };
}
