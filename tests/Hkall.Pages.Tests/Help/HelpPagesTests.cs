using System.Text.RegularExpressions;
using Hkall.Pages.Help;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Policies;
using Hkall.Service.Texts;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Help;

/// <summary>Help for patrons: for everybody, in each language, and true to the policy in force.</summary>
public sealed partial class HelpPagesTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    public static IEnumerable<object[]> Pages() => from language in Enum.GetValues<NoticeLanguage>()
                                                   from name in HelpPages.Names
                                                   select new object[] { language, name };

    [Theory, MemberData(nameof(Pages))]
    public void A_page_names_the_figures_of_the_policy_and_leaves_no_gap(NoticeLanguage language, string name)
    {
        var policy = new PolicyDocument
        {
            Figures = new() { DownloadsAllowed = 61, DownloadDays = 62, PickupDays = 63, RenewalNoticeWorkingDays = 64, LostAfterDays = 65 },
            Retention = new() { ItemDays = 66, PersonDays = 67 },
            Audit = new() { KeepDays = 68 },
        };

        var html = HelpPages.Of(name, policy, language).Html;

        html.ShouldNotContain("{");
        string[] figures = name switch { "questions" => ["61", "62", "63", "64", "65"], "copyright" => ["61", "62"], "privacy" => ["62", "66", "67", "68"], _ => [] };
        figures.ShouldAllBe(figure => html.Contains(figure, StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_that_looks_like_html_is_shown_and_not_run() =>
        MarkdownPage.Of("# A title\n\n<script>alert(1)</script>\n").Html.ShouldBe("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");

    [Fact]
    public async Task Everybody_reads_them_and_every_page_leads_to_them()
    {
        foreach (var name in HelpPages.Names)
        {
            (await fixture.Bench.GetAsync("/")).Text.ShouldContain($"<a href=\"{HelpPages.AddressOf(name)}\">");
            (await fixture.Bench.GetAsync(HelpPages.AddressOf(name))).ShouldBe(200).Text.ShouldContain("<div class=\"prose\"><");
        }

        (await fixture.Bench.GetAsync("/help/copyright")).Text.ShouldContain("I need the copy for research or private study");
        (await fixture.Bench.GetAsync("/help/questions")).ShouldBe(404);
        (await fixture.Bench.GetAsync("/help/another")).ShouldBe(404);
    }

    [Fact]
    public async Task Every_link_leads_to_a_page_of_ours_or_to_the_law()
    {
        var patron = new AForm(fixture.Bench);
        await patron.SignInAsync("okafor");
        var links = HelpPages.Names
            .SelectMany(name => Href().Matches(HelpPages.Of(name, new PolicyDocument(), NoticeLanguage.English).Html))
            .Select(match => match.Groups[1].Value).Distinct().ToList();

        links.Count.ShouldBeGreaterThan(8);
        foreach (var link in links.Where(link => link[0] == '/'))
        {
            (await patron.GetAsync(link)).ShouldBe(200);
        }

        links.Where(link => link[0] != '/').ShouldBe(["https://www.elegislation.gov.hk/hk/cap528"]);
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Href();
}
