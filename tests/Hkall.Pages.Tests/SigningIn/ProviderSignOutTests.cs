using Hkall.Pages.Tests.Kit;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>The provider ends a session, and ours with it.</summary>
public sealed class ProviderSignOutTests : IAsyncLifetime
{
    private ACampus _campus = null!;

    public async Task InitializeAsync() => _campus = await ACampus.StartAsync();

    public async Task DisposeAsync() => await _campus.DisposeAsync();

    [Fact]
    public async Task A_logout_token_for_a_session_ends_that_session_alone()
    {
        var (first, second) = (await SignedInAsync("one"), await SignedInAsync("two"));

        (await _campus.LogoutAsync(("logout_token", _campus.Provider.LogoutToken(claims => claims["sid"] = "one")))).ShouldBe(200)
            .Header("Cache-Control").ShouldBe("no-store");

        (await first.GetAsync("/account")).ShouldBe(303);
        (await second.GetAsync("/account")).ShouldBe(200);
    }

    [Fact]
    public async Task A_logout_token_for_a_person_ends_all_their_sessions()
    {
        var (first, second) = (await SignedInAsync("one"), await SignedInAsync("two"));

        (await _campus.LogoutAsync(("logout_token", _campus.Provider.LogoutToken()))).ShouldBe(200);

        (await first.GetAsync("/account")).ShouldBe(303);
        (await second.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task A_logout_token_without_a_person_ends_the_session_that_it_names()
    {
        var reader = await SignedInAsync("one");

        var token = _campus.Provider.LogoutToken(claims =>
        {
            claims.Remove("sub");
            claims["sid"] = "one";
        });

        (await _campus.LogoutAsync(("logout_token", token))).ShouldBe(200);
        (await reader.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task A_logout_token_counts_once()
    {
        var token = _campus.Provider.LogoutToken();
        (await _campus.LogoutAsync(("logout_token", token))).ShouldBe(200);
        var reader = await SignedInAsync("one");

        (await _campus.LogoutAsync(("logout_token", token))).ShouldBeProblem(400, "bad-logout-token");

        (await reader.GetAsync("/account")).ShouldBe(200);
    }

    [Fact]
    public async Task The_frame_of_the_provider_ends_the_session_that_it_names_without_our_cookie()
    {
        var (first, second) = (await SignedInAsync("one"), await SignedInAsync("two"));

        (await _campus.Bench.GetAsync($"/sign-out/by-provider?iss={Uri.EscapeDataString(_campus.Provider.Issuer)}&sid=one")).ShouldBe(200);

        (await first.GetAsync("/account")).ShouldBe(303);
        (await second.GetAsync("/account")).ShouldBe(200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?sid=one")]
    [InlineData("?iss=ISSUER")]
    [InlineData("?iss=https://other.example&sid=one")]
    public async Task A_link_that_does_not_name_the_provider_and_a_session_signs_nobody_out(string query)
    {
        var reader = await SignedInAsync("one");

        (await reader.GetAsync("/sign-out/by-provider" + query.Replace("ISSUER", Uri.EscapeDataString(_campus.Provider.Issuer), StringComparison.Ordinal)))
            .ShouldBe(400);

        (await reader.GetAsync("/account")).ShouldBe(200);
    }

    private Task<AForm> SignedInAsync(string providerSession)
    {
        _campus.Provider.InIdToken["sid"] = providerSession;
        return _campus.SignedInAsync();
    }
}
