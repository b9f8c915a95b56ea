using System.Text;
using System.Text.Json.Nodes;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>The directory as one document, downloaded and taken over with forms.</summary>
public class DirectoryDocumentTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task The_directory_is_downloaded_changed_looked_at_and_only_then_taken_over(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync("/staff/partners");
        var download = await window.DownloadAsync(() => window.FollowAsync("Download directory", "下載名錄檔案"));
        download.Name.ShouldBe("partners.json");
        var document = JsonNode.Parse(download.Content)!;

        await window.FollowAsync("Import file", "匯入名錄檔案");
        await window.ShouldBeAccessibleAsync("a document to choose");
        await LookAtAsync(window, document.ToJsonString());
        await window.ShouldSayAsync("No changes: the directory matches the file.", "沒有更改：名錄與檔案相同。");

        var entry = document["partners"]!.AsArray().Single(one => one!["symbol"]!.GetValue<string>() == "CUHK")!;
        entry["contact"]!["email"] = "nobody";
        entry["nameZhHant"] = "中大圖書館";
        await LookAtAsync(window, document.ToJsonString());
        await window.ShouldSayAsync("Nothing was imported", "沒有匯入任何資料");
        await window.ShouldSayAsync("Email", "電郵");
        await window.ShouldBeAccessibleAsync("a document with faults");
        entry["contact"]!["email"] = "ill@library.example";
        await LookAtAsync(window, document.ToJsonString());
        await window.ShouldSayAsync("CUHK: Name in Chinese, contact", "CUHK：中文名稱、聯絡方式");
        await window.ShouldBeAccessibleAsync("what would change");
        (await bench.LendingStaff().GetAsync("/api/staff/partners/CUHK")).ShouldBe(200).Json.At("nameZhHant").ShouldNotBe("中大圖書館");
        await window.PressAsync("Import", "確認匯入");

        await window.ShouldSayAsync("Directory imported.", "已匯入檔案。");
        (await bench.LendingStaff().GetAsync("/api/staff/partners/CUHK")).ShouldBe(200).Json.At("nameZhHant").ShouldBe("中大圖書館");
    }

    [Fact]
    public async Task What_is_taken_over_is_what_was_looked_at_and_its_secrets_are_not_to_be_read()
    {
        const string secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        await using var bench = await ABench.InMemoryAsync();
        var form = new AForm(bench);
        await form.SignInAsync("tsang-chi-ho");
        var document = JsonNode.Parse((await form.GetAsync("/staff/directory/export")).ShouldBe(200).Text)!;
        document["partners"]![0]!["secrets"] = new JsonArray(secret);
        await form.GetAsync("/staff/directory/import");

        var looked = (await SendAsync(form, "import", document.ToJsonString())).ShouldBe(200).Text;
        looked.ShouldNotContain("whsec_");
        looked.ShouldContain("新密鑰");
        (await form.PostAsync("/staff/directory/take-over", ("document", "AAAA"))).ShouldBe(400);
        (await form.PostAsync("/staff/directory/take-over")).ShouldBe(400);
        (await SendAsync(form, "import", "[]")).ShouldBe(400).Text.ShouldContain("此檔案並非名錄檔案。");
        (await SendAsync(form, "import", string.Empty)).ShouldBe(400).Text.ShouldContain("檔案沒有內容。");
        (await SendAsync(form, "import", new string(' ', (4 * 1024 * 1024) + 1))).ShouldBe(413);
        (await form.GetAsync("/staff/directory/take-over")).ShouldBe(303);
        (await SendAsync(form, "import", document.ToJsonString(), token: "another")).ShouldBe(400);

        var reader = new AForm(bench);
        await reader.SignInAsync("okafor");
        (await reader.GetAsync("/staff/directory/export")).Status.ShouldBe(403);
    }

    private static async Task LookAtAsync(IVisitor window, string document)
    {
        await window.AttachAsync("#document", "partners.json", "application/json", Encoding.UTF8.GetBytes(document));
        await window.PressAsync("Preview", "檢視更改");
    }

    private static async Task<Answer> SendAsync(AForm form, string action, string document, string? token = null)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token ?? form.Token), "form-token" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(document)), "document", "partners.json" },
        };
        return await form.SendAsync($"/staff/directory/{action}", content);
    }
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class DirectoryDocumentInBrowserTests(Browser browser) : DirectoryDocumentTests(browser), IClassFixture<Browser>;
