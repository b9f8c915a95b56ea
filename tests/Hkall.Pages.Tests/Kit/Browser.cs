using System.Reflection;
using Hkall.TestKit.Drivers;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Kit;

/// <summary>
/// Debian's Chromium, for a class of tests; each test opens a fresh profile in it. The classes that run at the same time share one browser,
/// which ends with the last of them.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>A page is there in less than a second; a machine with much else to do takes longer, and no test may fail for that.</summary>
    private const int LongestWait = 60_000;

    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static (IPlaywright Playwright, IBrowser Browser, int Users)? s_running;

    private IBrowser? _browser;

    /// <summary>Why the tests cannot run here; null where they can.</summary>
    public static string? Missing =>
        Chromium.Path is null ? $"!!! THE PAGES WERE NOT TESTED HERE: there is no Chromium ({Chromium.HowToInstall})."
        : !File.Exists(AxeFile) ? "!!! THE PAGES WERE NOT TESTED HERE: axe-core is not installed (npm ci in tests/Hkall.Pages.Tests/axe)."
        : null;

    /// <summary>The rules of accessibility, as a script for the page.</summary>
    public static string AxeFile => Path.Combine(
        typeof(Browser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "AxeFolder").Value!,
        "node_modules", "axe-core", "axe.min.js");

    public async Task InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        await Turn.WaitAsync();
        try
        {
            var running = s_running ?? await StartAsync();
            s_running = running with { Users = running.Users + 1 };
            _browser = running.Browser;
        }
        finally
        {
            Turn.Release();
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is null)
        {
            return;
        }

        await Turn.WaitAsync();
        try
        {
            var running = s_running!.Value;
            s_running = running with { Users = running.Users - 1 };
            if (running.Users == 1)
            {
                s_running = null;
                await running.Browser.CloseAsync();
                running.Playwright.Dispose();
            }
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>A window of a new profile.</summary>
    public async Task<AWindow> OpenAsync(
        Uri bench, string language = "en", int width = 1280, int height = 900, bool script = true, ForcedColors? colours = null, ColorScheme? scheme = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = bench.ToString(),
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = script,
            ForcedColors = colours,
            ColorScheme = scheme ?? ColorScheme.Light,
            TimezoneId = "Asia/Hong_Kong",
        };
        var profile = await ProfileAsync(options);
        return await AWindow.InAsync(profile, bench, language, script ? null : () => TwinAsync(profile, options));
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser, int Users)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path,
            Timeout = LongestWait,

            // Root, as in most containers, has no sandbox; it visits nothing but the bench.
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--lang=en"],
        }), 0);
    }

    /// <summary>The same visitor with the same window, in which scripts run.</summary>
    private async Task<IBrowserContext> TwinAsync(IBrowserContext profile, BrowserNewContextOptions options) =>
        await ProfileAsync(new BrowserNewContextOptions(options) { JavaScriptEnabled = true, StorageState = await profile.StorageStateAsync() });

    private async Task<IBrowserContext> ProfileAsync(BrowserNewContextOptions options)
    {
        var profile = await _browser!.NewContextAsync(options);
        profile.SetDefaultTimeout(LongestWait);
        return profile;
    }

    /// <summary>A window on any site.</summary>
    public async Task<IPage> BareAsync()
    {
        var profile = await _browser!.NewContextAsync();
        profile.SetDefaultTimeout(LongestWait);
        return await profile.NewPageAsync();
    }
}
