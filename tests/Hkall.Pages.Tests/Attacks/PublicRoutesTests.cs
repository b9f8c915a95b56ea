using Hkall.Pages.SigningIn;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>Which routes are open to everybody: those that say so, and no other.</summary>
public sealed class PublicRoutesTests(SignedInBench fixture) : IClassFixture<SignedInBench>
{
    [Fact]
    public void The_public_routes_are_these()
    {
        var open = ARoute.Of(fixture.Bench).Where(route => route.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(route => route.Pattern)
            .Where(pattern => pattern != "/bench" && !pattern.StartsWith("/bench/", StringComparison.Ordinal)).Distinct().ToList();

        open.ShouldBe(
        [
            "/", "/.well-known/security.txt", "/answer/{token}", "/api/answers/{token}", "/api/docs/{documentName?}", "/api/docs/favicon.svg",
            "/api/docs/scalar.aspnetcore.js", "/api/docs/scalar.js", "/api/downloads/{token}", "/api/iso18626", "/api/lending/answers/{token}",
            "/api/lending/files/{token}", "/api/openapi.json", "/invoices/{token}", "/lending/answer/{token}",
            "/api/partners/{symbol}/callbacks", "/api/partners/{symbol}/lending", "/api/partners/{symbol}/requests/{id}/file", "/downloads/{token}", "/healthz", "/help", "/help/{page}",
            "/language", "/promises", "/api/promises", "/lending/files/{token}", "/pages/my-requests.js", "/pages/{name}", "/readyz", "/sign-in", "/sign-out", "/sign-out/everywhere",
            "/signed-out",
            "/sign-out/back-channel", "/sign-out/by-provider", "/.well-known/openid-configuration", "/.well-known/jwks.json",
        ], ignoreOrder: true);
    }

    [Fact]
    public void Every_other_route_names_one_of_our_policies()
    {
        string[] ours = [SignIn.PatronPolicy, SignIn.StaffPolicy, PageSession.PatronPolicy, PageSession.StaffPolicy];

        ARoute.Of(fixture.Bench)
            .Where(route => route.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(route => !route.Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => ours.Contains(data.Policy)))
            .Select(route => $"{route.Method} {route.Pattern}")
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/forgotten")]
    [InlineData("/forgotten")]
    public async Task A_route_that_forgot_to_say_is_closed_to_everybody(string path)
    {
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton<IWebFeature>(new Forgetful()));
        var session = bench.SessionOf(LendingStaff.Person);

        (await bench.GetAsync(path)).ShouldBe(401);
        (await bench.GetAsync(path, await bench.Patron("okafor").TokenAsync())).Status.ShouldBeOneOf(401, 403);
        (await bench.GetAsync(path, await bench.LendingStaff().TokenAsync())).Status.ShouldBeOneOf(401, 403);
        (await bench.SendAsync(HttpMethod.Get, path, null, null, ("Cookie", $"{session.Name}={session.Value}"))).Status.ShouldBeOneOf(401, 403);
    }

    /// <summary>Adds two routes without a word of who may use them.</summary>
    private sealed class Forgetful : IWebFeature
    {
        public void UseIn(IApplicationBuilder app)
        {
        }

        public void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder routes)
        {
            routes.MapGet("/api/forgotten", () => "secret");
            routes.MapGet("/forgotten", () => "secret");
        }

        public void SetHeaders(HttpContext context)
        {
        }
    }
}
