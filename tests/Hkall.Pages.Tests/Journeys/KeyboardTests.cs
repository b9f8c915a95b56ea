using Hkall.LocalHost.Tests.Drivers;
using Hkall.Pages.Tests.Kit;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Journeys;

/// <summary>With the keyboard alone: every step is reached with the Tab key, is seen to be reached, and is done with Enter or the space bar.</summary>
[Collection(nameof(Browser))]
public sealed class KeyboardTests(Browser browser)
{
    private const int MostTabs = 80;

    /// <summary>Each asking is a round trip to the browser, in which a page comes a good way.</summary>
    private const int MostAsked = 50;

    [BrowserFact]
    public async Task A_book_is_searched_for_requested_and_cancelled_without_a_mouse()
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await browser.OpenAsync(bench.Url);
        await window.GoAsync("/bench/sign-in");
        await TabToAsync(window, "Sign in as Dr Ngozi Okafor");
        await window.Page.Keyboard.PressAsync("Enter");
        await ArriveAsync(window, "/", "/");

        await window.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(window)).ShouldContain("Skip to content");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync("kuhn");
        await window.Page.Keyboard.PressAsync("Enter");
        await ArriveAsync(window, "/?q=kuhn");
        await TabToAsync(window, "See how to get it");
        await window.Page.Keyboard.PressAsync("Enter");
        await ArriveAsync(window, "/place?");
        await TabToAsync(window, "Request the item");
        await window.Page.Keyboard.PressAsync("Enter");
        await ArriveAsync(window, "/place/loan?");
        await TabToAsync(window, "Send the request");
        await window.Page.Keyboard.PressAsync("Enter");
        await ArriveAsync(window, "/requests/");
        await window.ShouldSayAsync("Your request has been placed.");

        await TabToAsync(window, "Cancel this request");
        await window.Page.Keyboard.PressAsync("Space");
        await TabToAsync(window, "Yes, cancel it");
        await window.Page.Keyboard.PressAsync("Enter");
        await ArriveAsync(window, "/requests/", "told=cancelled");
    }

    [BrowserFact]
    public async Task A_loan_is_renewed_without_a_mouse()
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.OnLoanAsync(bench, "okafor");
        await using var window = await browser.OpenAsync(bench.Url);
        await window.SignInAsync("Dr Ngozi Okafor", $"/requests/{id}");
        await TabToAsync(window, "Ask for a renewal");
        await window.Page.Keyboard.PressAsync("Enter");

        await ArriveAsync(window, "/requests/", "told=renewal-asked");
    }

    private static Task ArriveAsync(AWindow window, string begins, string ends = "") => window.Page.WaitForURLAsync(address =>
        new Uri(address).PathAndQuery is var path && path.StartsWith(begins, StringComparison.Ordinal) && path.EndsWith(ends, StringComparison.Ordinal) && path != "/bench/sign-in");

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
          return [(it.innerText || it.labels?.[0]?.innerText || it.name || it.tagName).replace(/\s+/g, ' ').trim(), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? 'seen' : ''];
        }
        """) is [var text, var outline] ? (text, outline) : ("", "");
}
