using Hkall.Domain.Model;
using Hkall.LocalHost;
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

    [Fact]
    public async Task Claims_that_are_only_in_the_userinfo_answer_make_the_same_patron()
    {
        var seen = new PatronsSeen();
        await using var campus = await CampusAsync(seen);
        campus.Provider.KeepsToTheStandard = true;

        var reader = await campus.SignedInAsync();
        (await reader.GetAsync("/account")).ShouldBe(200).Text.ShouldContain("Dr Ada Lo");
        (await campus.Bench.GetAsync("/api/me", campus.Provider.AccessToken())).ShouldBe(200);

        seen.At("/account").ShouldBe(seen.At("/api/me"));
        seen.At("/account").Person.ShouldBe(new Person("Dr Ada Lo", "ada@ln.example", "zh-Hant", "s1234567", PatronGroup.Academic));
        seen.At("/account").IsStaff.ShouldBeTrue();
    }

    [Fact]
    public async Task An_address_that_nobody_has_verified_is_not_used_and_the_account_says_so()
    {
        var seen = new PatronsSeen();
        await using var campus = await CampusAsync(seen);
        campus.Provider.InIdToken["email_verified"] = false;
        campus.Provider.InIdToken["locale"] = "en";

        var page = (await (await campus.SignedInAsync()).GetAsync("/account")).ShouldBe(200).Text;

        seen.At("/account").Person.Email.ShouldBeEmpty();
        page.ShouldNotContain("ada@ln.example");
        page.ShouldContain("Your address has not been verified");
    }

    [Fact]
    public async Task While_the_provider_is_away_a_page_says_so_and_later_signing_in_works()
    {
        await using var campus = await CampusAsync();
        campus.Provider.IsDown = true;
        var reader = new AForm(campus.Bench);

        var away = (await reader.GetAsync("/sign-in?returnUrl=%2Faccount")).ShouldBe(503);
        away.Text.ShouldContain("Sign-in is unavailable");
        away.Header("Retry-After").ShouldNotBeNull();
        (await reader.GetAsync("/")).ShouldBe(200);

        campus.Provider.IsDown = false;
        var back = await campus.ThroughTheProviderAsync(reader, "/account");
        campus.Provider.IsDown = true;
        (await reader.GetAsync(back)).Status.ShouldBeOneOf(400, 503);
        campus.Provider.IsDown = false;
        (await reader.GetAsync(await campus.ThroughTheProviderAsync(reader, "/account"))).ShouldBe(302);
        (await reader.GetAsync("/account")).ShouldBe(200);
    }

    [Fact]
    public async Task A_person_who_has_to_sign_in_again_is_asked_by_the_provider_and_not_just_sent_back()
    {
        await using var campus = await CampusAsync();
        campus.Provider.InIdToken["auth_time"] = BenchServices.RealTime.GetUtcNow().AddHours(-2).ToUnixTimeSeconds();
        var staff = await campus.SignedInAsync();
        (await staff.GetAsync("/staff/directory/export")).ShouldBe(401);

        campus.Provider.InIdToken["auth_time"] = BenchServices.RealTime.GetUtcNow().ToUnixTimeSeconds();
        var back = await campus.ThroughTheProviderAsync(staff, "/staff/directory/export", "/sign-in/anew");

        campus.Provider.LastAsked["prompt"].ShouldBe("login");
        campus.Provider.LastAsked["max_age"].ShouldBe("900");
        (await staff.GetAsync(back)).ShouldBe(302).Header("Location").ShouldBe("/staff/directory/export");
        (await staff.GetAsync("/staff/directory/export")).ShouldBe(200);
    }

    private static Task<ACampus> CampusAsync(PatronsSeen? seen = null) =>
        ACampus.StartAsync(adapt: services => services.AddSingleton<IStartupFilter>(seen ?? new PatronsSeen()));

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
