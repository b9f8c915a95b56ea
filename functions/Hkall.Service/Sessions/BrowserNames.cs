namespace Hkall.Service.Sessions;

/// <summary>
/// The kind of browser and of machine, from what a browser calls itself. Only names of this list are kept: they are enough to know
/// one's own devices again, and nothing that a stranger wrote reaches a page.
/// </summary>
public static class BrowserNames
{
    /// <summary>Real ones are shorter; the rest of a longer one is not read.</summary>
    private const int LongestRead = 500;

    /// <summary>Most browsers also carry the names of others, so the more special names come first.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("MicroMessenger/", "WeChat"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Machines =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ];

    public static (string? Browser, string? Machine) Of(string? userAgent)
    {
        var read = userAgent is { Length: > LongestRead } ? userAgent[..LongestRead] : userAgent ?? string.Empty;
        return (First(Browsers, read), First(Machines, read));
    }

    private static string? First((string Mark, string Name)[] names, string userAgent) =>
        names.Where(name => userAgent.Contains(name.Mark, StringComparison.Ordinal)).Select(name => name.Name).FirstOrDefault();
}
