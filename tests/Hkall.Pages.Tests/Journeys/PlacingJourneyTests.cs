using Hkall.LocalHost.Tests.Drivers;
using Hkall.Pages.Tests.Kit;

namespace Hkall.Pages.Tests.Journeys;

/// <summary>From a search to a request, with a script and without.</summary>
[Collection(nameof(Browser))]
public sealed class PlacingJourneyTests(Browser browser)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_patron_finds_a_book_sees_how_to_have_it_requests_it_and_cancels_it(bool script)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await browser.OpenAsync(bench.Url, "en", script: script);
        await window.SignInAsync("Dr Ngozi Okafor");
        await window.Page.Locator("#q").FillAsync("structure scientific");
        await window.PressAsync("Search");
        await window.FollowAsync("See how to get it");

        var options = await window.TextAsync();
        options.ShouldContain("Usually between Thursday 26 November 2026 and Monday 30 November 2026");
        options.ShouldContain("HKALL libraries: included in the service.");
        options.ShouldContain("overseas libraries: conditions may apply");
        await window.FollowAsync("Request the item");
        (await window.Page.Locator("#title").InputValueAsync()).ShouldBe("The Structure of Scientific Revolutions");
        await window.PressAsync("Send the request");

        (await window.HeadingAsync()).ShouldBe("The Structure of Scientific Revolutions");
        await window.ShouldSayAsync("Your request has been placed.");
        await bench.SettleAsync();
        await window.Page.ReloadAsync();
        await window.ShouldSayAsync("The University of Hong Kong will supply it, usually between 26 November 2026 and 30 November 2026.");
        await window.ShouldSayAsync("The University of Hong Kong sends the item by");
        await window.Page.GetByText("Cancel this request").ClickAsync();
        await window.PressAsync("Yes, cancel it");
        await bench.SettleAsync();
        await window.GoAsync("/requests?show=closed");
        await window.ShouldSayAsync("It was cancelled.");
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_of_chinese_asks_for_an_article_declares_and_downloads_it(bool script)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await browser.OpenAsync(bench.Url, "zh-HK", script: script);
        await window.SignInAsync("黃嘉欣");
        await window.Page.Locator("#q").FillAsync("mathematical theory communication");
        await window.PressAsync("搜尋");
        await window.FollowAsync("查看取得方法");
        await window.FollowAsync("申請電子複製本");
        foreach (var part in new[] { "research", "unrelated", "first" })
        {
            await window.Page.Locator($"[name={part}]").CheckAsync();
        }

        await window.PressAsync("提交申請");
        await window.ShouldSayAsync("您的申請已提交");
        await bench.AdvanceAsync("P1DT2H");
        await window.Page.ReloadAsync();
        await window.ShouldSayAsync("您可於2026年12月8日（星期二）或之前下載，尚餘 5 次。");

        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.PressAsync("下載"));

        download.SuggestedFilename.ShouldEndWith(".pdf");
        await window.Page.ReloadAsync();
        await window.ShouldSayAsync("尚餘 4 次");
    }

    [BrowserFact]
    public async Task What_library_staff_are_asked_to_find_needs_no_more_than_a_note()
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await browser.OpenAsync(bench.Url);
        await window.SignInAsync("Alex Smith", "/place/help");
        await window.FillAsync("Author", "Lu Xun");
        await window.FillAsync("Whatever else may help", "A story about a madman, I read of it in class.");
        await window.PressAsync("Send it to library staff");

        await window.ShouldSayAsync("Library staff are looking at your request.");
    }

    [BrowserFact]
    public async Task A_link_from_another_catalogue_fills_the_form_and_shows_what_is_wrong_with_it()
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await browser.OpenAsync(bench.Url);
        await window.GoAsync("/place?url_ver=Z39.88-2004&rft.genre=book&rft.btitle=Deep+Learning&rft.isbn=9780262035610");
        await window.Page.Locator("li", new() { HasText = "Dr Ivan Petrov" }).GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();

        await window.ShouldSayAsync("This is not an ISBN: its check digit or length is wrong.");
        await window.FillAsync("ISBN", "9780262035613");
        await window.PressAsync("Show how I can have it");

        await window.ShouldSayAsync("The physical item");
        await window.ShouldSayAsync("A digital chapter or article");
    }
}
