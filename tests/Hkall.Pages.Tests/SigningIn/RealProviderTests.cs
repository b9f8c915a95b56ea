using Hkall.Domain.Model;
using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>Signing in at a certified provider, with the bench's own arguments.</summary>
public sealed class RealProviderTests
{
    /// <summary>Takes more than two seconds: it starts Node.js.</summary>
    [RealProviderFact]
    public async Task Who_a_certified_provider_lets_in_is_the_patron_of_its_userinfo_answer()
    {
        await using var provider = await ARealProvider.StartAsync();
        var seen = new PatronsSeen();
        await using var bench = await BenchAsync(provider, seen);
        await provider.ServeAsync(bench.Url);
        using var reader = new AWebClient(bench.Url);

        (await reader.GoAsync("/account")).ShouldBe(200);

        seen.At("/account").Person.ShouldBe(new Hkall.Service.Web.Person("Dr Ada Lo", "ada@ln.example", "zh-Hant", "s1234567", PatronGroup.Academic));
        seen.At("/account").IsStaff.ShouldBeTrue();
        reader.Text.ShouldContain("Dr Ada Lo");
        (await reader.GoAsync("/staff/directory/export")).ShouldBe(200);
    }

    /// <summary>Takes more than two seconds: it starts Node.js.</summary>
    [RealProviderFact]
    public async Task A_certified_provider_that_is_away_stops_nothing_but_signing_in()
    {
        await using var provider = await ARealProvider.StartAsync();
        await using var bench = await BenchAsync(provider);
        using var early = new AWebClient(bench.Url);

        (await early.GoAsync("/account")).ShouldBe(503);
        early.Text.ShouldContain("Sign-in is unavailable");
        (await early.GoAsync("/")).ShouldBe(200);

        await provider.ServeAsync(bench.Url);
        (await early.GoAsync("/account")).ShouldBe(200);

        await provider.GoAwayAsync();
        (await early.GoAsync("/account")).ShouldBe(200);
        using var late = new AWebClient(bench.Url);
        (await late.GoAsync("/account")).ShouldBe(503);

        await provider.ComeBackAsync();
        (await late.GoAsync("/account")).ShouldBe(200);
    }

    /// <summary>Takes more than two seconds: it starts Node.js.</summary>
    [RealProviderFact]
    public async Task Signing_out_at_a_certified_provider_ends_the_session_here_by_the_back_channel()
    {
        await using var provider = await ARealProvider.StartAsync();
        await using var bench = await BenchAsync(provider);
        await provider.ServeAsync(bench.Url);
        using var reader = new AWebClient(bench.Url);
        (await reader.GoAsync("/account")).ShouldBe(200);
        var kept = reader.CookiesFor(bench.Url);

        await reader.LeaveAsync(new Uri($"{provider.Issuer}/session/end"));

        (await bench.SendAsync(HttpMethod.Get, "/account", null, null, ("Cookie", kept))).ShouldBe(303);
    }

    private static Task<ABench> BenchAsync(ARealProvider provider, PatronsSeen? seen = null) => ABench.InMemoryAsync(
        services => services.AddSingleton<IStartupFilter>(seen ?? new PatronsSeen()),
        arguments => arguments with
        {
            SignInAt = new Uri(provider.Issuer),
            ClientId = ARealProvider.ClientId,
            ClientSecret = ARealProvider.ClientSecret,
        });
}
