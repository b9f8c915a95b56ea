using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>One request with everything behind it.</summary>
public class StaffRequestPageTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey]
    [InlineData("en", "On its way to us", "Receive", "On the hold shelf", "Check out", "On loan", "Check in", "Going back", "Send back")]
    [InlineData("zh-HK", "運送中", "接收", "在預約書架", "借出", "借出中", "歸還", "歸還中", "寄回")]
    public async Task A_request_goes_all_its_way_by_the_buttons_of_its_page(
        string language, string onItsWay, string receive, string shelf, string checkOut, string onLoan, string checkIn, string goingBack, string sendBack)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language, script: false);
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
        (await room.Bench.LendingStaff().WorklistAsync("awaiting-receipt")).ShouldContain(room.OnItsWay);
        await window.ShouldBeAccessibleAsync("sent back");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_page_that_is_old_says_what_was_not_done_and_whether_it_still_can_be(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language);
        await window.StaffSignsInAsync($"/staff/requests/{room.OnItsWay}");
        await room.Bench.LendingStaff().DoesAsync("receive", room.OnItsWay);

        await window.PressAsync("Receive", "接收");

        await window.ShouldSayAsync("This request has changed since you opened the page", "您開啟本頁後，此項申請已有變更");
        await window.ShouldSayAsync("You pressed “Receive”. That is no longer possible.", "您剛才按下「接收」。現已不能這樣做。");
        await window.ShouldSayAsync("On the hold shelf", "在預約書架");
        await window.ShouldBeAccessibleAsync("an old page");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_can_still_be_done_is_asked_again_and_done_with_what_was_filled_in(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language);
        await window.StaffSignsInAsync($"/staff/requests/{room.OnTheShelf}");
        await room.Bench.LendingStaff().DoesAsync("note", room.OnTheShelf, new { note = "Her brother will fetch it." });

        var lender = (await room.Bench.LendingStaff().SeesAsync(room.OnTheShelf)).At("request.supplier.symbol");

        await window.OpenAsync("Record damage", "記錄損毀");
        await window.FillAsync("#damaged-note", "Coffee on page 3.");
        await window.PressAsync("Record damage", "記錄損毀");
        await window.ShouldSayAsync("Coffee on page 3.");
        await window.ShouldSayAsync("Her brother will fetch it.");
        await window.ShouldBeAccessibleAsync("asked again");
        await window.PressAsync($"Yes: Record damage ({lender})", $"是：記錄損毀 ({lender})");

        await window.ShouldSayAsync("Done.", "已完成。");
        (await room.Bench.LendingStaff().SeesAsync(room.OnTheShelf)).ToString().ShouldContain("Coffee on page 3.");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_staff_do_and_note_is_on_record_by_a_key_and_not_by_a_name(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language);
        await window.StaffSignsInAsync($"/staff/requests/{room.OnTheShelf}");

        await window.FillAsync(window.Say("Note for staff", "館員備註"), "Dust jacket torn on arrival.");
        await window.PressAsync("Add the note", "加入備註");

        await window.ShouldSayAsync("Dust jacket torn on arrival.");
        var text = await window.TextAsync();
        text.ShouldNotContain(Readers.Of(language));
        text.ShouldNotContain("Alex Smith");
        text.ShouldContain(window.Say("Received and put on the hold shelf", "已接收並放上預約書架"));
    }

    [Journey]
    [InlineData("en", "Find a request", "No results")]
    [InlineData("zh-HK", "尋找申請", "找不到申請")]
    public async Task A_request_is_found_by_its_title_and_by_its_number(string language, string heading, string nothing)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language);
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

    private static Task PressAsync(IVisitor window, string action) =>
        window.PressAsync(action, exact: true);
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class StaffRequestPageInBrowserTests(Browser browser) : StaffRequestPageTests(browser), IClassFixture<Browser>;
