using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Accessibility;

/// <summary>Every patron's page in every state it has: no rule of WCAG 2.2 AA that a machine can check is broken, and nothing is cut off.</summary>
public sealed class EveryPatronPageTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Takes more than two seconds: it judges some forty pages, each once, in two windows that take turns.</summary>
    [BrowserFact]
    public async Task Every_page_of_a_patron_is_accessible_in_every_state()
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var looking = await Looking.InAsync(browser, bench, (Readers.English, View.Desktop), (Readers.Chinese, View.Narrow));
        await LookAsync(bench, looking);
    }

    /// <summary>With the test above every page is judged in both widths, and in two of the views that are neither: the windows take turns.</summary>
    [BrowserTheory, Trait("Run", "Full")]
    [InlineData(Readers.English, View.Narrow, Readers.Chinese, View.Desktop)]
    [InlineData(Readers.English, View.Dark, Readers.Chinese, View.Zoomed)]
    [InlineData(Readers.Chinese, View.Zoomed, Readers.English, View.Forced)]
    public async Task Every_page_of_a_patron_is_accessible_however_it_is_looked_at(string language, View view, string otherLanguage, View otherView)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var looking = await Looking.InAsync(browser, bench, (language, view), (otherLanguage, otherView));
        await LookAsync(bench, looking);
    }

    private static async Task LookAsync(ABench bench, Looking looking)
    {
        await looking.AtAsync(
            "/", "/promises", "/help", "/help/copyright", "/help/privacy", "/help/accessibility", "/?q=the", "/?q=nothing+like+it", "/no/such/page", "/downloads/no-token", "/signed-out", "/sign-in?late=1", "/bench/sign-in");
        await looking.EachAsync(SignInAsync);
        await looking.AtAsync(
            "/requests", "/requests?show=closed", "/requests/ABCDEFGHJKMNPQRSTVWXYZ0123", "/account", "/place", "/place?genre=bookitem",
            "/place?genre=article", "/place/help", "/bench/styles",
            "/place?genre=book&btitle=Deep+Learning&isbn=1");
        var (ids, link) = await PrepareAsync(bench);
        await looking.AtAsync(
            [
                "/", "/requests", "/requests?show=all", "/requests?show=all&q=nothing",
                "/account", "/account/fees", "/account/preferences", "/account/devices", "/account/looks", "/account/data", "/bench",
                "/place?genre=book&btitle=The+Structure+of+Scientific+Revolutions&isbn=9780226458120&au=Kuhn",
                "/place?genre=book&btitle=Orientalism&isbn=9780394740676&au=Said",
                "/place/loan?genre=book&btitle=Deep+Learning&isbn=9780262035613",
                "/place/copy?genre=article&jtitle=Nature&atitle=An+article&issn=0028-0836",
                "/place/copy?genre=book&btitle=Deep+Learning&isbn=9780262035613", $"/downloads/{link}",
                .. ids.Select(id => $"/requests/{id}"),
            ]);

        var (_, letter) = await Answers.AnswerPageTests.AskedAsync(bench, bench.NewPatron());
        var (_, offer) = await Answers.BorrowerAnswerPageTests.OfferedAsync(bench);
        await looking.AtAsync("/answer/no-token", $"/answer/{letter}", $"/lending/answer/{offer}");
        await looking.AtAsync("asked for twice", async window =>
        {
            await window.GoAsync("/place/loan?genre=book&btitle=The+Structure+of+Scientific+Revolutions&isbn=9780226458120");
            await SendAsync(window);
        });
        await looking.AtAsync("filled in wrongly", async window =>
        {
            await window.GoAsync("/place/help");
            await window.FillAsync("#isbn", new string('9', 190));
            await window.FillAsync("#year", "x");
            await SendAsync(window);
        });
        await bench.AdvanceAsync("P16D");
        await looking.AtAsync($"/downloads/{link}", $"/requests/{ids[0]}");
    }

    /// <summary>All requests are of one patron, who reads English; the other language is chosen on the page.</summary>
    private static async Task SignInAsync(AWindow window)
    {
        await window.SignInAsync(Readers.PatronName(Readers.English));
        if (window.Language != Readers.English)
        {
            if (await window.Page.Locator(".menu > summary").IsVisibleAsync())
            {
                await window.Page.Locator(".menu > summary").ClickAsync();
            }

            await window.Page.Locator("form.language button[value=zh-Hant]").ClickAsync();
        }
    }

    private static Task SendAsync(AWindow window) => window.Page.Locator("main form button.main").ClickAsync();

    /// <summary>One request in each state that a patron can see, and the link of a download.</summary>
    private static async Task<(IReadOnlyList<string> Ids, string Link)> PrepareAsync(ABench bench)
    {
        var onLoan = await Prepared.OnLoanAsync(bench, "okafor");
        var shelf = await Prepared.OnTheShelfAsync(bench, "okafor");
        var copy = await Prepared.ReadyToDownloadAsync(bench, "okafor");
        var undeclared = await Prepared.UndeclaredAsync(bench, "okafor");
        var charged = await Prepared.ChargedAsync(bench, "okafor");
        var expected = await bench.Patron("okafor").HasPlacedAsync(Orders.Hobsbawm);
        var cancelled = await bench.Patron("okafor").HasPlacedAsync(Orders.Latour);
        await bench.Patron("okafor").CancelsAsync(cancelled);
        await bench.SettleAsync();
        return ([onLoan, shelf, copy, undeclared, charged, expected, cancelled], await bench.Patron("okafor").LinkAsync(copy));
    }
}
