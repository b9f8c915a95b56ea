using System.Reflection;
using Hkall.TestKit.Drivers;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Kit;

/// <summary>The one browser of the run: Debian's Chromium. Each test opens a fresh profile in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
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

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path,

            // Root, as in most containers, has no sandbox; it visits nothing but the bench.
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--lang=en"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A window of a new profile.</summary>
    public async Task<AWindow> OpenAsync(Uri bench, string language = "en", int width = 1280, int height = 900, bool script = true, ForcedColors? colours = null, ColorScheme? scheme = null)
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

    /// <summary>The same visitor with the same window, in which scripts run.</summary>
    private async Task<IBrowserContext> TwinAsync(IBrowserContext profile, BrowserNewContextOptions options) =>
        await ProfileAsync(new BrowserNewContextOptions(options) { JavaScriptEnabled = true, StorageState = await profile.StorageStateAsync() });

    private async Task<IBrowserContext> ProfileAsync(BrowserNewContextOptions options)
    {
        var profile = await _browser!.NewContextAsync(options);
        profile.SetDefaultTimeout(15_000);
        return profile;
    }

    /// <summary>A window on any site.</summary>
    public async Task<IPage> BareAsync()
    {
        var profile = await _browser!.NewContextAsync();
        profile.SetDefaultTimeout(15_000);
        return await profile.NewPageAsync();
    }
}

/// <summary>All tests of pages share the browser, and run one after another: two machines' worth of browsers is more than one has.</summary>
[CollectionDefinition(nameof(Browser))]
public sealed class BrowserCollection : ICollectionFixture<Browser>;
