using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>A new policy on the pages: drafted, mended, put in force on a day, cancelled, put in force at once, and taken back.</summary>
public class PolicyVersionPagesTests(Browser? browser = null) : JourneyTests(browser)
{
    private const string Faulty = """{ "figures": { "version": "2026-12", "pickupDays": 0 } }""";
    private const string Mended = """{ "figures": { "version": "2026-12", "pickupDays": 5 } }""";

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_policy_is_drafted_mended_put_in_force_and_taken_back(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync("/staff/policies");
        await window.ShouldSayAsync("The file of the deployment.", "部署所附的文件。");
        await window.ShouldBeAccessibleAsync("the versions of the policy");

        await window.FillAsync("#text", Faulty);
        await window.FillAsync("#reason", "The committee decided it.");
        await window.PressAsync("Keep as a draft", "存為草稿");
        await window.ShouldSayAsync("Faults: 1", "錯誤：1項");
        await window.ShouldSayAsync("figures.pickupDays", "figures.pickupDays");
        await window.ShouldBeAccessibleAsync("a draft with faults");

        await window.FillAsync("#text", Mended);
        await window.PressAsync("Keep the changes and check them", "儲存修改並檢查");
        await window.ShouldSayAsync("Days on the hold shelf: 5 instead of 7", "預約書架保留日數：由7改為5");
        await window.ShouldBeAccessibleAsync("a draft without faults");

        await window.GoAsync("/staff/policies/2/lab");
        await window.ShouldSayAsync("What cannot be replayed", "不能重演的部分");
        await window.ShouldBeAccessibleAsync("a version tried on past requests");
        await window.GoAsync("/staff/policies/2");
        await window.FillAsync("#from", "2026-12-24");
        await window.PressAsync("Put this version in force", "使本版本生效");
        await window.ShouldSayAsync("waits for its day", "待生效");
        await window.PressAsync("Do not put it in force", "取消生效");
        await window.ShouldSayAsync("It is a draft again.", "現為草稿");
        (await StateAsync(bench)).ShouldBe(("draft", "7"));

        await window.PressAsync("Put this version in force", "使本版本生效");
        await window.ShouldSayAsync("in force", "現行");
        (await StateAsync(bench)).ShouldBe(("in-force", "5"));

        await window.GoAsync("/staff/policies/1");
        await window.ShouldSayAsync("was in force", "曾生效");
        await window.FillAsync("#reason", "It was better.");
        await window.PressAsync("Put this version in force again", "使本版本再次生效");
        await window.ShouldSayAsync("Same document as", "內容相同於");
        (await StateAsync(bench)).ShouldBe(("past", "7"));
    }

    private static async Task<(string? State, string Days)> StateAsync(ABench bench) => (
        (await bench.LendingStaff().GetAsync("/api/staff/policies/2")).ShouldBe(200).Json.At("version.state"),
        bench.Service<Hkall.Service.Policies.PolicyInForce>().Document.Figures.PickupDays.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
