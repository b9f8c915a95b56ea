using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>A bench with one portal, whose pages may show patrons their requests.</summary>
public sealed class BenchWithAPortal : IAsyncLifetime
{
    public const string Portal = "https://portal.library.example";

    public ABench Bench { get; private set; } = null!;

    public async Task InitializeAsync() => Bench = await ABench.InMemoryAsync(services => services.AddSingleton(new PortalOrigins([Portal])));

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}

/// <summary>CORS: only the portal's own pages, only to read the list or to ask for a renewal, and never with a cookie.</summary>
public sealed class CorsTests(BenchWithAPortal fixture) : IClassFixture<BenchWithAPortal>
{
    [Fact]
    public async Task The_portal_may_read_the_list()
    {
        var answer = await GetAsync("/api/requests", BenchWithAPortal.Portal);

        answer.ShouldBe(200).Header("Access-Control-Allow-Origin").ShouldBe(BenchWithAPortal.Portal);
        answer.Header("Access-Control-Allow-Credentials").ShouldBeNull();
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("*")]
    [InlineData("http://portal.library.example")]
    [InlineData("https://portal.library.example.evil.example")]
    [InlineData("https://evil-portal.library.example")]
    [InlineData("https://portal.library.example:8443")]
    [InlineData("https://portal.library.example@evil.example")]
    [InlineData("https://sub.portal.library.example")]
    [InlineData("file://")]
    public async Task No_other_origin_may(string origin)
    {
        (await GetAsync("/api/requests", origin)).Header("Access-Control-Allow-Origin").ShouldBeNull();
        (await PreflightAsync("/api/requests", origin, "GET")).Header("Access-Control-Allow-Origin").ShouldBeNull();
    }

    [Fact]
    public async Task The_portal_may_ask_for_a_renewal()
    {
        const string Renewal = "/api/requests/7YBQX1AGBZMSD7W1X4SXJB9YAJ/renew";

        var allowed = await PreflightAsync(Renewal, BenchWithAPortal.Portal, "POST");
        var stranger = await PreflightAsync(Renewal, "https://evil.example", "POST");

        allowed.Header("Access-Control-Allow-Origin").ShouldBe(BenchWithAPortal.Portal);
        allowed.Header("Access-Control-Allow-Credentials").ShouldBeNull();
        stranger.Header("Access-Control-Allow-Origin").ShouldBeNull();
    }

    [Theory]
    [InlineData("/api/me", "GET")]
    [InlineData("/api/me/data", "GET")]
    [InlineData("/api/requests", "POST")]
    [InlineData("/api/requests", "DELETE")]
    [InlineData("/api/requests/7YBQX1AGBZMSD7W1X4SXJB9YAJ", "GET")]
    [InlineData("/api/requests/7YBQX1AGBZMSD7W1X4SXJB9YAJ/cancel", "POST")]
    [InlineData("/api/requests/7YBQX1AGBZMSD7W1X4SXJB9YAJ/renew", "DELETE")]
    [InlineData("/api/requests/renew-all", "POST")]
    [InlineData("/api/staff/requests", "GET")]
    [InlineData("/account", "GET")]
    [InlineData("/bench/sign-in", "POST")]
    public async Task The_portal_may_do_nothing_else(string path, string method)
    {
        var answer = await PreflightAsync(path, BenchWithAPortal.Portal, method);

        var isAllowed = answer.Header("Access-Control-Allow-Origin") == BenchWithAPortal.Portal
            && answer.Header("Access-Control-Allow-Methods")?.Split(", ").Contains(method) == true;
        isAllowed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.library.example")]
    [InlineData("https://portal.library.example/")]
    [InlineData("https://portal.library.example/page")]
    [InlineData("http://portal.library.example")]
    [InlineData("portal.library.example")]
    [InlineData("null")]
    [InlineData("https://a@portal.library.example")]
    [InlineData("https://portal.library.example *")]
    public void A_setting_that_names_more_than_one_site_or_none_is_refused(string setting)
    {
        PortalOrigins.AreOrigins(setting).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => PortalOrigins.Of(setting));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://portal.library.example https://my.library.example:8443")]
    [InlineData("http://127.0.0.1:5000")]
    public void A_setting_of_origins_is_taken(string? setting) => PortalOrigins.AreOrigins(setting).ShouldBeTrue();

    private async Task<Answer> GetAsync(string path, string origin) =>
        await fixture.Bench.SendAsync(HttpMethod.Get, path, await fixture.Bench.Patron("okafor").TokenAsync(), null, ("Origin", origin));

    private Task<Answer> PreflightAsync(string path, string origin, string method) => fixture.Bench.SendAsync(
        HttpMethod.Options, path, null, null, ("Origin", origin), ("Access-Control-Request-Method", method),
        ("Access-Control-Request-Headers", "authorization"));
}
