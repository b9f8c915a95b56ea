using Hkall.Pages.Tests.Kit;
using Hkall.Pages.Tests.SigningIn;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>The way through the provider and back, with each of its parts changed: nobody is signed in, and nothing is a fault of ours.</summary>
public sealed class OidcAttackTests(OidcAttackTests.Campus world) : IClassFixture<OidcAttackTests.Campus>
{
    private readonly ACampus _campus = world.Started;

    [Theory]
    [InlineData("/sign-in/callback")]
    [InlineData("/sign-in/callback?code=x")]
    [InlineData("/sign-in/callback?state=x")]
    [InlineData("/sign-in/callback?code=x&state=x")]
    [InlineData("/sign-in/callback?code=CODE")]
    [InlineData("/sign-in/callback?code=CODE&state=")]
    [InlineData("/sign-in/callback?code=CODE&state=x")]
    [InlineData("/sign-in/callback?code=x&state=STATE")]
    [InlineData("/sign-in/callback?code=&state=STATE")]
    [InlineData("/sign-in/callback?code=CODE&state=STATEx")]
    [InlineData("/sign-in/callback?id_token=x&state=STATE")]
    [InlineData("/sign-in/callback?access_token=x&state=STATE")]
    [InlineData("/sign-in/callback?error=access_denied&state=STATE")]
    [InlineData("/sign-in/callback?error=<script>alert(1)</script>&error_description=<img src=x onerror=alert(1)>&state=STATE")]
    [InlineData("/sign-in/callback?error=login_required&error_uri=javascript:alert(1)")]
    [InlineData("/sign-in/callback?error=x&error_description=%0d%0aSet-Cookie:%20x=1")]
    public async Task A_way_back_that_was_changed_signs_nobody_in(string changed)
    {
        var reader = new AForm(_campus.Bench);
        var back = new Uri(_campus.Bench.Url, await _campus.ThroughTheProviderAsync(reader, "/account")).Query;
        var sent = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(back);

        var answer = await reader.GetAsync(changed
            .Replace("CODE", Uri.EscapeDataString(sent["code"]!), StringComparison.Ordinal)
            .Replace("STATE", Uri.EscapeDataString(sent["state"]!), StringComparison.Ordinal));

        answer.Status.ShouldBe(400);
        answer.Text.ShouldNotContain("<script>alert");
        answer.Text.ShouldNotContain("<img");
        answer.Header("Set-Cookie")?.ShouldNotContain("x=1;");
        (await reader.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task A_way_back_signs_in_once()
    {
        var reader = new AForm(_campus.Bench);
        var back = await _campus.ThroughTheProviderAsync(reader, "/account");
        (await reader.GetAsync(back)).ShouldBe(302);
        await reader.GetAsync("/account");
        await reader.PostAsync("/sign-out");

        (await reader.GetAsync(back)).ShouldBe(400);
        (await reader.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task A_way_back_signs_in_no_other_browser()
    {
        var back = await _campus.ThroughTheProviderAsync(new AForm(_campus.Bench), "/account");
        var victim = new AForm(_campus.Bench);

        (await victim.GetAsync(back)).ShouldBe(400);
        (await victim.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task Two_ways_back_cannot_be_mixed()
    {
        var (one, two) = (new AForm(_campus.Bench), new AForm(_campus.Bench));
        var ofOne = new Uri(_campus.Bench.Url, await _campus.ThroughTheProviderAsync(one, "/account")).Query;
        var ofTwo = new Uri(_campus.Bench.Url, await _campus.ThroughTheProviderAsync(two, "/account")).Query;
        var mixed = $"/sign-in/callback?{ofOne.TrimStart('?').Split('&')[0]}&{ofTwo.Split('&')[1]}";

        (await two.GetAsync(mixed)).ShouldBe(400);
        (await two.GetAsync("/account")).ShouldBe(303);
    }

    [Theory]
    [InlineData("sub", "")]
    [InlineData("sub", " ")]
    [InlineData("nonce", "another")]
    public async Task A_token_that_names_nobody_or_answers_another_question_signs_nobody_in(string claim, string value)
    {
        _campus.Provider.InIdToken[claim] = value;
        try
        {
            var reader = new AForm(_campus.Bench);
            _campus.Provider.LastWord = true;

            (await reader.GetAsync(await _campus.ThroughTheProviderAsync(reader, "/account"))).Status.ShouldBe(400);
            (await reader.GetAsync("/account")).ShouldBe(303);
        }
        finally
        {
            _campus.Provider.InIdToken.Remove(claim);
            _campus.Provider.LastWord = false;
        }
    }

    /// <summary>The answer of UserInfo is about the same person as the token, or about nobody (OpenID Connect Core, 5.3.2).</summary>
    [Fact]
    public async Task A_userinfo_answer_about_another_person_signs_nobody_in()
    {
        _campus.Provider.InUserInfo["sub"] = "s-2";
        try
        {
            var reader = new AForm(_campus.Bench);

            (await reader.GetAsync(await _campus.ThroughTheProviderAsync(reader, "/account"))).Status.ShouldBe(400);
            (await reader.GetAsync("/account")).ShouldBe(303);
        }
        finally
        {
            _campus.Provider.InUserInfo.Remove("sub");
        }
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%09/evil.example")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl)
    {
        var reader = new AForm(_campus.Bench);
        var led = (await reader.GetAsync(await _campus.ThroughTheProviderAsync(reader, returnUrl))).ShouldBe(302).Header("Location")!;

        led.ShouldStartWith("/");
        new Uri(_campus.Bench.Url, led).Host.ShouldBe(_campus.Bench.Url.Host);
    }

    [Theory]
    [InlineData("/sign-out/callback")]
    [InlineData("/sign-out/callback?state=x")]
    public async Task The_way_back_from_signing_out_leads_nowhere_else(string path)
    {
        var answer = await new AForm(_campus.Bench).GetAsync(path);

        answer.Status.ShouldBeLessThan(500);
        (answer.Header("Location") ?? "/").ShouldStartWith("/");
    }

    /// <summary>A campus for all rows.</summary>
    public sealed class Campus : IAsyncLifetime
    {
        internal ACampus Started { get; private set; } = null!;

        public async Task InitializeAsync() => Started = await ACampus.StartAsync();

        public async Task DisposeAsync() => await Started.DisposeAsync();
    }
}
