using System.Text.RegularExpressions;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Account;

/// <summary>A person sees where they are signed in, and signs out there.</summary>
public sealed partial class DevicesTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private const string OnAPhone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";

    private readonly ABench _bench = fixture.Bench;

    [Fact]
    public async Task The_list_says_which_browser_it_is_and_which_is_this_one()
    {
        var (here, _) = (await SignedInAsync("smith"), await SignedInAsync("smith", OnAPhone));

        var page = (await here.GetAsync("/account/devices")).ShouldBe(200).Text;

        page.ShouldContain("Safari (iPhone)");
        page.ShouldContain("Unknown browser");
        HashField().Matches(page).Count.ShouldBe(2);
        Regex.Count(page, "This device").ShouldBe(1);
    }

    [Fact]
    public async Task Another_device_is_signed_out_and_this_one_goes_on()
    {
        var (here, phone) = (await SignedInAsync("oneill"), await SignedInAsync("oneill", OnAPhone));
        var hash = HashOf((await here.GetAsync("/account/devices")).Text, "iPhone");

        (await here.PostAsync("/account/devices", ("session", hash))).ShouldBe(303).Header("Location").ShouldBe("/account/devices?told=ended");

        (await phone.GetAsync("/account")).ShouldBe(303);
        (await here.GetAsync("/account/devices?told=ended")).ShouldBe(200).Text.ShouldContain("Signed out on that device.");
        (await here.PostAsync("/account/devices", ("session", hash))).ShouldBe(303).Header("Location").ShouldBe("/account/devices?told=gone");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_this_one_too()
    {
        var (here, phone) = (await SignedInAsync("fernandes"), await SignedInAsync("fernandes", OnAPhone));
        await here.GetAsync("/account/devices");

        (await here.PostAsync("/account/devices", ("session", "all"))).ShouldBe(303).Header("Location").ShouldBe("/signed-out");

        (await phone.GetAsync("/account")).ShouldBe(303);
        (await here.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task This_device_is_signed_out_like_by_the_button_above()
    {
        var here = await SignedInAsync("nakamura");
        var hash = HashOf((await here.GetAsync("/account/devices")).Text, "Unknown browser");

        (await here.PostAsync("/account/devices", ("session", hash))).ShouldBe(303).Header("Location").ShouldBe("/signed-out");

        (await here.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task Nobody_signs_out_another_person()
    {
        var (here, other) = (await SignedInAsync("petrov"), await SignedInAsync("tam-pui-shan"));
        var hash = HashField().Match((await other.GetAsync("/account/devices")).Text).Groups[1].Value;
        await here.GetAsync("/account/devices");

        (await here.PostAsync("/account/devices", ("session", hash))).ShouldBe(303).Header("Location").ShouldBe("/account/devices?told=gone");

        (await other.GetAsync("/account")).ShouldBe(200);
    }

    [Theory]
    [InlineData("zh-Hant", "登出所有裝置")]
    [InlineData("zh-Hans", "退出所有设备")]
    public async Task It_is_there_in_every_language(string language, string words)
    {
        var reader = await SignedInAsync("chan-siu-ming");
        await reader.GetAsync("/");
        await reader.PostAsync("/language", ("to", language), ("returnUrl", "/"));

        (await reader.GetAsync("/account/devices")).ShouldBe(200).Text.ShouldContain(words);
    }

    private async Task<AForm> SignedInAsync(string person, string? userAgent = null)
    {
        var reader = new AForm(_bench) { UserAgent = userAgent };
        await reader.SignInAsync(person);
        return reader;
    }

    /// <summary>The field that follows the name of the device.</summary>
    private static string HashOf(string page, string device) =>
        HashField().Match(page, page.IndexOf(device, StringComparison.Ordinal)).Groups[1].Value;

    [GeneratedRegex("""name="session" value="([0-9a-f]{64})""")]
    private static partial Regex HashField();
}
