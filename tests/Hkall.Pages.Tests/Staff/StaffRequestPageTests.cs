using Hkall.Pages.Tests.Kit;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Staff;

/// <summary>One request with everything behind it.</summary>
[Collection(nameof(Browser))]
public sealed class StaffRequestPageTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", "On its way to us", "Receive", "On the hold shelf", "Check out", "On loan", "Check in", "Going back", "Send back")]
    [InlineData("zh-HK", "運送中", "收件", "在預約書架", "借出", "借出中", "歸還", "歸還中", "寄回")]
    public async Task It_goes_all_its_way_by_the_buttons_of_its_page(
        string language, string onItsWay, string receive, string shelf, string checkOut, string onLoan, string checkIn, string goingBack, string sendBack)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language, script: false);
        await window.SignInAsync(Readers.Of(language), $"/staff/requests/{room.OnItsWay}");
        await window.ShouldSayAsync(onItsWay);
        await window.ShouldBeAccessibleAsync("on its way");

        await PressAsync(window, receive);
        await window.ShouldSayAsync(shelf);
        await window.ShouldBeAccessibleAsync("on the shelf");
        await PressAsync(window, checkOut);
        await window.ShouldSayAsync(onLoan);
        await PressAsync(window, checkIn);
        await window.ShouldSayAsync(goingBack);
        await PressAsync(window, sendBack);
        (await room.Bench.Desk().WorklistAsync("awaiting-receipt")).ShouldContain(room.OnItsWay);
        await window.ShouldBeAccessibleAsync("sent back");
    }

    [BrowserTheory, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task By_the_keyboard_alone_an_item_is_received_with_its_due_date_and_barcode(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language);
        await window.StaffSignsInAsync($"/staff/requests/{room.OnItsWay}");

        await TabToAsync(window, "barcode");
        await window.Page.Keyboard.TypeAsync("388880099");
        await TabToAsync(window, "receive");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**told=done");

        await window.ShouldSayAsync("388880099");
        await window.ShouldSayAsync("On the hold shelf", "在預約書架");
    }

    [BrowserTheory, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_refusal_says_why_and_what_was_ordered_twice_is_not_done_twice(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language);
        await window.StaffSignsInAsync($"/staff/requests/{room.OnItsWay}");
        await room.Bench.Desk().DoesAsync("receive", room.OnItsWay);

        await window.PressAsync("Receive", "收件");

        await window.ShouldSayAsync("The item has already been received.", "此項資料並非預期送達。");
        await window.ShouldBeAccessibleAsync("refused");
    }

    [BrowserTheory, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_staff_do_and_note_is_on_record_by_a_key_and_not_by_a_name(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language);
        await window.StaffSignsInAsync($"/staff/requests/{room.OnTheShelf}");

        await window.FillAsync(window.Say("Note for staff", "館員備註"), "Dust jacket torn on arrival.");
        await window.PressAsync("Add the note", "加入備註");

        await window.ShouldSayAsync("Dust jacket torn on arrival.");
        var text = await window.TextAsync();
        text.ShouldNotContain(Readers.Of(language));
        text.ShouldNotContain("Alex Smith");
        text.ShouldContain(window.Say("Received and put on the shelf", "已收件並放上預約書架"));
    }

    [BrowserTheory]
    [InlineData("en", "Find a request", "Nothing was found")]
    [InlineData("zh-HK", "尋找申請", "找不到申請")]
    public async Task A_request_is_found_by_its_title_and_by_its_number(string language, string heading, string nothing)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language);
        await window.SignInAsync(Readers.Of(language), "/staff/requests");
        (await window.HeadingAsync()).ShouldBe(heading);
        await window.ShouldBeAccessibleAsync("search");

        await window.GoAsync("/staff/requests?q=Structure");
        await window.ShouldSayAsync("The Structure of Scientific Revolutions");
        await window.GoAsync($"/staff/requests?q={room.AlsoOnItsWay.ToLowerInvariant()}");
        await window.ShouldSayAsync("Capital in the Twenty-First Century");
        await window.ShouldBeAccessibleAsync("found");
        await window.GoAsync("/staff/requests?q=zzzz");
        await window.ShouldSayAsync(nothing);
    }

    private static Task PressAsync(AWindow window, string action) =>
        window.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();

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
