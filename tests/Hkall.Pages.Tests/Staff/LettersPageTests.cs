using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Administrators change what mails say, see every case before they save, and go back.</summary>
public class LettersPageTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_letter_is_changed_previewed_sent_and_put_back(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var patron = bench.Patron("okafor");
        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync("/staff/letters");
        await window.ShouldSayAsync("What the mails to patrons say", "發給讀者的電郵內容");
        await window.GoAsync("/staff/letters/ready-for-pickup?in=en");
        await window.ShouldSayAsync("The fields that it may use", "可用欄位");

        await window.FillAsync("#subject", "For {{ name }}");
        await window.PressAsync("Show every case", "檢視各種情況");
        await window.ShouldSayAsync("subjects show on locked screens", "鎖定的螢幕也會顯示主旨");
        await window.ShouldBeAccessibleAsync("a letter with a fault");

        await window.FillAsync("#subject", "Come to the counter");
        await window.PressAsync("Show every case", "檢視各種情況");
        await window.ShouldSayAsync("Come to the counter [k7m2qf]");
        await window.ShouldSayAsync("It is not saved", "尚未儲存");
        await window.ShouldBeAccessibleAsync("a letter in every case");
        (await bench.LendingStaff().GetAsync("/api/staff/letters/ready-for-pickup/en")).Json.At("version").ShouldBe("0");

        await window.PressAsync("Save", "儲存");
        await window.ShouldSayAsync("Mails say it like this within a few seconds", "數秒內發出的電郵即採用此內容");
        await window.ShouldSayAsync("Version 1", "第 1 版");
        (await PickupSubjectAsync(bench, patron, Orders.Kuhn)).ShouldStartWith("Come to the counter [");

        await window.PressAsync("Put the shipped text back", "回復原文");
        await window.ShouldSayAsync("The shipped text is back", "已回復原文");
        await window.ShouldBeAccessibleAsync("the shipped letter with its history");
        (await PickupSubjectAsync(bench, patron, Orders.Piketty)).ShouldStartWith("Ready for pickup");

        await window.OpenAllAsync();
        await window.PressAsync("Put version 1 back", "回復第 1 版");
        await window.GoAsync("/staff/letters");
        await window.ShouldSayAsync("changed Mon 23 Nov 2026", "已於 2026年11月23日（星期一） 修改");
    }

    [Fact]
    public async Task A_form_that_somebody_overtook_is_shown_again_with_what_is_now_in_use()
    {
        await using var bench = await ABench.InMemoryAsync();
        var staff = await AuditPagesTests.SignedInAsync(bench, LendingStaff.Person);
        var body = (await bench.LendingStaff().GetAsync("/api/staff/letters/overdue/en")).Json.At("body")!;
        (string, string)[] form = [("language", "en"), ("seen", "0"), ("body", body)];
        await staff.GetAsync("/staff/letters/overdue?in=en");

        (await staff.PostAsync("/staff/letters/overdue", [.. form, ("subject", "Mine")])).ShouldBe(303).Header("Location")
            .ShouldBe("/staff/letters/overdue?in=en&told=saved");
        var stale = (await staff.PostAsync("/staff/letters/overdue", [.. form, ("subject", "Theirs")])).ShouldBe(412).Text;
        stale.ShouldContain("Somebody else has changed this letter since you opened the page");
        stale.ShouldContain("<b>Mine</b>");
        stale.ShouldContain("value=\"Theirs\"");
        (await staff.PostAsync("/staff/letters/overdue", ("language", "en"), ("seen", "1"), ("version", "7"))).ShouldBe(404);
        (await staff.PostAsync("/staff/letters/no-such-letter", [.. form, ("subject", "Mine")])).ShouldBe(404);
        (await staff.GetAsync("/staff/letters/overdue?in=fr")).ShouldBe(404);
    }

    private static async Task<string> PickupSubjectAsync(ABench bench, APatron patron, object order)
    {
        await bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(order);
        await bench.Library((await patron.SeesAsync(id)).At("supplier.symbol")!).SaysAsync("shipped", id);
        await bench.LendingStaff().DoesAsync("receive", id);
        return (await patron.LettersAsync(id)).Last(mail => mail.At("template") == "ready-for-pickup").At("subject")!;
    }
}
