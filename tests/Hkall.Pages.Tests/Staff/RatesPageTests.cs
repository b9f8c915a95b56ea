using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>The exchange rates that staff enter, and the charges and fees that follow.</summary>
public class RatesPageTests(Browser? browser = null) : JourneyTests(browser)
{
    private static readonly object Gbp45 = new { currency = "GBP", amount = 45 };

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_rate_is_entered_refused_with_its_reason_and_removed(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync("/staff/rates");
        await window.ShouldSayAsync("No rates yet", "未有匯率");

        await window.FillAsync("#currency", "XYZ");
        await window.FillAsync("#hkdPerUnit", "2");
        await window.PressAsync("Save", "儲存");
        await window.ShouldSayAsync("A foreign currency of ISO 4217", "ISO 4217 所列的外幣代碼");
        await window.ShouldBeAccessibleAsync("a rate, with a fault");

        await window.FillAsync("#currency", "GBP");
        await window.FillAsync("#hkdPerUnit", "10.1234");
        await window.PressAsync("Save", "儲存");
        await window.ShouldSayAsync("10.1234");
        await window.ShouldBeAccessibleAsync("rates");

        var staff = bench.LendingStaff();
        (await staff.GetAsync("/api/staff/rates")).ShouldBe(200).Json.GetProperty("rates")[0].At("currency").ShouldBe("GBP");
        (await bench.SendAsync(HttpMethod.Put, "/api/staff/rates", await staff.TokenAsync(), ABench.JsonOf(new { currency = "XYZ", hkdPerUnit = 2 })))
            .ShouldBlame(400, "unknown-currency", "currency");

        await window.PressAsync("Remove", "刪除");
        await window.ShouldSayAsync("No rates yet", "未有匯率");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task The_sum_of_a_foreign_charge_is_entered_and_damage_is_charged_for(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        await bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        var symbol = (await patron.SeesAsync(id)).At("supplier.symbol")!;
        await bench.Library(symbol).SaysAsync("conditional", id, more: new { cost = Gbp45 });
        (await patron.PostAsync($"/api/requests/{id}/cost-decision", new { accept = true, amount = Gbp45 })).ShouldBe(200);
        await bench.Library(symbol).SaysAsync("shipped", id);
        await staff.DoesAsync("receive", id);

        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync($"/staff/requests/{id}");
        await window.ShouldSayAsync("there was no rate for it", "當時未有匯率");
        await window.FillAsync("#supply-amount", "470");
        await window.ShouldBeAccessibleAsync("entering the sum of a charge");
        await window.PressAsync("Charge this amount", "收取此金額");
        await window.ShouldSayAsync("Charge of the supplying library", "提供資料的圖書館的收費");

        await window.OpenAsync("Charge a fee", "收取費用");
        await window.FillAsync("#fee-amount", "120");
        await window.FillAsync("#fee-note", "Pages 3 to 8 are torn.");
        await window.PressAsync("Charge the fee", "收取費用");
        await window.ShouldSayAsync("Damage to an item", "資料損壞");
        await window.ShouldBeAccessibleAsync("fees that staff entered");
        (await patron.FeesAsync()).At("balance.amount").ShouldBe("590");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_patron_sees_what_a_foreign_charge_is_about_and_what_is_owed(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron(Readers.Patron(language)), bench.LendingStaff());
        (await bench.SendAsync(HttpMethod.Put, "/api/staff/rates", await staff.TokenAsync(), ABench.JsonOf(new { currency = "GBP", hkdPerUnit = 10.1234m })))
            .ShouldBe(200);
        await bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        var symbol = (await patron.SeesAsync(id)).At("supplier.symbol")!;
        await bench.Library(symbol).SaysAsync("conditional", id, more: new { cost = Gbp45 });

        await using var window = await OpenAsync(bench, language, script: false);
        await window.PatronSignsInAsync($"/requests/{id}");
        await window.ShouldSayAsync("about HKD 455.55", "約港幣455.55元");
        await window.ShouldBeAccessibleAsync("a foreign charge");
        (await patron.PostAsync($"/api/requests/{id}/cost-decision", new { accept = true, amount = Gbp45 })).ShouldBe(200);
        await bench.Library(symbol).SaysAsync("shipped", id);
        await staff.DoesAsync("receive", id);
        await window.ReloadAsync();
        await window.ShouldSayAsync("HKD 455.55, of which HKD 455.55 is still owed", "港幣455.55元，尚欠港幣455.55元");
    }
}
