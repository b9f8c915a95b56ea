using Hkall.Domain.Model;
using Hkall.Pages.SigningIn;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>Signing in at the campus identity provider, as on Azure.</summary>
public sealed class CampusSignInTests
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    [Fact]
    public async Task Who_the_provider_lets_in_has_a_session_and_is_back_where_they_were()
    {
        await using var provider = await AnIdentityProvider.StartAsync();
        await using var bench = await BenchAsync(provider);
        var reader = new AForm(bench);

        var back = await ThroughTheProviderAsync(bench, reader, "/account");
        var signedIn = (await reader.GetAsync(back)).ShouldBe(302);

        signedIn.Header("Location").ShouldBe("/account");
        (await reader.GetAsync("/account")).ShouldBe(200).Text.ShouldContain("Dr Ada Lo");
        provider.RedirectUris.ShouldBe([new Uri(bench.Url, "/sign-in/callback").ToString()]);
        reader.Cookies.ShouldNotContain("secret_of_theirs");
        reader.Cookies.Length.ShouldBeLessThan(3000, "A session keeps who somebody is, and nothing else.");
    }

    [Fact]
    public async Task The_patron_of_a_session_is_the_patron_of_the_token_in_every_member()
    {
        await using var provider = await AnIdentityProvider.StartAsync();
        var seen = new PatronsSeen();
        await using var bench = await BenchAsync(provider, seen);
        var reader = new AForm(bench);
        await reader.GetAsync(await ThroughTheProviderAsync(bench, reader, "/account"));

        (await reader.GetAsync("/account")).ShouldBe(200);
        (await bench.GetAsync("/api/me", provider.AccessToken())).ShouldBe(200);

        var (session, token) = (seen.At("/account"), seen.At("/api/me"));
        session.ShouldBe(token);
        session.Person.ShouldBe(new Person("Dr Ada Lo", "ada@ln.example", "zh-Hant", "s1234567", PatronGroup.Academic));
        session.IsStaff.ShouldBeTrue();
        (await reader.GetAsync("/account/data.json")).ShouldBe(200).Text.ShouldContain("s1234567");
    }

    [Fact]
    public async Task A_code_in_a_browser_that_did_not_ask_for_it_signs_nobody_in()
    {
        await using var provider = await AnIdentityProvider.StartAsync();
        await using var bench = await BenchAsync(provider);
        var back = await ThroughTheProviderAsync(bench, new AForm(bench), "/account");

        var other = new AForm(bench);
        var refused = (await other.GetAsync(back)).ShouldBe(400);

        refused.Text.ShouldContain("Sign-in failed");
        (await other.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task A_token_that_is_not_signed_by_the_provider_signs_nobody_in()
    {
        await using var provider = await AnIdentityProvider.StartAsync();
        await using var bench = await BenchAsync(provider);
        provider.Forges = true;
        var reader = new AForm(bench);

        (await reader.GetAsync(await ThroughTheProviderAsync(bench, reader, "/account"))).ShouldBe(400).Text.ShouldContain("Sign-in failed");
        (await reader.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_leads_to_where_the_providers_is_ended()
    {
        await using var provider = await AnIdentityProvider.StartAsync();
        await using var bench = await BenchAsync(provider);
        var reader = new AForm(bench);
        await reader.GetAsync(await ThroughTheProviderAsync(bench, reader, "/"));
        await reader.GetAsync("/");

        (await reader.PostAsync("/sign-out")).ShouldBe(303).Header("Location").ShouldBe("/signed-out");

        (await reader.GetAsync("/signed-out")).Text.ShouldContain("/sign-out/everywhere");
        (await reader.GetAsync("/sign-out/everywhere")).ShouldBe(302).Header("Location")!.ShouldStartWith($"{provider.Issuer}/leave");
        (await reader.GetAsync("/account")).ShouldBe(303);
    }

    /// <returns>The address at which the provider sends the browser back to us, with its code.</returns>
    private static async Task<string> ThroughTheProviderAsync(ABench bench, AForm reader, string returnUrl)
    {
        var sent = (await reader.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}")).ShouldBe(302);
        using var answer = await Http.GetAsync(sent.Header("Location"));
        var back = answer.Headers.Location!;
        back.GetLeftPart(UriPartial.Authority).ShouldBe(bench.Url.GetLeftPart(UriPartial.Authority));
        return back.PathAndQuery;
    }

    private static Task<ABench> BenchAsync(AnIdentityProvider provider, PatronsSeen? seen = null) => ABench.InMemoryAsync(services =>
    {
        services.AddSingleton<IStartupFilter>(seen ?? new PatronsSeen());
        services.AddSingleton(new SignInOptions(provider.Issuer, AnIdentityProvider.ClientId, [], $"{provider.Issuer}/.well-known/openid-configuration"));
        services.AddCampusSignIn(new CampusClient(AnIdentityProvider.Secret));
    });
}
