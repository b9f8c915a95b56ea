using System.Net.Http.Headers;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>What staff say to a borrowing library beyond yes and no, what they write down for it, and the scan they hand over.</summary>
public class LendingAnswersTests(Browser? browser = null) : JourneyTests(browser)
{
    private const string Department = "library@dh.example";

    private static object Chapter => new { title = "Orientalism", isbn = "9780394740676", chapterTitle = "Crisis", pages = "92-110" };

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_request_that_came_by_letter_is_keyed_in_offered_on_conditions_and_their_call_is_written_down(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync("/staff/lending");
        await window.FollowAsync("Add lending request", "輸入申請");
        await window.OpenAsync("Borrower not in directory", "名錄以外的借入館");
        await window.FillAsync("#name", "衞生署 Department of Health");
        await window.SelectAsync("#borrowerKind", "government");
        await window.FillAsync("#requestId", "DH/7");
        await window.FillAsync("#title", "Orientalism");
        await window.FillAsync("#isbn", "9780394740676");
        await window.ShouldBeAccessibleAsync("keying in");
        await window.PressAsync("Save", "儲存");
        await window.ShouldSayAsync("nobody could be told", "以便通知對方");
        await window.FillAsync("#email", Department);
        await window.FillAsync("#address", "Wu Chung House\n皇后大道東213號");
        await window.PressAsync("Save", "儲存");
        await window.ShouldSayAsync("Saved.", "已儲存。");
        await window.ShouldSayAsync("Conditions offered", "已提出條件");

        await window.OpenAsync("Supply on conditions", "有條件提供");
        await window.CheckAsync("[value=NoReproduction]");
        await window.FillAsync("#conditional-cost", "much");
        await window.PressAsync("Offer on these conditions", "提出條件");
        await window.ShouldSayAsync("An amount such as 12.50.", "請填寫金額，例如 12.50。");
        (await window.IsCheckedAsync("[value=NoReproduction]")).ShouldBeTrue();
        await window.FillAsync("#conditional-cost", "120");
        await window.PressAsync("Offer on these conditions", "提出條件");
        await window.ShouldSayAsync("no copies may be made; HKD 120.00", "不得複製；港幣120.00元");
        await window.OpenAsync("Record a reply by email or phone", "記錄對方的電郵或電話回覆");
        await window.SelectAsync("#heard-kind", "conditions-accepted");
        await window.FillAsync("#heard-text", "Ms Lo, by telephone");
        await window.ShouldBeAccessibleAsync("conditions offered");
        await window.PressAsync("Record the message", "記錄訊息");

        await window.ShouldSayAsync("they accept the conditions; Ms Lo, by telephone", "接受條件；Ms Lo, by telephone");
        await window.ShouldSayAsync("To pull", "待取件");
        (await bench.MailAsync(Department)).Select(mail => mail.At("template")).ShouldContain("lending-conditional");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_library_of_the_directory_is_chosen_told_to_ask_again_later_and_the_same_letter_is_found_again(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language, width: 390, height: 800);
        await window.StaffSignsInAsync("/staff/lending/new");
        await KeyInAsync(window, "CUHK/9");
        await window.OpenAsync("Retry later", "暫未能提供，稍後再申請");
        await window.SelectAsync("#retry-retry", "AtBindery");
        await window.FillAsync("#retry-retryAfter", "2026-12-15");
        await window.ShouldBeAccessibleAsync("asking them to come again");
        await window.PressAsync("Ask them to retry later", "請對方稍後再申請");

        await window.ShouldSayAsync("May ask again later", "可稍後再申請");
        await window.ShouldSayAsync("at the bindery; Tuesday 15 December 2026", "裝訂中；2026年12月15日");
        await window.GoAsync("/staff/lending/new");
        await KeyInAsync(window, "CUHK/9");
        await window.ShouldSayAsync("This request was already entered.", "此申請先前已經輸入。");
        await window.OpenAsync("Note for staff", "館員備註");
        await window.FillAsync("#note-text", "Bindery says mid-December.");
        await window.PressAsync("Add the note", "加入備註");
        await window.ShouldSayAsync("Bindery says mid-December.");
        await window.ShouldBeAccessibleAsync("keyed in");
        await bench.SettleAsync();
        var told = (await new ABorrower(bench, "CUHK").ToldAsync("CUHK/9")).Single(word => word.At("word") == "retry-possible");
        told.ToString().ShouldContain("2026-12-15");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_scan_is_handed_over_and_what_is_no_scan_is_not(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await ToScanAsync(bench);
        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync($"/staff/lending/{id}");
        await window.ShouldBeAccessibleAsync("to scan");
        await window.AttachAsync("#file", "letter.pdf", "application/pdf", "Dear colleagues"u8.ToArray());
        await window.PressAsync("Supply the scan", "提供掃描檔");
        await window.ShouldSayAsync("A scan is a PDF, a TIFF, a JPEG or a PNG.", "掃描檔須為 PDF、TIFF、JPEG 或 PNG 檔。");
        await window.AttachAsync("#file", "scan.tif", "application/octet-stream", [.. "II*\0"u8, .. new byte[40]]);
        await window.PressAsync("Supply the scan", "提供掃描檔");

        await window.ShouldSayAsync("Scan supplied", "已提供掃描檔");
        (await window.CountAsync("#file")).ShouldBe(0);
        var scan = (await bench.LendingStaff().GetAsync($"/api/staff/lending/{id}")).ShouldBe(200).Json.GetProperty("state").GetProperty("scan");
        scan.At("contentType").ShouldBe("image/tiff");
        scan.At("bytes").ShouldBe("44");
        (await bench.MailAsync(Department)).Select(mail => mail.At("template")).ShouldContain("lending-copy-completed");
    }

    [Fact]
    public async Task A_scan_is_taken_only_from_a_form_of_ours_and_where_one_is_awaited()
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await ToScanAsync(bench);
        var form = new AForm(bench);
        await form.SignInAsync("tsang-chi-ho");
        await form.GetAsync($"/staff/lending/{id}");

        (await SendAsync(form, id, token: "somebody else's")).ShouldBe(400).Text.ShouldNotContain("檔案沒有內容。");
        (await SendAsync(form, id)).ShouldBe(303);
        (await SendAsync(form, id)).ShouldBe(409).Text.ShouldContain("不能處理");
        (await SendAsync(form, "L0000000000000000000000000000000")).ShouldBe(404);
        (await form.PostAsync($"/staff/lending/{id}/file")).ShouldBe(400).Text.ShouldContain("檔案沒有內容。");
        (await form.GetAsync($"/staff/lending/{id}/file")).ShouldBe(303);
    }

    [Fact]
    public async Task What_the_rules_refuse_is_refused_with_its_reason_in_the_readers_language()
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await ToScanAsync(bench);
        var form = new AForm(bench);
        await form.SignInAsync("tsang-chi-ho");
        await form.GetAsync($"/staff/lending/{id}");
        (await SendAsync(form, id)).ShouldBe(303);
        await form.GetAsync($"/staff/lending/{id}");

        (await form.PostAsync($"/staff/lending/{id}", ("action", "conditional"), ("conditions", "NoReproduction"))).ShouldBe(409).Text.ShouldContain("已經太遲");
        (await form.PostAsync($"/staff/lending/{id}", ("action", "conditional"))).ShouldBe(400).Text.ShouldContain("操作「提出條件」須填寫此項。");
        (await form.PostAsync($"/staff/lending/{id}", ("action", "heard"), ("kind", "nothing"))).ShouldBe(400).Text.ShouldContain("請選擇其中一項：");
        (await form.PostAsync($"/staff/lending/{id}", ("action", "retry"), ("retry", "OnLoan"), ("retryAfter", "soon"))).ShouldBe(400).Text.ShouldContain(
            "請填寫日期");
        (await form.PostAsync($"/staff/lending/{id}", ("action", "burn"))).ShouldBe(404);
    }

    private static async Task<Answer> SendAsync(AForm form, string id, string? token = null)
    {
        using var content = new MultipartFormDataContent { { new StringContent(token ?? form.Token), "form-token" } };
        var file = new ByteArrayContent("%PDF-1.7 scan"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Add(file, "file", "scan.pdf");
        return await form.SendAsync($"/staff/lending/{id}/file", content);
    }

    private static async Task KeyInAsync(IVisitor window, string requestId)
    {
        await window.SelectAsync("#symbol", "CUHK");
        await window.FillAsync("#requestId", requestId);
        await window.FillAsync("#title", "Orientalism");
        await window.FillAsync("#isbn", "9780394740676");
        await window.PressAsync("Save", "儲存");
    }

    /// <summary>A chapter for a department, promised.</summary>
    private static async Task<string> ToScanAsync(ABench bench)
    {
        var keyed = await bench.LendingStaff().PostAsync("/api/staff/lending", new
        {
            borrower = new { name = "Department of Health", kind = "government", email = Department },
            requestId = "DH/8",
            service = "copy",
            item = Chapter,
            maxCost = new { currency = "HKD", amount = 100 },
            compliance = "s. 50, private study",
        });
        await bench.SettleAsync();
        keyed.ShouldBe(201).Json.At("status").ShouldBe("to-pull");
        return keyed.Json.At("id")!;
    }
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class LendingAnswersInBrowserTests(Browser browser) : LendingAnswersTests(browser), IClassFixture<Browser>;
