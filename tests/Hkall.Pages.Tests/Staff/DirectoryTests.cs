using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>The directory of libraries and the messages that nobody could use.</summary>
public class DirectoryTests(Browser? browser = null) : JourneyTests(browser)
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_library_is_added_changed_and_its_secret_is_replaced_and_never_shown(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync("/staff/partners");
        await window.FollowAsync("Add a library", "新增圖書館");
        await window.ShouldBeAccessibleAsync("a new entry");
        foreach (var (name, value) in ((string, string)[])[("symbol", "FILMS"), ("name", "Library of the Film Archive"), ("nameZhHant", "電影資料館圖書館"),
            ("agencyId", "HK:FILMS"), ("endpoint", "ftp://films.example")])
        {
            await window.FillAsync($"#{name}", value);
        }

        await window.PressAsync("Save", "儲存");
        await window.ShouldSayAsync("An absolute https address.", "請填寫以 https 開始的完整網址");
        await window.ShouldSayAsync("1 to 3 secrets", "須有 1 至 3 個密鑰");
        await window.ShouldBeAccessibleAsync("an entry with faults");
        await window.FillAsync("#endpoint", "https://films.example/iso18626");
        await window.FillAsync("#secrets", Secret);
        await window.FillAsync("#closures", "2026-12-24 2026-12-27 Christmas");
        await window.FillAsync("[id='contact.address']", "66 Causeway Road\nHong Kong");
        await window.PressAsync("Save", "儲存");

        await window.ShouldSayAsync("Saved.", "已儲存。");
        await window.ShouldSayAsync("1, not shown", "1 個，不會顯示");
        await window.ShouldBeAccessibleAsync("an entry");
        (await window.SourceAsync()).ShouldNotContain("whsec_");
        await window.FollowAsync("Edit", "修改");
        (await window.ValueAsync("#secrets")).ShouldBeEmpty();
        (await window.SourceAsync()).ShouldNotContain(Secret);
        await window.FillAsync("#secrets", Secret.Replace("MDEy", "OTk5", StringComparison.Ordinal));
        await window.UncheckAsync("#active");
        await window.PressAsync("Save", "儲存");

        await window.ShouldSayAsync("2, not shown", "2 個，不會顯示");
        await window.ShouldSayAsync("inactive", "停用");
        var kept = (await bench.LendingStaff().GetAsync("/api/staff/partners/FILMS")).ShouldBe(200).Json;
        kept.At("secrets").ShouldBe("2");
        kept.At("active").ShouldBe("False");
        kept.GetProperty("closures").EnumerateArray().ShouldHaveSingleItem().At("why").ShouldBe("Christmas");
        kept.GetProperty("contact").GetProperty("address").EnumerateArray().Select(line => line.GetString()).ShouldBe(["66 Causeway Road", "Hong Kong"]);
    }

    [Fact]
    public async Task What_the_form_of_an_entry_shows_is_the_whole_entry_and_keeping_it_unchanged_changes_nothing()
    {
        await using var bench = await ABench.InMemoryAsync();
        var reader = new AForm(bench);
        await reader.SignInAsync(LendingStaff.Person);
        foreach (var library in (await bench.LendingStaff().GetAsync("/api/staff/partners")).ShouldBe(200).Json.Items())
        {
            var before = library.GetRawText();
            var fields = Fields((await reader.GetAsync($"/staff/partners/{library.At("symbol")}/edit")).ShouldBe(200).Text);

            (await reader.PostAsync($"/staff/partners/{library.At("symbol")}/edit", fields)).ShouldBe(303);

            (await bench.LendingStaff().GetAsync($"/api/staff/partners/{library.At("symbol")}")).ShouldBe(200).Json.GetRawText().ShouldBe(before);
        }
    }

    [Fact]
    public async Task A_symbol_that_another_library_has_is_refused()
    {
        await using var bench = await ABench.InMemoryAsync();
        var reader = new AForm(bench);
        await reader.SignInAsync(LendingStaff.Person);
        await reader.GetAsync("/staff/new-partner");

        (await reader.PostAsync(
            "/staff/new-partner", ("symbol", "HKU"), ("name", "Another"), ("agencyId", "X:HKU"), ("protocol", "mail"),
            ("contact.email", "a@b.example"))).ShouldBe(409)
            .Text.ShouldContain("Another library has this symbol.");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_parked_message_is_read_tried_again_and_in_the_end_dismissed_with_a_reason(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await bench.Library("CUHK").SaysAsync("shipped", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync();
        await window.OpenAsync("More", "更多");
        await window.FollowAsync("Unprocessed messages", "待處理訊息");
        await window.ShouldSayAsync("No such request", "涉及的申請不存在");
        await window.PressAsync("Try again", "重試");
        await window.ShouldSayAsync("Queued for retry.", "訊息已重新排入佇列。");
        await bench.SettleAsync();

        await window.GoAsync("/staff/parked");
        await window.OpenAsync("Dismiss this message", "移除此訊息");
        await window.ShouldBeAccessibleAsync("dismissing");
        await window.FillAsync("[name=reason]", "Their test of a new system.");
        await window.PressAsync("Dismiss", "移除");

        await window.ShouldSayAsync("Dismissed. The reason has been recorded.", "已移除訊息，原因已記錄。");
        await window.ShouldSayAsync("No unprocessed messages.", "沒有待處理訊息。");
        await window.FollowAsync("Dismissed messages", "已移除的訊息");
        await window.ShouldSayAsync("Their test of a new system.");
        await window.ShouldBeAccessibleAsync("dismissed");
    }

    /// <summary>What a browser would send of the form, had nobody touched it.</summary>
    private static (string, string)[] Fields(string page)
    {
        var form = page[page.IndexOf("<form method=\"post\" action=\"/staff/partners/", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        var fields = new List<(string, string)>();
        foreach (var tag in System.Text.RegularExpressions.Regex.Matches(
            form, """<input[^>]*>|<textarea[^>]*>[^<]*|<select.*?</select>""", System.Text.RegularExpressions.RegexOptions.Singleline)
                .Select(match => match.Value))
        {
            var name = Attribute(tag, "name")!;
            if (tag.StartsWith("<select", StringComparison.Ordinal))
            {
                var options = System.Text.RegularExpressions.Regex.Matches(tag, "<option[^>]*>").Select(match => match.Value).ToList();
                fields.Add(
                    (name, Attribute(options.FirstOrDefault(option => option.Contains(" selected", StringComparison.Ordinal)) ?? options[0], "value")
                        ?? string.Empty));
            }
            else if (tag.StartsWith("<textarea", StringComparison.Ordinal))
            {
                fields.Add((name, System.Net.WebUtility.HtmlDecode(tag[(tag.IndexOf('>', StringComparison.Ordinal) + 1)..])));
            }
            else if (name != "form-token"
                && (!tag.Contains("type=\"checkbox\"", StringComparison.Ordinal) || tag.Contains(" checked", StringComparison.Ordinal)))
            {
                fields.Add((name, System.Net.WebUtility.HtmlDecode(Attribute(tag, "value") ?? string.Empty)));
            }
        }

        return [.. fields];
    }

    private static string? Attribute(string tag, string name) =>
        System.Text.RegularExpressions.Regex.Match(tag, $" {name}=\"([^\"]*)\"") is { Success: true } match ? match.Groups[1].Value : null;
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class DirectoryInBrowserTests(Browser browser) : DirectoryTests(browser), IClassFixture<Browser>;
