using System.Text.Json;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Kit;

/// <summary>A window with somebody in front of it. Whatever a page does that its own rules forbid fails the test when the window is closed.</summary>
public sealed class AWindow : IAsyncDisposable
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Browser.AxeFile));

    /// <summary>A page is judged within seconds; one that is not never will be.</summary>
    private static readonly TimeSpan LongestJudging = TimeSpan.FromMinutes(1);

    private readonly IBrowserContext _profile;
    private readonly Uri _bench;
    private readonly List<string> _faults = [];

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
            if (!request.Url.StartsWith(bench.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                _faults.Add($"Asked another site: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>The language its reader prefers: <c>en</c> or <c>zh-HK</c>.</summary>
    public string Language { get; }

    /// <summary>What a page says, in the language of this window.</summary>
    public string Say(string english, string chinese) => Language == Readers.English ? english : chinese;

    /// <param name="twin">Where the profile runs no scripts: the same visitor with scripts, since the rules of accessibility are one.</param>
    public static async Task<AWindow> InAsync(IBrowserContext profile, Uri bench, string language, Func<Task<IBrowserContext>>? twin) => new(profile, await profile.NewPageAsync(), bench, language, twin);

    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(new Uri(_bench, path).ToString()))!.Status;

    /// <summary>By the bench's chooser, as one would by hand.</summary>
    public async Task SignInAsync(string name, string returnUrl = "/")
    {
        await GoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await Page.Locator("li", new() { HasText = name }).GetByRole(AriaRole.Button).ClickAsync();
    }

    /// <summary>The patron who reads this window's language.</summary>
    public Task PatronSignsInAsync(string returnUrl = "/") => SignInAsync(Readers.PatronName(Language), returnUrl);

    /// <summary>The member of staff who reads this window's language.</summary>
    public Task StaffSignsInAsync(string returnUrl = "/staff") => SignInAsync(Readers.Of(Language), returnUrl);

    public Task PressAsync(string english, string chinese) => PressAsync(Say(english, chinese));

    public Task FollowAsync(string english, string chinese) => FollowAsync(Say(english, chinese));

    public Task ShouldSayAsync(string english, string chinese) => ShouldSayAsync(Say(english, chinese));

    public Task PressAsync(string button) => Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = false }).First.ClickAsync();

    public Task FollowAsync(string link) => Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link, Exact = false }).First.ClickAsync();

    /// <summary>Unfolds what stands folded under these words.</summary>
    public Task OpenAsync(string english, string chinese) => Page.Locator("main summary", new() { HasText = Say(english, chinese) }).First.ClickAsync();

    public Task FillAsync(string label, string text) => Page.GetByLabel(label).First.FillAsync(text);

    /// <summary>The text of the page proper, as it is read.</summary>
    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    public async Task ShouldSayAsync(string text) => (await TextAsync()).ShouldContain(text);

    public async Task<string> HeadingAsync() => await Page.Locator("h1").InnerTextAsync();

    /// <summary>No rule of WCAG 2.2 AA, as far as a machine can tell, is broken on the page as it is now.</summary>
    /// <param name="ownColours">Whether the colours are the page's; where the reader forces theirs, they are not ours to judge.</param>
    public async Task ShouldBeAccessibleAsync(string where, bool ownColours = true)
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
    }

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
