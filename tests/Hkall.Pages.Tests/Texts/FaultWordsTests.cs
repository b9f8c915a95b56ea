using System.Text.RegularExpressions;
using Hkall.Pages.Kit;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Notices;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Texts;

/// <summary>What the desk finds wrong it says in the reader's language.</summary>
public sealed partial class FaultWordsTests
{
    /// <summary>Of endpoints that no page leads to: their callers are programs, whose sentences stay English.</summary>
    private static readonly string[] OfPrograms =
    [
        "The body is null.", "A message has an id.", "One key of 1 to 200 printable ASCII characters.",
        "true or false.",
    ];

    [Fact]
    public void Every_sentence_about_a_field_has_its_chinese()
    {
        var sentences = Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions", "Hkall.Service"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Faults().Matches(File.ReadAllText(file)).Select(match => Interpolations().Replace(match.Groups[1].Value, "7")))
            .Distinct()
            .Except(OfPrograms)
            .ToList();

        sentences.Count.ShouldBeGreaterThan(40);
        sentences.Where(sentence => FaultWords.Find(sentence, NoticeLanguage.TraditionalChinese) is null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("At most 200 characters.", "最多 200 個字元。")]
    [InlineData("A date from 2026-11-23 to 2027-11-23.", "請填寫 2026-11-23 至 2027-11-23 之間的日期。")]
    [InlineData("An absolute https address.", "請填寫以 https 開始的完整網址；只有以電郵聯絡的圖書館可以留空。")]
    public void A_sentence_about_a_field_keeps_its_figures_in_chinese(string english, string chinese)
    {
        FaultWords.Find(english, NoticeLanguage.TraditionalChinese).ShouldBe(chinese);
        FaultWords.Find(english, NoticeLanguage.English).ShouldBe(english);
    }

    [Fact]
    public async Task A_page_about_an_error_has_no_english_in_chinese()
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.OnTheShelfAsync(bench, "wong-ka-yan");
        var reader = new AForm(bench);
        await reader.SignInAsync("wong-ka-yan");
        await reader.GetAsync($"/requests/{id}");

        var field = (await reader.PostAsync($"/requests/{id}/office-delivery", ("office", new string('x', 300)))).ShouldBe(400).Text;
        field.ShouldContain("辦公室");
        field.ShouldContain("最多 200 個字元。");
        field.ShouldNotContain("characters");
        var download = (await reader.PostAsync($"/requests/{id}/download")).Text;
        download.ShouldContain("沒有可供下載的檔案。");
        var desk = new AForm(bench);
        await desk.SignInAsync("tsang-chi-ho");
        (await desk.GetAsync("/staff/slips/shelf?ids=")).Text.ShouldNotContain("requests.");
        (await desk.GetAsync("/staff/lending/paper/slips")).ShouldBe(400).Text.ShouldContain("1 至 50 項借出申請。");
    }

    [GeneratedRegex("""(?:Fault\([^;]*?|BadInputException\.Field\([^;]*?), "[a-z]+(?:-[a-z]+)+", (?:string\.Create\(CultureInfo\.InvariantCulture, )?\$?"((?:[^"\\{]|\\.|\{(?:[^{}"]|"[^"]*")*\})+)"\)""")]
    private static partial Regex Faults();

    [GeneratedRegex("""\{(?:[^{}"]|"[^"]*")*\}""")]
    private static partial Regex Interpolations();
}
