using System.Net;
using System.Text.RegularExpressions;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Kit;

/// <summary>A browser without a window: it keeps cookies and sends the forms of the pages it has read.</summary>
public sealed partial class AForm(ABench bench, string? language = null)
{
    private readonly Dictionary<string, string> _cookies = [];

    /// <summary>The token of the page that was read last.</summary>
    public string Token { get; private set; } = string.Empty;

    /// <summary>The version that the page read last showed of its request.</summary>
    public string? Seen { get; private set; }

    public string Cookies => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>What the browser calls itself.</summary>
    public string? UserAgent { get; init; }

    private IEnumerable<(string Name, string Value)> Headers =>
    [
        ("Cookie", Cookies),
        .. language is null ? Array.Empty<(string, string)>() : [("Accept-Language", language)],
        .. UserAgent is null ? Array.Empty<(string, string)>() : [("User-Agent", UserAgent)],
    ];

    /// <summary>The cookie of the session, as a thief would copy it.</summary>
    public (string Name, string Value) Session()
    {
        var name = _cookies.Keys.Single(name => name.EndsWith("-session", StringComparison.Ordinal));
        return (name, _cookies[name]);
    }

    /// <summary>The cookies are lost, as on another machine.</summary>
    public void Forget() => _cookies.Clear();

    public async Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var answer = Keep(await bench.SendAsync(HttpMethod.Get, path, null, null, [.. Headers, .. headers]));
        if (TokenField().Match(answer.Text) is { Success: true } match)
        {
            Token = WebUtility.HtmlDecode(match.Groups[1].Value);
        }

        Seen = SeenField().Match(answer.Text) is { Success: true } seen ? seen.Groups[1].Value : null;
        return answer;
    }

    /// <summary>With the token of the page that was read last.</summary>
    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await SendAsync(path, [("form-token", Token), .. SeenOf(path, fields), .. fields]);

    /// <summary>A form says what its page showed, unless the test says it.</summary>
    private (string, string)[] SeenOf(string path, (string Name, string Value)[] fields) =>
        Seen is { } seen && path.Contains(seen.Split('.')[0], StringComparison.Ordinal) && fields.All(field => field.Name != "seen") ? [("seen", seen)] : [];

    public async Task<Answer> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return Keep(await bench.SendAsync(HttpMethod.Post, path, null, content, [.. Headers]));
    }

    /// <summary>A form with a file.</summary>
    public async Task<Answer> SendAsync(string path, HttpContent content) => Keep(await bench.SendAsync(HttpMethod.Post, path, null, content, [.. Headers]));

    public async Task SignInAsync(string person)
    {
        await GetAsync("/bench/sign-in");
        (await PostAsync("/bench/sign-in/as", ("person", person), ("returnUrl", "/"))).ShouldBe(303);
    }

    /// <summary>Goes on with the session that a sign-in would have begun.</summary>
    public void GoOnWith((string Name, string Value) session) => _cookies[session.Name] = session.Value;

    private Answer Keep(Answer answer)
    {
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            foreach (var cookie in cookies.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
            {
                _cookies[cookie[0]] = cookie[1];
            }
        }

        return answer;
    }

    [GeneratedRegex("""name="seen" value="([^"]+)""")]
    private static partial Regex SeenField();

    [GeneratedRegex("""name="form-token" value="([^"]+)""")]
    private static partial Regex TokenField();
}
