using Hkall.Pages.Tests.Kit;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Texts;

/// <summary>What is wrong with a form is said in the reader's language; programs read it in English.</summary>
public sealed class FaultTextsTests
{
    [Fact]
    public void A_sentence_about_a_field_keeps_its_figures_in_every_language()
    {
        var fields = new Fields();
        fields.Text("title", new string('x', 300), 200);
        fields.Date("neededBy", new DateOnly(2020, 1, 2), new DateOnly(2026, 11, 23), new DateOnly(2027, 11, 23));

        fields.Errors["title"].ShouldHaveSingleItem().English.ShouldBe("At most 200 characters.");
        NoticeLanguage.TraditionalChinese.Say(fields.Errors["title"]).ShouldBe("最多 200 個字元。");
        NoticeLanguage.SimplifiedChinese.Say(fields.Errors["title"]).ShouldBe("最多 200 个字符。");
        fields.Errors["neededBy"].ShouldHaveSingleItem().English.ShouldBe("A date from 2026-11-23 to 2027-11-23.");
        NoticeLanguage.TraditionalChinese.Say(fields.Errors["neededBy"]).ShouldBe("請填寫 2026-11-23 至 2027-11-23 之間的日期。");
    }

    [Fact]
    public void A_sentence_with_braces_of_its_own_stays_as_it_is()
    {
        Text text = "Neither {0} nor { is an argument.";

        text.In(NoticeLanguage.SimplifiedChinese).ShouldBe("Neither {0} nor { is an argument.");
        text.Find(NoticeLanguage.SimplifiedChinese).ShouldBeNull();
    }

    [Theory]
    [InlineData("wong-ka-yan", "tsang-chi-ho", null, "辦公室", "最多 200 個字元。", "沒有可供下載的檔案。", "1 至 50 項借出申請。")]
    [InlineData("wong-ka-yan", "tsang-chi-ho", "zh-Hans", "办公室", "最多 200 个字符。", "没有可供下载的文件。", "1 至 50 项借出申请。")]
    public async Task A_page_about_an_error_has_no_english_in_chinese(
        string patron, string staff, string? chosen, string office, string longest, string noFile, string ids)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.OnTheShelfAsync(bench, patron);
        var reader = await ReaderAsync(bench, patron, chosen);
        await reader.GetAsync($"/requests/{id}");

        var field = (await reader.PostAsync($"/requests/{id}/office-delivery", ("office", new string('x', 300)))).ShouldBe(400).Text;
        field.ShouldContain(office);
        field.ShouldContain(longest);
        field.ShouldNotContain("characters");
        (await reader.PostAsync($"/requests/{id}/download")).Text.ShouldContain(noFile);
        var form = await ReaderAsync(bench, staff, chosen);
        (await form.GetAsync("/staff/slips/shelf?ids=")).Text.ShouldNotContain("requests.");
        (await form.GetAsync("/staff/lending/paper/slips")).ShouldBe(400).Text.ShouldContain(ids);
    }

    private static async Task<AForm> ReaderAsync(ABench bench, string person, string? chosen)
    {
        var reader = new AForm(bench);
        await reader.SignInAsync(person);
        if (chosen is not null)
        {
            await reader.GetAsync("/");
            (await reader.PostAsync("/language", ("to", chosen), ("returnUrl", "/"))).ShouldBe(303);
        }

        return reader;
    }
}
