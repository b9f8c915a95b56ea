using System.Text;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>A draft is changed in fields, without a script and without its document; a fault stands at its field, in the page's language.</summary>
public sealed class PolicyFieldsPageTests : IAsyncLifetime
{
    private const string Document = """{ "figures": { "version": "2026-12" } }""";

    private ABench _bench = null!;
    private AReader _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _staff = await DraftedAsync(Readers.English);
    }

    public async Task DisposeAsync()
    {
        await _staff.DisposeAsync();
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task A_number_a_choice_and_a_list_are_changed_and_the_draft_says_what_differs()
    {
        await _staff.FollowAsync("Change the draft in fields");
        await _staff.ShouldBeAccessibleAsync("a policy in fields");
        (await _staff.ValueAsync("[name='figures.loanDays.undergraduate']")).ShouldBe("30");
        await _staff.FillAsync("[name='figures.loanDays.undergraduate']", "21");
        await _staff.SelectAsync("[name='figures.loansEndWithCard']", "false");
        await _staff.PressAsync("Keep the changes and check them");
        (await _staff.TextAsync()).ShouldContain("The draft was kept.");

        await _staff.GoAsync("/staff/policies/2/fields?part=fines");
        await _staff.FillAsync("[name='figures.overdueNoticeDays']", "2, 9");
        await _staff.PressAsync("Keep the changes and check them");
        await _staff.GoAsync("/staff/policies/2/fields?part=mail");
        await _staff.FillAsync("[name='mail.quietFrom']", "21:30");
        await _staff.PressAsync("Keep the changes and check them");

        await _staff.GoAsync("/staff/policies/2");
        var text = await _staff.TextAsync();
        text.ShouldContain("Loan period in days (undergraduate student): 21 instead of 30");
        text.ShouldContain("Loans end with the library card: no instead of yes");
        text.ShouldContain("2, 9 instead of 1, 8, 15");
        text.ShouldContain("21:30:00 instead of 20:00:00");
    }

    [Fact]
    public async Task A_fault_stands_at_its_field_in_the_pages_language_and_nothing_is_kept()
    {
        await using var chinese = new AReader(_bench, Readers.Chinese);
        await chinese.StaffSignsInAsync("/staff/policies/2/fields?part=pickup");
        await chinese.FillAsync("[name='figures.pickupDays']", "0");
        await chinese.PressAsync("儲存修改並檢查");

        (await chinese.TextsAsync("[id='figures.pickupDays-wrong']")).ShouldHaveSingleItem().ShouldBe("0：須為1至1000的數字。");
        (await chinese.ValueAsync("[name='figures.pickupDays']")).ShouldBe("0");
        (await chinese.CountAsync("[name='figures.pickupDays'][aria-invalid=true]")).ShouldBe(1);
        await chinese.ShouldBeAccessibleAsync("faults at their fields");

        await chinese.FillAsync("[name='figures.pickupDays']", "seven");
        await chinese.PressAsync("儲存修改並檢查");
        (await chinese.TextsAsync("[id='figures.pickupDays-wrong']")).ShouldHaveSingleItem().ShouldBe("請填寫整數。");
        (await _bench.LendingStaff().GetAsync("/api/staff/policies/2")).Json.At("text").ShouldBe(Document);
    }

    [Fact]
    public async Task Every_part_shows_its_fields_and_only_a_draft_has_them()
    {
        await _staff.GoAsync("/staff/policies/2/fields");
        var parts = await _staff.LinksAsync("nav.contents a");
        parts.Count.ShouldBeGreaterThan(10);
        foreach (var part in parts)
        {
            (await _staff.GoAsync(part)).ShouldBe(200, part);
            (await _staff.CountAsync("main form input:not([type=hidden]), main form select, main form textarea")).ShouldBeGreaterThan(0, part);
            await _staff.ShouldBeAccessibleAsync(part);
        }

        (await _staff.GoAsync("/staff/policies/2/fields?part=nothing")).ShouldBe(404);
        (await _staff.GoAsync("/staff/policies/1/fields")).ShouldBe(404, "It is in force.");
        (await _staff.GoAsync("/staff/policies/9/fields")).ShouldBe(404);
    }

    [Fact]
    public async Task A_document_is_taken_from_a_file_and_one_that_is_no_text_is_refused()
    {
        await _staff.GoAsync("/staff/policies");
        await _staff.FillAsync("#reason", "From git.");
        await _staff.AttachAsync("#file", "policy.json", "application/json", Encoding.UTF8.GetBytes("""{ "figures": { "version": "2027-01", "pickupDays": 4 } }"""));
        await _staff.PressAsync("Keep as a draft");
        (await _staff.TextAsync()).ShouldContain("Days on the hold shelf: 4 instead of 7");

        await _staff.GoAsync("/staff/policies");
        await _staff.FillAsync("#reason", "A mistake.");
        await _staff.AttachAsync("#file", "policy.docx", "application/json", [0xff, 0xfe, 0x00, 0xd8]);
        await _staff.PressAsync("Keep as a draft");
        (await _staff.TextAsync()).ShouldContain("This file is no text in UTF-8.");
    }

    private async Task<AReader> DraftedAsync(string language)
    {
        var staff = new AReader(_bench, language);
        await staff.StaffSignsInAsync("/staff/policies");
        await staff.FillAsync("#text", Document);
        await staff.FillAsync("#reason", "The committee decided it.");
        await staff.PressAsync("Keep as a draft");
        return staff;
    }
}
