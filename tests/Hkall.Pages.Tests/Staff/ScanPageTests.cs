using Hkall.Pages.Tests.Kit;

namespace Hkall.Pages.Tests.Staff;

/// <summary>A member of staff with a scanner, which types what it reads and presses Enter.</summary>
public class ScanPageTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey]
    [InlineData("en", "Received: put it on the hold shelf.", "The item is now linked to this barcode.", "Checked out to the patron.")]
    [InlineData("zh-HK", "已接收：請放到預約書架。", "已記錄此資料的條碼。", "已借出給讀者。")]
    public async Task Without_a_script_and_without_a_mouse_one_parcel_is_received_and_labelled_and_an_item_checked_out(
        string language, string received, string labelled, string checkedOut)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language, script: false);
        await window.SignInAsync(Readers.Of(language), "/staff/scan");

        await ScanAsync(window, room.OnItsWay);
        await window.ShouldSayAsync(received);
        await ScanAsync(window, "388880012345");
        await window.ShouldSayAsync(labelled);
        await ScanAsync(window, room.OnTheShelf);
        await window.ShouldSayAsync(checkedOut);

        (await room.Bench.LendingStaff().SeesAsync(room.OnItsWay)).GetProperty("state").GetProperty("barcode").GetString().ShouldBe("388880012345");
    }

    [Journey]
    [InlineData("en", "No match for this barcode.", "Already processed")]
    [InlineData("zh-HK", "找不到此條碼的紀錄。", "重複掃描")]
    public async Task What_nobody_knows_and_what_was_scanned_twice_is_said_so_that_everybody_hears_it(string language, string unknown, string twice)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language, width: 390, height: 800);
        await window.SignInAsync(Readers.Of(language), "/staff/scan");
        await window.ShouldBeAccessibleAsync("scan page");

        await ScanAsync(window, "9999999");
        await window.ShouldSayAsync(unknown);
        (await window.CountAsync("[role=alert]")).ShouldBe(1);
        await window.ShouldBeAccessibleAsync("unknown barcode");

        await ScanAsync(window, room.OnItsWay);
        await window.ShouldBeAccessibleAsync("received");
        await ScanAsync(window, room.OnItsWay);
        await window.ShouldSayAsync(twice);
        (await room.Bench.LendingStaff().WorklistAsync("on-hold-shelf")).ShouldContain(room.OnItsWay);
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_scan_by_mistake_is_undone_from_the_answer_to_it(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await OpenAsync(room.Bench, language, script: false);
        await window.StaffSignsInAsync("/staff/scan");
        await ScanAsync(window, room.OnTheShelf);

        await window.OpenAsync("Undo: checked out", "撤銷：已借出");
        await window.ShouldBeAccessibleAsync("undo at the scan");
        await window.PressAsync("Undo", "撤銷此步驟");

        await window.ShouldSayAsync("Scanned by mistake.", "誤掃條碼。");
        (await room.Bench.LendingStaff().WorklistAsync("on-hold-shelf")).ShouldContain(room.OnTheShelf);
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_could_be_meant_otherwise_is_asked_and_done_when_answered(string language)
    {
        await using var room = await AStaffRoom.OpenAsync();
        (await room.Bench.Patron("okafor").PostAsync($"/api/requests/{room.OnItsWay}/office-delivery", new { office = "Department of History" })).ShouldBe(200);
        await room.Bench.LendingStaff().DoesAsync("receive", room.OnItsWay);
        await using var window = await OpenAsync(room.Bench, language, script: false);
        await window.StaffSignsInAsync("/staff/scan");

        await ScanAsync(window, room.OnItsWay);
        await window.ShouldSayAsync("What would you like to do?", "請選擇如何處理。");
        await window.ShouldBeAccessibleAsync("asked");
        await window.PressAsync("Check in", "歸還");

        await window.ShouldSayAsync("Back from the office: put it on the hold shelf.", "已從辦公室退回：請放到預約書架。");
    }

    private static Task ScanAsync(IVisitor window, string barcode) => window.EnterAsync("#barcode", barcode);
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class ScanPageInBrowserTests(Browser browser) : ScanPageTests(browser), IClassFixture<Browser>;
