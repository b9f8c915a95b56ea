using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>What staff do with a request beyond its usual way: completing it, adding a library, a better scan, fees, and placing for a patron.</summary>
public class StaffDecidesTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task An_item_is_completed_a_library_is_added_and_the_request_goes_out(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id =
            (await bench.Patron("oneill")
                .PlaceAsync(new { service = "loan", staffHelp = true, note = "The one about lighthouses.", item = new { title = "A book" } })).ShouldBe(
                    201).Json.At("id")!;
        await bench.SettleAsync();
        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync($"/staff/requests/{id}");
        await window.FollowAsync("Complete details", "補充資料");
        await window.ShouldSayAsync("The one about lighthouses.");
        await window.FillAsync("#title", "The Structure of Scientific Revolutions");
        await window.FillAsync("#isbn", "9780226458121");
        await window.PressAsync("Save and search again", "儲存並查找");
        await window.ShouldSayAsync("This is not an ISBN", "並非有效的 ISBN");
        await window.ShouldBeAccessibleAsync("completing, with a fault");
        await window.FillAsync("#isbn", "9780226458120");
        await window.PressAsync("Save and search again", "儲存並查找");
        await window.ShouldSayAsync("The details were saved.", "資料已儲存。");

        await window.OpenAsync("Add a library to ask", "加入可詢問的圖書館");
        await window.SelectAsync("#symbol", "CUHK");
        await window.ShouldBeAccessibleAsync("adding a library");
        await window.PressAsync(window.Say("Add this library", "加入"), exact: true);
        await window.OpenAsync("Why these libraries", "選館次序");
        await window.ShouldSayAsync("Added by staff", "館員加入");
        await window.PressAsync("Approve", "批准");

        var state = (await bench.LendingStaff().SeesAsync(id)).GetProperty("state");
        state.At("status").ShouldNotBe("in-review");
        state.GetProperty("rota").EnumerateArray().Select(entry => entry.At("symbol")).ShouldContain("CUHK");
        state.At("item.isbn").ShouldBe("9780226458120");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task Why_these_libraries_is_told_with_rule_and_figures_and_who_is_not_asked_and_why(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        await using var window = await OpenAsync(bench, language, width: 390, height: 800);
        await window.StaffSignsInAsync($"/staff/requests/{id}");
        await window.OpenAsync("Why these libraries", "選館次序");
        await window.OpenAsync("Mails and messages", "郵件及訊息");

        var text = await window.TextAsync();
        text.ShouldContain(window.Say("Tier", "遠近"));
        text.ShouldContain(window.Say("HKALL before overseas", "HKALL先於海外"));
        text.ShouldContain(window.Say("working days", "個工作天"));
        text.ShouldContain(window.Say("in its catalogue", "目錄中有"));
        text.ShouldContain(window.Say("Request to supply", "發出申請"));
        text.ShouldNotContain("tell-supplier");
        await window.ShouldBeAccessibleAsync("routing");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_useless_scan_is_sent_back_to_its_library_by_staff(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.ReadyToDownloadAsync(bench, "okafor");
        await using var window = await OpenAsync(bench, language);
        await window.StaffSignsInAsync($"/staff/requests/{id}");
        await window.CheckAsync(window.Say("It cannot be opened or read", "無法開啟或閱讀"));
        await window.ShouldBeAccessibleAsync("resupply");

        await window.PressAsync("Request a new scan", "要求重新提供掃描檔");

        await window.ShouldSayAsync("asked to supply the scan again: It cannot be opened or read", "重新提供掃描檔：無法開啟或閱讀");
        (await bench.LendingStaff().SeesAsync(id)).GetProperty("state").GetProperty("resupplies").GetInt32().ShouldBe(1);
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_fee_is_paid_in_part_and_the_rest_is_waived(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.OnLoanAsync(bench, "okafor");
        await bench.LendingStaff().DoesAsync("lost", id, new { replacementCost = new { currency = "HKD", amount = 300 } });
        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync($"/staff/requests/{id}");
        await window.ShouldSayAsync("Replacement of a lost item: HKD 300.00", "遺失資料的賠償：港幣300.00元");

        await PayAsync(window, "350", "cash", "Record payment", "已繳付");
        await window.ShouldSayAsync("HKD 300.00 is owed", "金額有誤。");
        await window.ShouldBeAccessibleAsync("refused");
        await PayAsync(window, "100", "cash, receipt 9", "Record payment", "已繳付", open: false);
        await window.ShouldSayAsync("HKD 200.00 owed", "尚欠港幣200.00元");
        await PayAsync(window, "", "found second-hand", "Waive", "豁免");

        await window.ShouldSayAsync("Waived by the Library HKD 200.00 (found second-hand)", "圖書館已豁免 港幣200.00元 (found second-hand)");
        (await bench.Patron("okafor").FeesAsync()).GetProperty("entries")
            .EnumerateArray().Single(entry => entry.At("kind") == "replacement").At("owed.amount").ShouldBe("0");
        await window.ShouldBeAccessibleAsync("waived");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_request_is_placed_for_the_patron_at_the_desk_who_is_known_by_the_key_on_their_account(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        string key;
        await using (var theirs = await OpenAsync(bench, language))
        {
            await theirs.PatronSignsInAsync("/account");
            key = (await theirs.TextsAsync("dl.facts code"))[0];
        }

        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync();
        await window.FollowAsync("Submit a request for a patron", "代讀者提出申請");
        await window.FillAsync("#patron", "p00000000000000000000000000");
        await window.PressAsync("Continue", "繼續");
        await window.ShouldSayAsync("No patron with this ID", "沒有此編號的讀者");
        await window.ShouldBeAccessibleAsync("an unknown key");
        await window.FillAsync("#patron", key);
        await window.PressAsync("Continue", "繼續");
        await window.ShouldSayAsync("For DNO, academic staff.", "讀者：黃，研究人員。");
        (await window.TextAsync()).ShouldNotContain(Readers.PatronName(language));
        await window.PressAsync("Submit request", "提交申請");
        await window.ShouldSayAsync("The title is needed.", "請填寫題名");
        await window.ShouldBeAccessibleAsync("placing, with a fault");
        await window.FillAsync("#title", "The Structure of Scientific Revolutions");
        await window.FillAsync("#isbn", "9780226458120");
        await window.PressAsync("Submit request", "提交申請");

        await window.ShouldSayAsync("Request submitted for the patron.", "已代讀者提出申請。");
        await window.ShouldSayAsync("Placed by staff for the patron", "館員代讀者提出申請");
        (await bench.Patron(Readers.Patron(language)).MyRequestsAsync()).ShouldHaveSingleItem().At("item.isbn").ShouldBe("9780226458120");
    }

    private static async Task PayAsync(IVisitor window, string amount, string reason, string english, string chinese, bool open = true)
    {
        if (open)
        {
            await window.OpenAsync("Record payment or waive", "記錄繳付或豁免");
        }

        await window.FillAsync("[action*='/fees/'] [name=amount]", amount);
        await window.FillAsync("[action*='/fees/'] [name=reason]", reason);
        await window.PressAsync(window.Say(english, chinese), exact: true);
    }
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class StaffDecidesInBrowserTests(Browser browser) : StaffDecidesTests(browser), IClassFixture<Browser>;
