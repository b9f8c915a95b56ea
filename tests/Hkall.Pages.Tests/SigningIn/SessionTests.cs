using Hkall.Pages.Kit;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>The session of the pages: whose it is, where it leads back to, and what it does not open.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Who_signs_in_is_greeted_by_name_and_in_their_language_until_they_sign_out()
    {
        var reader = new AForm(_bench);
        await reader.SignInAsync("wong-ka-yan");

        var page = await reader.GetAsync("/");
        page.Text.ShouldContain("黃嘉欣");
        page.Text.ShouldContain("<html lang=\"zh-Hant\">");

        (await reader.PostAsync("/sign-out")).ShouldBe(303).Header("Location").ShouldBe("/signed-out");
        (await reader.GetAsync("/")).Text.ShouldNotContain("黃嘉欣");
    }

    [Fact]
    public async Task The_language_can_be_changed_on_every_page_and_one_stays_on_it()
    {
        var reader = new AForm(_bench);
        await reader.GetAsync("/?q=kuhn");

        (await reader.PostAsync("/language", ("to", "zh-Hant"), ("returnUrl", "/?q=kuhn"))).ShouldBe(303).Header("Location").ShouldBe("/?q=kuhn");

        (await reader.GetAsync("/?q=kuhn")).Text.ShouldContain("找到 1 項");
    }

    [Fact]
    public async Task The_session_of_the_pages_does_not_open_the_api()
    {
        var reader = new AForm(_bench);
        await reader.SignInAsync("okafor");

        (await reader.GetAsync("/api/me")).ShouldBeProblem(401, "not-signed-in");
    }

    [Theory]
    [InlineData("/requests?show=all", "/requests?show=all")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\nevil", "/")]
    [InlineData("", "/")]
    public void Signing_in_leads_back_into_the_service_and_nowhere_else(string asked, string led) => PageLinks.Within(asked).ShouldBe(led);
}
