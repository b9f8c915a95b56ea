using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Journeys;

/// <summary>
/// With the keyboard alone: every step is reached with the Tab key, is seen to be reached, and is done with Enter or the space bar. That can
/// take more than two seconds, since after every key the browser is asked where it is.
/// </summary>
public sealed class KeyboardTests(Browser browser) : IClassFixture<Browser>
{
    private const int MostTabs = 80;

    /// <summary>Each asking is a round trip to the browser, in which a page comes a good way.</summary>
    private const int MostAsked = 50;

    [BrowserTheory, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_book_is_searched_for_requested_and_cancelled_without_a_mouse(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await browser.OpenAsync(bench.Url, language);
        await window.GoAsync("/bench/sign-in");
        await TabToAsync(window, window.Say("Sign in as", "登入 ：") + " " + Readers.PatronName(language));
        await EnterAsync(window, "/", "/");

        await window.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(window)).ShouldContain(window.Say("Skip to content", "跳至主要內容"));
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync("kuhn");
        await EnterAsync(window, "/?q=kuhn");
        await TabToAsync(window, window.Say("Request options", "申請方式"));
        await EnterAsync(window, "/place?");
        await TabToAsync(window, window.Say("Request now", "立即申請"));
        await EnterAsync(window, "/requests/");
        await window.ShouldSayAsync("Request submitted.", "您的申請已提交");

        // A page that is older than the library's answer would ask again before it cancels.
        await bench.SettleAsync();
        await window.ReloadAsync();
        await TabToAsync(window, window.Say("Cancel this request", "取消此項申請"));
        await window.Page.Keyboard.PressAsync("Space");
        await TabToAsync(window, window.Say("Cancel request", "取消申請"));
        await EnterAsync(window, "/requests/", "told=cancelled");
    }

    [BrowserTheory, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_loan_is_renewed_without_a_mouse(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.OnLoanAsync(bench, Readers.Patron(language));
        await using var window = await browser.OpenAsync(bench.Url, language);
        await window.PatronSignsInAsync($"/requests/{id}");
        await TabToAsync(window, window.Say("Request renewal", "申請續借"));
        await EnterAsync(window, "/requests/", "told=renewal-asked");
    }

    private static Task EnterAsync(AWindow window, string begins, string ends = "") => window.EnterAsync(path =>
        path.StartsWith(begins, StringComparison.Ordinal) && path.EndsWith(ends, StringComparison.Ordinal) && path != "/bench/sign-in");

    private static async Task TabToAsync(AWindow window, string name)
    {
        var passed = new List<string>();
        for (var n = 0; n < MostTabs; n++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            var focused = await FocusedAsync(window);
            if (focused.StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }

            passed.Add(focused);
        }

        throw new ShouldAssertException($"{name} is not reached with the Tab key: {string.Join(" → ", passed)}");
    }

    /// <summary>What has the focus, by its words, having checked that one sees it. A page that is just being drawn is asked again.</summary>
    private static async Task<string> FocusedAsync(AWindow window)
    {
        for (var asked = 1; ; asked++)
        {
            try
            {
                var (words, seen) = await AskAsync(window);
                if (words == "BODY" || seen == "seen")
                {
                    return words;
                }

                (asked < MostAsked).ShouldBeTrue($"{words} has the focus and one does not see it.");
            }
            catch (PlaywrightException) when (asked < MostAsked)
            {
                // The page was left while it was asked.
            }
        }
    }

    private static async Task<(string Words, string Seen)> AskAsync(AWindow window) => await window.Page.EvaluateAsync<string[]>(
        """
        () => {
          const it = document.activeElement;
          if (it === document.body) return ['BODY', ''];
          const style = getComputedStyle(it);
          return [(it.innerText || it.labels?.[0]?.innerText || it.name || it.tagName).replace(/\s+/g, ' ').trim(),
            style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? 'seen' : ''];
        }
        """) is [var text, var outline] ? (text, outline) : ("", "");
}
