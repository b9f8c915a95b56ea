using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Home;

/// <summary>
/// The commonest tasks of a patron, counted in clicks from the page they land on after signing in. Typing does not count. The numbers are those of
/// the best of the systems that libraries use otherwise.
/// </summary>
public class ClicksTests(Browser? browser = null) : JourneyTests(browser)
{
    private int _clicks;

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task From_a_search_to_a_request_are_three_clicks(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await LandingAsync(bench, language);
        await window.FillAsync("#q", "structure scientific");

        await ClickAsync(() => window.PressAsync("Search", "搜尋"));
        await ClickAsync(() => window.FollowAsync("Request options", "申請方式"));
        await ClickAsync(() => window.PressAsync("Request now", "立即申請"));

        await window.ShouldSayAsync("Request submitted.", "您的申請已提交");
        _clicks.ShouldBeLessThanOrEqualTo(3);
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_loan_is_renewed_by_one_click(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.OnLoanAsync(bench, Readers.Patron(language));
        await using var window = await LandingAsync(bench, language);

        await ClickAsync(() => window.PressAsync("Renew", "續借"));
        await HasHappenedAsync(bench, async () => (await bench.Patron(Readers.Patron(language)).SeesAsync(id)).Timeline().Contains("renewal-asked"));

        _clicks.ShouldBe(1);
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_file_is_downloaded_by_one_click(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await Prepared.ReadyToDownloadAsync(bench, Readers.Patron(language));
        await using var window = await LandingAsync(bench, language);

        var file = await window.DownloadAsync(() => ClickAsync(() => window.PressAsync("Download", "下載")));

        file.Name.ShouldEndWith(".pdf");
        _clicks.ShouldBe(1);
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_request_is_cancelled_by_three_clicks(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await bench.Patron(Readers.Patron(language)).HasPlacedAsync(Orders.Kuhn);
        await using var window = await LandingAsync(bench, language);

        await ClickAsync(() => window.GoAsync("/requests"));
        await ClickAsync(() => window.OpenAsync("Cancel", "取消"));
        await ClickAsync(() => window.PressAsync("Cancel request", "取消申請"));
        await HasHappenedAsync(bench, async () => await bench.Patron(Readers.Patron(language)).StatusAsync(id) is "cancelling" or "cancelled");

        _clicks.ShouldBeLessThanOrEqualTo(3);
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_is_owed_is_one_click_away(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await bench.Patron(Readers.Patron(language)).HasOfTheLibraryAsync(new { blocks = new[] { "an unpaid bill" } });
        await using var window = await LandingAsync(bench, language);

        await window.ShouldSayAsync("You can’t request or renew at the moment", "您目前不能申請或續借");
        _clicks.ShouldBe(0);
    }

    /// <summary>What a script does in place of a page is not there at once.</summary>
    private static async Task HasHappenedAsync(ABench bench, Func<Task<bool>> has)
    {
        for (var left = 500; left > 0 && !await has(); left--)
        {
            await bench.SettleAsync();
        }

        (await has()).ShouldBeTrue();
    }

    private async Task<IVisitor> LandingAsync(ABench bench, string language)
    {
        var window = await OpenAsync(bench, language);
        await window.PatronSignsInAsync();
        return window;
    }

    private async Task ClickAsync(Func<Task> click)
    {
        _clicks++;
        await click();
    }
}

/// <summary>The same in a browser, where scripts answer in place. A test takes more than two seconds.</summary>
[Trait("Run", "Full")]
public sealed class ClicksInBrowserTests(Browser browser) : ClicksTests(browser), IClassFixture<Browser>;
