using System.Text.Json;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Kit;

/// <summary>A window with somebody in front of it. Whatever a page does that its own rules forbid fails the test when the window is closed.</summary>
public sealed class AWindow : IVisitor
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Browser.AxeFile));

    /// <summary>A page is judged within a second; a machine with much else to do takes longer.</summary>
    private static readonly TimeSpan LongestJudging = TimeSpan.FromMinutes(3);

    /// <summary>Milliseconds to wait for the browser's report before the document is asked; together with the number of looks, a minute.</summary>
    private const float BetweenLooks = 5_000;

    private const int MostLooks = 12;

    private readonly IBrowserContext _profile;
    private readonly Uri _bench;
    private readonly List<string> _faults = [];
    private bool _downloading;

    private readonly Func<Task<IBrowserContext>>? _twin;

    private AWindow(IBrowserContext profile, IPage page, Uri bench, string language, Func<Task<IBrowserContext>>? twin)
    {
        (_profile, Page, _bench, Language, _twin) = (profile, page, bench, language, twin);
        page.Console += (_, message) =>
        {
            // An answer of 404 or 409 is written there too, and is what some tests are about.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _faults.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(bench.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                _faults.Add($"Asked another site: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>The language its reader prefers: <c>en</c> or <c>zh-HK</c>.</summary>
    public string Language { get; }

    /// <param name="twin">Where the profile runs no scripts: the same visitor with scripts, since the rules of accessibility are one.</param>
    public static async Task<AWindow> InAsync(IBrowserContext profile, Uri bench, string language, Func<Task<IBrowserContext>>? twin) =>
        new(profile, await profile.NewPageAsync(), bench, language, twin);

    public async Task<int> GoAsync(string path)
    {
        var answer = await Page.GotoAsync(new Uri(_bench, path).ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await ReadToItsEndAsync();
        return answer!.Status;
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await ReadToItsEndAsync();
    }

    public async Task BackAsync()
    {
        await Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await ReadToItsEndAsync();
    }

    /// <summary>
    /// Presses Enter on what has the focus and waits for the page that it leads to. A browser with much else to do drops a key now and then; its
    /// user presses it again, and the service takes a form that comes twice once.
    /// </summary>
    /// <param name="fits">Whether an address, from its path on, is that of the page.</param>
    public async Task EnterAsync(Func<string, bool> fits)
    {
        for (var left = MostLooks; ; left--)
        {
            await Page.Keyboard.PressAsync("Enter");
            try
            {
                await Page.WaitForURLAsync(
                    address => fits(new Uri(address).PathAndQuery), new() { WaitUntil = WaitUntilState.Commit, Timeout = BetweenLooks });
                await ReadToItsEndAsync();
                return;
            }
            catch (TimeoutException) when (left > 0)
            {
            }
        }
    }

    public Task PressAsync(string button, bool exact = false) =>
        ClickAsync(Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = exact }).First);

    public Task FollowAsync(string link) =>
        ClickAsync((IsSelector(link) ? Page.Locator(link) : Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link, Exact = false })).First);

    public Task OpenAsync(string words) => Page.Locator("main summary", new() { HasText = words }).First.ClickAsync();

    public async Task OpenAllAsync()
    {
        foreach (var folded in await Page.Locator("main details > summary").AllAsync())
        {
            await folded.ClickAsync();
        }
    }

    public Task FillAsync(string field, string text) => Field(field).FillAsync(text);

    public async Task EnterAsync(string field, string text)
    {
        // The answer may have the same address: what tells it from the page before is that this one is marked.
        await Page.EvaluateAsync("document.body.dataset.before = ''");
        await Field(field).FocusAsync();
        await Page.Keyboard.TypeAsync(text);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("body:not([data-before]) h1").WaitForAsync();
        await ReadToItsEndAsync();
    }

    public Task CheckAsync(string field) => Field(field).CheckAsync();

    public Task UncheckAsync(string field) => Field(field).UncheckAsync();

    public Task SelectAsync(string field, string option) => Field(field).SelectOptionAsync(option);

    public Task AttachAsync(string field, string name, string contentType, byte[] file) =>
        Field(field).SetInputFilesAsync(new FilePayload { Name = name, MimeType = contentType, Buffer = file });

    public Task<string> ValueAsync(string field) => Field(field).InputValueAsync();

    public Task<bool> IsCheckedAsync(string field) => Field(field).IsCheckedAsync();

    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    public async Task<IReadOnlyList<string>> TextsAsync(string selector) => [.. (await Page.Locator(selector).AllTextContentsAsync()).Select(PageText.Plain)];

    public async Task<IReadOnlyList<string>> LinksAsync(string selector) =>
        await Page.Locator(selector).EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");

    public Task<int> CountAsync(string selector) => Page.Locator(selector).CountAsync();

    public Task<string> SourceAsync() => Page.ContentAsync();

    public async Task<AFile> DownloadAsync(Func<Task> what)
    {
        _downloading = true;
        try
        {
            var download = await Page.RunAndWaitForDownloadAsync(what);
            return new AFile(download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
        }
        finally
        {
            _downloading = false;
        }
    }

    /// <summary>No rule of WCAG 2.2 AA, as far as a machine can tell, is broken on the page as it is now, and nothing of it is cut off.</summary>
    public Task ShouldBeAccessibleAsync(string where) => ShouldBeAccessibleAsync(where, ownColours: true);

    /// <inheritdoc cref="ShouldBeAccessibleAsync(string)"/>
    /// <param name="ownColours">Whether the colours are the page's; where the reader forces theirs, they are not ours to judge.</param>
    public async Task ShouldBeAccessibleAsync(string where, bool ownColours)
    {
        await ShouldFitAsync(where);
        await JudgedPages.OnceAsync(Page, ownColours, async () =>
        {
            if (_twin is null)
            {
                await JudgeAsync(Page, where, ownColours);
                return;
            }

            // Every form is answered by a redirect, so the page seen here is the one that its address gives.
            await using var twin = await _twin();
            var page = await twin.NewPageAsync();
            await page.GotoAsync(Page.Url);
            await JudgeAsync(page, where, ownColours);
        });
    }

    /// <summary>
    /// A click ends when the next page has begun; what it says is there when it has been read to its end. A link to a file leads to no next page:
    /// the browser gives up the page it had begun, and no event says that it has been read.
    /// </summary>
    private async Task ClickAsync(ILocator what)
    {
        await what.ClickAsync();
        if (!_downloading)
        {
            await ReadToItsEndAsync();
        }
    }

    /// <summary>
    /// Waits until the page is there as a whole. The browser does not always report that it has read a page, above all one that it kept;
    /// then the document itself is asked.
    /// </summary>
    private async Task ReadToItsEndAsync()
    {
        for (var left = MostLooks; ; left--)
        {
            try
            {
                await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded, new() { Timeout = BetweenLooks });
                return;
            }
            catch (TimeoutException) when (left > 0)
            {
                if (await Page.EvaluateAsync<string>("document.readyState") != "loading")
                {
                    return;
                }
            }
        }
    }

    private static bool IsSelector(string field) => field is ['#' or '[', ..];

    private ILocator Field(string field) => (IsSelector(field) ? Page.Locator(field) : Page.GetByLabel(field)).First;

    private static async Task JudgeAsync(IPage page, string where, bool ownColours)
    {
        // The page's own policy forbids scripts that are not its own; the browser's debugger may evaluate them all the same.
        await page.EvaluateAsync(Axe.Value).WaitAsync(LongestJudging);
        var found = await page.EvaluateAsync<JsonElement>(
            """
            async ownColours => (await axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              resultTypes: ['violations'],
              rules: { 'color-contrast': { enabled: ownColours } },
            }))
              .violations.map(violation => `${violation.id}: ${violation.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')}`)
            """,
            ownColours).WaitAsync(LongestJudging);
        found.EnumerateArray().Select(violation => violation.GetString()).ShouldBeEmpty(where);
    }

    /// <summary>Nothing is cut off: the page is no wider than the window.</summary>
    public async Task ShouldFitAsync(string where) =>
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, where);

    public async ValueTask DisposeAsync()
    {
        await _profile.CloseAsync();
        _faults.ShouldBeEmpty();
    }
}
