using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Hkall.Pages.Staff.Policies;
using Hkall.Service.Policies;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using PolicyWords = Hkall.Pages.Staff.Policies.PolicyWords;

namespace Hkall.Pages.Tests.Staff;

/// <summary>The policy in force, in the words of the desk.</summary>
public sealed partial class PolicyPageTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private static readonly JsonElement Document = JsonSerializer.SerializeToElement(new PolicyDocument(), PagedJson.Options);

    [Fact]
    public void Every_member_of_the_policy_stands_under_a_heading_of_its_own()
    {
        var sections = PolicySections.Of(Document);

        sections.Select(section => section.Name).ShouldNotContain("other");
        sections.Sum(section => section.Values.Count + section.Tables.Sum(table => table.Rows.Count)).ShouldBeGreaterThan(110);
    }

    [Theory]
    [InlineData(NoticeLanguage.English)]
    [InlineData(NoticeLanguage.TraditionalChinese)]
    [InlineData(NoticeLanguage.SimplifiedChinese)]
    public void Every_member_and_every_value_is_in_words(NoticeLanguage language)
    {
        foreach (var section in PolicySections.Of(Document))
        {
            language.FindNamed("policy-section", section.Name).ShouldNotBeNull(section.Name);
            foreach (var member in section.Values.Concat(section.Tables.SelectMany(table => table.Rows)))
            {
                PolicyWords.Label(member, language).ShouldNotMatch(CodePattern);
                (member.Within == "roles" || PolicyWords.Label(member.Name, language) != member.Name).ShouldBeTrue(member.Name);
                var cells = PolicyColumns.Of(member.Value) is null ? [member.Value] : member.Value.EnumerateObject().Select(cell => cell.Value);
                cells.SelectMany(cell => PolicyWords.Lines(cell, language)).ShouldAllBe(line => !Code().IsMatch(line) || line.Contains("://", StringComparison.Ordinal), member.Name);
            }
        }
    }

    [Theory]
    [InlineData("""{ "workingDays": 2, "atMostDays": 7 }""", "2 working days, 7 days at most")]
    [InlineData("""{ "earliestWorkingDays": 3, "latestWorkingDays": 5 }""", "3 to 5 working days")]
    [InlineData("""{ "currency": "HKD", "amount": 30 }""", "HKD 30.00")]
    [InlineData("""{ "times": 60, "minutes": 10 }""", "60 times in 10 minutes")]
    [InlineData("""[1, 8, 15]""", "1, 8, 15")]
    [InlineData("""[]""", "none")]
    [InlineData("""null""", "none")]
    [InlineData("""true""", "yes")]
    [InlineData("\"20:00:00\"", "20:00")]
    [InlineData("\"2026-12-24\"", "Thu 24 Dec 2026")]
    [InlineData("\"notAllowed\"", "no")]
    public void A_value_is_one_short_line(string json, string line)
    {
        using var value = JsonDocument.Parse(json);

        PolicyWords.Lines(value.RootElement, NoticeLanguage.English).ShouldBe([line]);
    }

    [Fact]
    public void What_a_tier_or_a_person_may_have_stands_in_a_table_with_a_column_for_each()
    {
        var who = PolicySections.Of(Document)[0];

        var table = who.Tables.ShouldHaveSingleItem();
        table.Columns.Kind.ShouldBe("group");
        table.Rows.Select(row => PolicyWords.Label(row, NoticeLanguage.English)).ShouldBe(
        [
            "Loan: HKALL libraries", "Loan: other libraries in Hong Kong", "Loan: overseas libraries",
            "Copy: HKALL libraries", "Copy: other libraries in Hong Kong", "Copy: overseas libraries", "Items at once",
        ]);
    }

    [Fact]
    public async Task The_page_shows_the_policy_of_the_bench_in_Chinese_without_a_code()
    {
        var reader = await AuditPagesTests.SignedInAsync(fixture.Bench, "lam-mei-ling", "zh-Hant");

        var page = new HtmlParser().ParseDocument((await reader.GetAsync("/staff/policy")).ShouldBe(200).Text);

        var said = page.QuerySelectorAll("main dt, main dd, main th, main td").Select(cell => cell.TextContent.Trim()).ToList();
        said.Count.ShouldBeGreaterThan(250);
        said.Where(text => Code().IsMatch(text) && !text.Contains("://", StringComparison.Ordinal)).ShouldBeEmpty();
        said.ShouldContain("2 個工作天，最多 7 日");
    }

    private const string CodePattern = "[a-z][A-Z]|^[a-z]+-[a-z]+";

    /// <summary>A member's or a code's name: two words run into one, or joined by a dash.</summary>
    [GeneratedRegex(CodePattern)]
    private static partial Regex Code();
}
