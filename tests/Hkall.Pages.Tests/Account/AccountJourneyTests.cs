using System.Text.Json;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Account;

/// <summary>What a patron owes, which mails they get, and what is held about them.</summary>
public class AccountJourneyTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_is_owed_is_told_for_each_item_with_what_was_paid_and_waived(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var patron = bench.Patron(Readers.Patron(language));
        var lost = await Prepared.OnLoanAsync(bench, Readers.Patron(language), Orders.Piketty);
        await bench.LendingStaff().DoesAsync("lost", lost, new { replacementCost = new { currency = "HKD", amount = 450 } });
        var fees = (await patron.FeesAsync()).GetProperty("entries").EnumerateArray().ToDictionary(entry => entry.At("kind")!, entry => entry.At("id")!);
        var key = (await patron.GetAsync("/api/me")).ShouldBe(200).Json.At("patronId");
        (await bench.LendingStaff()
            .PutsFeeAsync(
                $"/api/staff/patrons/{key}/fees/{fees["replacement"]}/settle",
                new { reason = "cash, receipt 17", amount = new { currency = "HKD", amount = 200 } })).ShouldBe(200);
        (await bench.LendingStaff().PutsFeeAsync($"/api/staff/patrons/{key}/fees/{fees["processing"]}/waive", new { reason = "first time" })).ShouldBe(200);
        await using var window = await OpenAsync(bench, language, script: false);
        await window.PatronSignsInAsync("/account");

        await window.FollowAsync("You owe HKD 250.00", "您尚欠港幣250.00元");
        var text = await window.TextAsync();
        text.ShouldContain("Capital in the Twenty-First Century");
        text.ShouldContain(window.Say("Replacement of a lost item: HKD 450.00", "遺失資料的賠償：港幣450.00元"));
        text.ShouldContain(window.Say("HKD 250.00 owed", "尚欠港幣250.00元"));
        text.ShouldContain(window.Say("Paid HKD 200.00 (cash, receipt 17)", "已繳付 港幣200.00元 (cash, receipt 17)"));
        text.ShouldContain(window.Say("Waived by the Library", "圖書館已豁免"));
        text.ShouldContain(window.Say("declared lost", "已報失"));
        await window.ShouldBeAccessibleAsync("fees");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_runs_up_on_an_overdue_item_is_told_by_the_day(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.OnLoanAsync(bench, Readers.Patron(language));
        var due = DateOnly.Parse(
            (await bench.Patron(Readers.Patron(language)).SeesAsync(id)).At("loan.dueOn")!, System.Globalization.CultureInfo.InvariantCulture);
        await bench.MoveToAsync($"{due.AddDays(8):yyyy-MM-dd}T12:00:00+08:00");
        await using var window = await OpenAsync(bench, language, width: 390, height: 800);
        await window.PatronSignsInAsync("/account/fees");

        await window.ShouldSayAsync("You don’t owe any fees", "您沒有尚未繳付的費用");
        await window.ShouldSayAsync("a day. Please return it.", "請盡快歸還。");
        await window.ShouldBeAccessibleAsync("running up");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task Mails_are_had_in_the_other_language_and_without_a_reminder(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language, script: false);
        await window.PatronSignsInAsync("/account");
        await window.FollowAsync("Emails", "電郵通知");
        await window.ShouldBeAccessibleAsync("preferences");

        await window.CheckAsync(window.Say("繁體中文", "English"));
        await window.UncheckAsync(window.Say("Pickup reminder", "提醒領取"));
        await window.PressAsync("Save", "儲存");

        await window.ShouldSayAsync("Your preferences have been saved.", "您的選擇已儲存。");
        var chosen = (await bench.Patron(Readers.Patron(language)).GetAsync("/api/me/preferences")).ShouldBe(200).Json;
        chosen.At("language").ShouldBe(window.Say("zh-Hant", "en"));
        chosen.GetProperty("turnedOff").EnumerateArray().Select(notice => notice.GetString()).ShouldBe(["pickup-reminder"]);
        (await window.IsCheckedAsync(window.Say("Pickup reminder", "提醒領取"))).ShouldBeFalse();
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_is_held_is_shown_whole_can_be_taken_away_and_a_history_is_kept_only_on_request(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await bench.Patron(Readers.Patron(language)).HasPlacedAsync(Orders.Kuhn);
        await using var window = await OpenAsync(bench, language, width: 390, height: 800);
        await window.PatronSignsInAsync("/account/data");
        await window.ShouldSayAsync("Name, email address, language, user group", "姓名、電郵地址、語言及用戶類別");
        await window.ShouldSayAsync("We don’t keep your history.", "我們沒有為您保留借閱紀錄。");
        await window.OpenAllAsync();
        await window.ShouldSayAsync($"{Readers.Patron(language)}@ln.example");
        await window.ShouldBeAccessibleAsync("what is held");

        var file = await window.DownloadAsync(() => window.FollowAsync("[download]"));
        using var all = JsonDocument.Parse(file.Content);
        all.RootElement.GetProperty("holds").EnumerateArray().Select(held => held.At("kind")).ShouldContain("person");

        await window.PressAsync("Keep my history", "保留我的借閱紀錄");
        await window.ShouldSayAsync("We’ll keep your history from now on.", "由現在起保留您的借閱紀錄。");
        (await bench.Patron(Readers.Patron(language)).GetAsync("/api/me/history")).ShouldBe(200).Json.At("kept").ShouldBe("True");
        await window.PressAsync("Stop keeping history", "不再保留借閱紀錄");
        await window.ShouldSayAsync("We’ve stopped keeping your history.", "已停止保留借閱紀錄。");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_scan_that_is_of_no_use_is_reported_and_supplied_again(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.ReadyToDownloadAsync(bench, Readers.Patron(language));
        await using var window = await OpenAsync(bench, language, script: false);
        await window.PatronSignsInAsync($"/requests/{id}");
        await window.OpenAsync("Report a problem with the scan", "報告掃描本的問題");
        await window.CheckAsync(window.Say("Pages or parts are missing", "有缺頁或內容不全"));
        await window.ShouldBeAccessibleAsync("reporting");

        await window.PressAsync("Request a new scan", "要求重新提供");

        await window.ShouldSayAsync("We’ve asked the library for a new scan", "我們已請該圖書館重新提供掃描本");
        (await bench.LendingStaff().SeesAsync(id)).GetProperty("state").GetProperty("resupplies").GetInt32().ShouldBe(1);
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_patron_whose_downloads_are_used_up_may_still_say_that_the_scan_is_of_no_use(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.ReadyToDownloadAsync(bench, Readers.Patron(language));
        for (var n = 0; n < 5; n++)
        {
            (await bench.Patron(Readers.Patron(language)).DownloadsAsync(id)).ShouldBe(200);
        }

        await using var window = await OpenAsync(bench, language);
        await window.PatronSignsInAsync($"/requests/{id}");
        await window.ShouldSayAsync("Completed", "已完成");

        await window.ShouldSayAsync("Report a problem with the scan", "報告掃描本的問題");
        await window.ShouldBeAccessibleAsync("used up");
    }
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class AccountJourneyInBrowserTests(Browser browser) : AccountJourneyTests(browser), IClassFixture<Browser>;
