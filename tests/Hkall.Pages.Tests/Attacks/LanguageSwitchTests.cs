using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>Language switch: whatever its form says, one stays on the page, in one of the three languages.</summary>
public sealed class LanguageSwitchTests(SignedInBench fixture) : IClassFixture<SignedInBench>
{
    [Theory]
    [InlineData("zh-Hant", "zh-Hant")]
    [InlineData("zh-Hans", "zh-Hans")]
    [InlineData("en", "en")]
    [InlineData("", "en")]
    [InlineData("xx", "en")]
    [InlineData("../../etc/passwd", "en")]
    [InlineData("en\r\nSet-Cookie: a=b", "en")]
    [InlineData("<script>alert(1)</script>", "en")]
    [InlineData("en; Domain=evil.example", "en")]
    [InlineData("\u202E", "en")]
    public async Task Any_language_is_one_of_three(string to, string chosen)
    {
        var answer = await SwitchAsync(to, "/?q=kuhn");

        answer.ShouldBe(303).Header("Location").ShouldBe("/?q=kuhn");
        answer.Header("Set-Cookie")!.ShouldStartWith($"hkall-language={chosen};");
        answer.Header("Set-Cookie")!.ShouldNotContain("evil");
    }

    [Theory]
    [InlineData("/?q=歷史", "/?q=%E6%AD%B7%E5%8F%B2")]
    [InlineData("/?q=%E6%AD%B7%E5%8F%B2", "/?q=%E6%AD%B7%E5%8F%B2")]
    [InlineData("/requests/é", "/requests/%C3%A9")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\r\nSet-Cookie: a=b", "/")]
    [InlineData("/?a=\u0001", "/")]
    [InlineData("", "/")]
    public async Task Any_page_to_come_back_to_is_ours(string returnUrl, string led)
    {
        var answer = await SwitchAsync("zh-Hant", returnUrl);

        fixture.ShouldStayHere(answer, returnUrl);
        answer.ShouldBe(303).Header("Location").ShouldBe(led);
        answer.Headers.GetValues("Set-Cookie").Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_search_in_Chinese_survives_the_switch()
    {
        var visitor = fixture.NewVisitor();
        var page = await visitor.GetAsync($"/?q={Uri.EscapeDataString("紅樓夢")}");
        page.Text.ShouldContain("value=\"/?q=%E7%B4%85%E6%A8%93%E5%A4%A2\"");

        var switched = await visitor.PostAsync("/language", ("to", "zh-Hant"), ("returnUrl", "/?q=%E7%B4%85%E6%A8%93%E5%A4%A2"));

        (await visitor.GetAsync(switched.ShouldBe(303).Header("Location")!)).ShouldBe(200).Text.ShouldContain("value=\"紅樓夢\"");
    }

    private async Task<Answer> SwitchAsync(string to, string returnUrl)
    {
        var visitor = fixture.NewVisitor();
        await visitor.GetAsync("/");
        return await visitor.PostAsync("/language", ("to", to), ("returnUrl", returnUrl));
    }
}
