using System.Net;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.BothWays;

/// <summary>A person who calls the API and sends the forms of the pages.</summary>
public sealed class ACaller(ABench bench, APatron self)
{
    /// <summary>A page with a form, so that its token can be sent with any other form.</summary>
    private const string AnyPage = "/account";

    private AForm? _form;

    public APatron Self => self;

    /// <param name="route">The method and the path, such as <c>POST /api/requests/{id}/cancel</c>.</param>
    public async Task<Answer> CallAsync(string route, string? json)
    {
        var (method, path) = route.Split(' ') is [var first, var second] ? (HttpMethod.Parse(first), second) : throw new ArgumentException(route);
        using var content = json is null ? null : ABench.JsonOf(json);
        return await bench.SendAsync(method, path, await self.TokenAsync(), content);
    }

    /// <param name="fields">The fields as a browser writes them: <c>accept=yes&amp;amount=450</c>.</param>
    public async Task<Answer> SendAsync(string route, string fields) =>
        await (await FormAsync()).PostAsync(route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..], FieldsOf(fields));

    public async Task<Answer> GoAsync(string path) => await (await FormAsync()).GetAsync(path);

    private static (string, string)[] FieldsOf(string fields) =>
    [
        .. fields.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2))
            .Select(field => (WebUtility.UrlDecode(field[0]), WebUtility.UrlDecode(field[1]))),
    ];

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
