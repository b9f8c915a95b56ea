using System.Net;
using System.Text.RegularExpressions;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.BothWays;

/// <summary>A person who calls the API and sends the forms of the pages.</summary>
public sealed partial class ACaller(ABench bench, APatron self)
{
    /// <summary>A page with a form, so that its token can be sent with any other form.</summary>
    private const string AnyPage = "/account";

    private AForm? _form;

    public APatron Self => self;

    /// <param name="route">The method and the path, such as <c>POST /api/requests/{id}/cancel</c>.</param>
    /// <param name="seen">The version that the caller says they saw; null for the present one.</param>
    public async Task<Answer> CallAsync(string route, string? json, string? seen = null)
    {
        var (method, path) = route.Split(' ') is [var first, var second] ? (HttpMethod.Parse(first), second) : throw new ArgumentException(route);
        using var content = json is null ? null : ABench.JsonOf(json);
        var version = seen ?? await VersionAsync(path);
        return await bench.SendAsync(
            method, path, await self.TokenAsync(), content, version is null ? [] : [("If-Match", $"\"{version}\"")]);
    }

    /// <param name="fields">The fields as a browser writes them: <c>accept=yes&amp;amount=450</c>.</param>
    /// <param name="seen">The version that the page showed; null for the present one.</param>
    public async Task<Answer> SendAsync(string route, string fields, string? seen = null)
    {
        var path = route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var version = seen ?? await VersionAsync(path);
        return await (await FormAsync()).PostAsync(path, [.. version is null ? [] : new[] { ("seen", version) }, .. FieldsOf(fields)]);
    }

    /// <summary>The present version of the request that a path is about; null where it is about none, or about one that the caller cannot see.</summary>
    private async Task<string?> VersionAsync(string path) =>
        RequestPath().Match(path) is { Success: true } match
            ? (await bench.GetAsync($"/api{match.Value}", await self.TokenAsync())).Header("ETag")?.Trim('"')
            : null;

    public async Task<Answer> GoAsync(string path) => await (await FormAsync()).GetAsync(path);

    private static (string, string)[] FieldsOf(string fields) =>
    [
        .. fields.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2))
            .Select(field => (WebUtility.UrlDecode(field[0]), WebUtility.UrlDecode(field[1]))),
    ];

    [GeneratedRegex("(?:/staff)?/(?:requests|lending)/[0-9A-Z]{26}")]
    private static partial Regex RequestPath();

    private async Task<AForm> FormAsync()
    {
        if (_form is null)
        {
            _form = new AForm(bench);
            _form.GoOnWith(bench.SessionOf(self.Person));
            (await _form.GetAsync(AnyPage)).ShouldBe(200);
        }

        return _form;
    }
}
