using System.Text.RegularExpressions;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Texts;

/// <summary>The pages in Simplified Chinese, for the readers who choose it or whose browser asks for it.</summary>
public sealed partial class SimplifiedChineseTests
{
    [Theory]
    [InlineData("zh-CN", "zh-Hans", "寻找及申请")]
    [InlineData("zh-Hans-CN,zh;q=0.9", "zh-Hans", "寻找及申请")]
    [InlineData("zh-SG", "zh-Hans", "寻找及申请")]
    [InlineData("zh", "zh-Hant", "尋找及申請")]
    [InlineData("zh-MO", "zh-Hant", "尋找及申請")]
    [InlineData("fr-FR,zh-CN;q=0.5", "zh-Hans", "寻找及申请")]
    public async Task A_browser_gets_the_script_of_its_region(string accepted, string language, string words)
    {
        await using var bench = await ABench.InMemoryAsync();

        var page = (await bench.SendAsync(HttpMethod.Get, "/", null, null, ("Accept-Language", accepted))).ShouldBe(200).Text;

        page.ShouldContain($"<html lang=\"{language}\">");
        page.ShouldContain(words);
    }

    [Fact]
    public async Task Each_page_offers_the_other_languages_in_their_own_names()
    {
        await using var bench = await ABench.InMemoryAsync();
        var reader = new AForm(bench);

        (await reader.GetAsync("/")).Text.ShouldContain("""<button class="quiet" name="to" value="zh-Hans" lang="zh-Hans">简体中文</button>""");
        (await reader.PostAsync("/language", ("to", "zh-Hans"), ("returnUrl", "/"))).ShouldBe(303);
        var page = (await reader.GetAsync("/")).Text;

        page.ShouldContain("""lang="en">English</button>""");
        page.ShouldContain("""lang="zh-Hant">繁體中文</button>""");
        page.ShouldNotContain("简体中文");
    }

    [Fact]
    public async Task A_patron_borrows_a_book_and_reads_every_page_in_simplified_characters()
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.OnTheShelfAsync(bench, "okafor");
        var reader = new AForm(bench);
        await reader.SignInAsync("okafor");
        await reader.GetAsync("/");
        await reader.PostAsync("/language", ("to", "zh-Hans"), ("returnUrl", "/"));

        foreach (var (path, words) in ((string, string)[])
        [
            ("/", "我的申请"), ("/requests", "可供领取"), ($"/requests/{id}", "服务台"), ("/account", "限额"), ("/account/fees", "费用"),
            ("/account/preferences", "邮件语言"), ("/account/data", "我们保存的您的数据"), ("/place/help", "馆员"), ("/no/such/page", "找不到此页面"),
        ])
        {
            var page = (await reader.GetAsync(path, ("Accept", "text/html"))).Text;

            page.ShouldContain("<html lang=\"zh-Hans\">", Case.Sensitive, path);
            page.ShouldContain(words, Case.Sensitive, path);
            // The other language and the library keep their own names.
            Names().Replace(page, string.Empty).Where(c => CatalogueTests.OnlyTraditional.Contains(c, StringComparison.Ordinal)).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task A_patron_can_have_the_mails_in_simplified_characters()
    {
        await using var bench = await ABench.InMemoryAsync();
        var reader = new AForm(bench);
        await reader.SignInAsync("okafor");
        await reader.GetAsync("/account/preferences");

        (await reader.PostAsync("/account/preferences", ("language", "zh-Hans"))).ShouldBe(303);

        (await reader.GetAsync("/account/preferences")).Text.ShouldContain("""value="zh-Hans" checked""");
    }

    [GeneratedRegex("""\p{IsCJKUnifiedIdeographs}+大學|繁體中文""")]
    private static partial Regex Names();
}
