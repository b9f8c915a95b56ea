namespace Hkall.TestKit.Drivers;

/// <summary>
/// Debian's Chromium, where it is installed. The shell without windows comes first: drawing the browser's own windows costs more than
/// drawing our pages.
/// </summary>
public static class Chromium
{
    public const string HowToInstall = "apt-get install chromium-headless-shell fonts-noto-cjk, or set CHROMIUM";

    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Null where there is none.</summary>
    public static string? Path => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : Places.FirstOrDefault(File.Exists);
}
