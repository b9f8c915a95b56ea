using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Journeys;

/// <summary>From a search to a request, with a script and without.</summary>
public class PlacingJourneyTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey]
    [InlineData(Readers.English, true)]
    [InlineData(Readers.Chinese, false)]
    public async Task A_patron_finds_a_book_sees_how_to_have_it_requests_it_and_cancels_it(string language, bool script)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language, script: script);
        await window.PatronSignsInAsync();
        await window.FillAsync("#q", "structure scientific");
        await window.PressAsync("Search", "搜尋");
        await window.FollowAsync("Request options", "申請方式");

        await window.ShouldSayAsync("Usually Thu 26 Nov – Mon 30 Nov 2026", "一般在2026年11月26日（星期四）至2026年11月30日（星期一）");
        await window.ShouldSayAsync("probably The University of Hong Kong", "可能為香港大學");
        await window.ShouldSayAsync("60 days; up to 2 renewals if the lending library agrees", "60 天；如借出館同意，最多可續借 2 次");
        await window.OpenAsync("Other libraries", "其他圖書館");
        await window.ShouldSayAsync("Overseas libraries: conditions may apply", "海外圖書館");
        await window.FollowAsync("Pickup, dates and libraries", "領取地點、日期及圖書館");
        await window.OpenAsync("Change details", "更改資料");
        (await window.ValueAsync("#title")).ShouldBe("The Structure of Scientific Revolutions");
        await window.PressAsync("Submit request", "提交申請");

        (await window.HeadingAsync()).ShouldBe("The Structure of Scientific Revolutions");
        await window.ShouldSayAsync("Request submitted.", "您的申請已提交");
        await bench.SettleAsync();
        await window.ReloadAsync();
        await window.ShouldSayAsync("The University of Hong Kong will supply it, usually between Thu 26 Nov 2026 and Mon 30 Nov 2026.", "香港大學將會提供資料");
        await window.ShouldSayAsync("The University of Hong Kong should send the item by", "香港大學應於");
        await window.OpenAsync("Cancel this request", "取消此項申請");
        await window.PressAsync("Cancel request", "取消申請");
        await bench.SettleAsync();
        await window.GoAsync("/requests?show=closed");
        await window.ShouldSayAsync("It was cancelled.", "已取消");
    }

    [Journey]
    [InlineData(Readers.English, false)]
    [InlineData(Readers.Chinese, true)]
    public async Task An_article_is_asked_for_declared_and_downloaded(string language, bool script)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language, script: script);
        await window.PatronSignsInAsync();
        await window.FillAsync("#q", "mathematical theory communication");
        await window.PressAsync("Search", "搜尋");
        await window.FollowAsync("Request options", "申請方式");
        await window.FollowAsync("Request a digital copy", "申請電子複製本");
        foreach (var part in new[] { "research", "unrelated", "first" })
        {
            await window.CheckAsync($"[name={part}]");
        }

        await window.PressAsync("Submit request", "提交申請");
        await window.ShouldSayAsync("Request submitted.", "您的申請已提交");
        await bench.AdvanceAsync("P1DT2H");
        await window.ReloadAsync();
        await window.ShouldSayAsync("Please download it by Tue 8 Dec 2026. You have 5 of 5 downloads left.", "您可於2026年12月8日（星期二）或之前下載，尚餘 5 次。");

        var download = await window.DownloadAsync(() => window.PressAsync("Download", "下載"));

        download.Name.ShouldEndWith(".pdf");
        await window.ReloadAsync();
        await window.ShouldSayAsync("4 of 5", "尚餘 4 次");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_library_staff_are_asked_to_find_needs_no_more_than_a_note(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language);
        await window.PatronSignsInAsync("/place/help");
        await window.FillAsync(window.Say("Author", "作者"), "Lu Xun");
        await window.FillAsync(window.Say("Anything else that may help", "其他有助查找的資料"), "A story about a madman, I read of it in class.");
        await window.PressAsync("Send to library staff", "提交給館員");

        await window.ShouldSayAsync("Library staff are looking at your request.", "館員正在處理您的申請。");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_link_from_another_catalogue_fills_the_form_and_shows_what_is_wrong_with_it(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language);
        await window.GoAsync("/place?url_ver=Z39.88-2004&rft.genre=book&rft.btitle=Deep+Learning&rft.isbn=9780262035610");
        await window.PressAsync(Readers.PatronName(language));

        await window.ShouldSayAsync("This is not an ISBN: its check digit does not match.", "並非有效的 ISBN：檢查碼不符。");
        await window.FillAsync("ISBN", "9780262035613");
        await window.PressAsync("See request options", "查看申請方式");

        await window.ShouldSayAsync("Borrow the book", "借閱實體書");
        await window.ShouldSayAsync("Get a digital copy", "取得電子複製本");
    }
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class PlacingJourneyInBrowserTests(Browser browser) : PlacingJourneyTests(browser), IClassFixture<Browser>;
