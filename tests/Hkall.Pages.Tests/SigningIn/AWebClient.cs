using System.Net;
using System.Text.RegularExpressions;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>A browser without a window that goes from site to site and keeps each site's cookies.</summary>
internal sealed partial class AWebClient : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly Uri _home;

    public AWebClient(Uri home)
    {
        _home = home;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = _cookies, MaxAutomaticRedirections = 20 });
    }

    /// <summary>The page read last.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Follows every redirect, to the provider and back.</summary>
    public async Task<int> GoAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(_home, path));
        Text = await answer.Content.ReadAsStringAsync();
        return (int)answer.StatusCode;
    }

    /// <summary>Opens the provider's page for signing out, and says yes.</summary>
    public async Task LeaveAsync(Uri page)
    {
        var question = await _http.GetStringAsync(page);
        var secret = Xsrf().Match(question).Groups[1].Value;
        using var yes = new FormUrlEncodedContent([KeyValuePair.Create("xsrf", secret), KeyValuePair.Create("logout", "yes")]);
        using var answer = await _http.PostAsync(new Uri(page, "/session/end/confirm"), yes);
        answer.IsSuccessStatusCode.ShouldBeTrue();
    }

    /// <summary>Cookies do not know ports: those of the provider on the same machine are among them.</summary>
    public string CookiesFor(Uri site) => _cookies.GetCookieHeader(site);

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("""name="xsrf" value="([^"]+)""")]
    private static partial Regex Xsrf();
}
