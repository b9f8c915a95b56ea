using System.Text.Json;
using System.Text.RegularExpressions;
using Hkall.Pages.Staff.Handbook;
using Hkall.Pages.Tests.Attacks;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Texts;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Help;

/// <summary>The handbook says what the pages say: what it prints in bold stands on a button, a tab, a list or a field, word for word.</summary>
public sealed partial class HandbookTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private const int LongestPage = 60;

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "handbook");

    public static IEnumerable<object[]> Pages() => from language in Enum.GetValues<NoticeLanguage>()
                                                   from name in HandbookPages.Parts.SelectMany(part => part.Pages)
                                                   select new object[] { language.Tag(), name };

    [Theory, MemberData(nameof(Pages))]
    public void What_a_page_names_in_bold_stands_on_the_pages_in_its_language(string language, string name)
    {
        var texts = Texts(language);
        var known = (language == "en" ? texts.Values.Concat(Sentences()) : texts.Values).Select(text => text.Replace("{0}", "…", StringComparison.Ordinal)).ToHashSet();

        var labels = Bold().Matches(Text(language, name)).Select(match => match.Groups[1].Value).ToList();

        labels.ShouldNotBeEmpty();
        labels.Where(label => !known.Contains(label) && !known.Contains(label.TrimEnd(':', '：'))).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Pages))]
    public void A_page_is_short_and_says_the_same_in_each_language(string language, string name)
    {
        var (text, english) = (Text(language, name), Text("en", name));

        text.Split('\n').Length.ShouldBeLessThanOrEqualTo(LongestPage);
        Shape(text).ShouldBe(Shape(english));
        Links().Matches(text).Select(link => link.Groups[1].Value).ShouldBe(Links().Matches(english).Select(link => link.Groups[1].Value), ignoreOrder: true);
        Links().Matches(text).ShouldAllBe(link => File.Exists(Path.Combine(Folder, language, link.Groups[1].Value)));
    }

    [Fact]
    public void Each_file_is_a_page_and_each_page_a_file_in_each_language()
    {
        var pages = HandbookPages.Parts.SelectMany(part => part.Pages).Order().ToList();

        foreach (var language in Enum.GetValues<NoticeLanguage>())
        {
            Directory.GetFiles(Path.Combine(Folder, language.Tag())).Select(Path.GetFileNameWithoutExtension).Order().ShouldBe(pages);
        }
    }

    [Fact]
    public void Each_page_of_the_desk_has_help_of_its_own()
    {
        var pages = ARoute.Of(fixture.Bench)
            .Where(route => route.Method == "GET" && route.Pattern.StartsWith("/staff/", StringComparison.Ordinal) && !route.Pattern.StartsWith("/staff/help", StringComparison.Ordinal))
            .Select(route => route.Pattern).Distinct().ToList();

        pages.Count.ShouldBeGreaterThan(30);
        pages.Where(page => page is not ("/staff/counts" or "/staff/lending/counts") && HelpTopics.AddressFor(page) == HandbookPages.Address).ShouldBeEmpty();
    }

    [Fact]
    public async Task Staff_come_from_a_page_to_its_help_and_others_do_not()
    {
        var staff = new AForm(fixture.Bench);
        await staff.SignInAsync("lam-mei-ling");

        (await staff.GetAsync("/staff/worklists/on-hold-shelf")).ShouldBe(200).Text.ShouldContain("<a href=\"/staff/help/shelve\">Help</a>");
        (await staff.GetAsync("/staff/help/shelve")).ShouldBe(200).Text.ShouldContain("Shelve an item and keep it for the patron</bdi></h1>");
        (await staff.GetAsync("/staff/help/receive")).ShouldBe(200).Text.ShouldContain("<a href=\"/staff/help/undo\">Undo it</a>");
        (await staff.GetAsync("/staff/help")).ShouldBe(200).Text.ShouldContain("<a href=\"/staff/help/administer\">What runs by itself</a>");
        (await staff.GetAsync("/staff/help/another")).ShouldBe(404);
        var patron = new AForm(fixture.Bench);
        await patron.SignInAsync("okafor");
        (await patron.GetAsync("/staff/help")).ShouldBe(403);
    }

    private static string Text(string language, string name) => File.ReadAllText(Path.Combine(Folder, language, $"{name}.md"));

    /// <summary>The kinds of a page's lines, one after the other.</summary>
    private static string Shape(string text) => string.Concat(text.Split('\n').Select(line => line switch
    {
        ['#', '#', ..] => 'h',
        ['#', ..] => 'H',
        ['-', ' ', ..] => '-',
        [>= '0' and <= '9', ..] => '1',
        "" => ' ',
        _ => 'p',
    }));

    /// <summary>The sentences of pages are keyed by their English.</summary>
    private static IEnumerable<string> Sentences() =>
        Texts("zh-Hant").Keys;

    private static Dictionary<string, string> Texts(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Repository.Root, "functions", "Hkall.Service", "Texts", $"{language}.json")))!;

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Links();
}
