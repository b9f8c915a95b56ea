using Hkall.Pages.Tests.Kit;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Staff with the keyboard alone. A test takes more than two seconds: after every key the browser is asked where it is.</summary>
public sealed class StaffKeyboardTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserTheory, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task By_the_keyboard_alone_an_item_is_received_with_its_due_date_and_barcode(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language);
        await window.StaffSignsInAsync($"/staff/requests/{room.OnItsWay}");

        await TabToAsync(window, "barcode");
        await window.Page.Keyboard.TypeAsync("388880099");
        await TabToAsync(window, "receive");
        await window.EnterAsync(path => path.EndsWith("told=receive", StringComparison.Ordinal));

        await window.ShouldSayAsync("388880099");
        await window.ShouldSayAsync("On the hold shelf", "在預約書架");
    }

    /// <summary>From wherever one is, as often as it takes, but no further than a page has things to stop at.</summary>
    private static async Task TabToAsync(AWindow window, string what)
    {
        for (var stops = 0; stops < 60; stops++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            if (await window.Page.EvaluateAsync<bool>("what => document.activeElement.id === what || document.activeElement.value === what", what))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {what}.");
    }
}
