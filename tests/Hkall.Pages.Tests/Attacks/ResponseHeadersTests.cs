using System.Text;
using Hkall.Pages.Kit;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>Response headers: every route and every error has them, whether it is a page, a call, a file or a fault.</summary>
public sealed class ResponseHeadersTests(SignedInBench fixture) : IClassFixture<SignedInBench>
{
    /// <summary>What may be kept by a browser, and why it says so: the files have a hash in their name, the script of the portal is public.</summary>
    private static readonly string[] MayBeKept = ["/pages/{name}", "/pages/my-requests.js"];

    [Fact]
    public async Task Every_route_has_them_for_staff_and_for_strangers()
    {
        var routes = ARoute.Of(fixture.Bench);
        routes.Count.ShouldBeGreaterThan(150);
        foreach (var route in routes)
        {
            var path = route.With("7YBQX1AGBZMSD7W1X4SXJB9YAJ");
            using var content = route.Method is "POST" or "PUT" ? new StringContent("{}", Encoding.UTF8, "application/json") : null;
            using var again = route.Method is "POST" or "PUT" ? new StringContent("{}", Encoding.UTF8, "application/json") : null;

            ShouldBeCovered(await fixture.SendAsync(route.Method, path, content), $"{route.Method} {path}", MayBeKept.Contains(route.Pattern));
            ShouldBeCovered(
                await fixture.Bench.SendAsync(HttpMethod.Parse(route.Method), path, null, again), $"{route.Method} {path} as a stranger",
                MayBeKept.Contains(route.Pattern));
        }
    }

    [Theory]
    [InlineData("GET", "/api/me", 200)]
    [InlineData("GET", "/api/me/data", 200)]
    [InlineData("GET", "/api/me/fees", 200)]
    [InlineData("GET", "/api/requests", 200)]
    [InlineData("GET", "/api/staff/requests?q=kuhn", 200)]
    [InlineData("GET", "/api/staff/partners", 200)]
    [InlineData("GET", "/api/staff/partners/export", 200)]
    [InlineData("GET", "/api/openapi.json", 200)]
    [InlineData("GET", "/api/openurl?title=x", 200)]
    [InlineData("GET", "/account/data.json", 200)]
    [InlineData("GET", "/staff/directory/export", 200)]
    [InlineData("GET", "/healthz", 200)]
    [InlineData("HEAD", "/healthz", 200)]
    [InlineData("GET", "/no/such/page", 404)]
    [InlineData("GET", "/api/no/such/call", 404)]
    [InlineData("GET", "/pages/none.css", 404)]
    [InlineData("DELETE", "/api/me", 405)]
    [InlineData("PUT", "/", 405)]
    [InlineData("POST", "/api/requests", 400)]
    [InlineData("POST", "/api/iso18626", 415)]
    [InlineData("POST", "/api/partners/CUHK/callbacks", 401)]
    [InlineData("POST", "/language", 400)]
    [InlineData("GET", "/sign-in", 303)]
    [InlineData("GET", "/downloads/none", 404)]
    [InlineData("GET", "/answer/none", 404)]
    [InlineData("GET", "/bench/clock", 200)]
    [InlineData("GET", "/bench/people", 200)]
    public async Task An_answer_of_any_kind_has_them(string method, string path, int status)
    {
        using var content = method == "POST" ? new StringContent("{", Encoding.UTF8, "application/json") : null;
        var answer = await fixture.SendAsync(method, path, content);

        answer.ShouldBe(status);
        ShouldBeCovered(answer, path, false);
    }

    [Theory]
    [InlineData("/downloads/none")]
    [InlineData("/answer/none")]
    [InlineData("/lending/files/none")]
    [InlineData("/api/downloads/none")]
    public async Task An_address_that_is_a_secret_is_not_for_search_engines(string path) =>
        (await fixture.Bench.GetAsync(path)).Header("X-Robots-Tag").ShouldBe("noindex, nofollow");

    [Fact]
    public async Task The_portals_script_may_be_loaded_from_the_portal_and_nothing_else_from_elsewhere()
    {
        (await fixture.Bench.GetAsync("/pages/my-requests.js")).ShouldBe(200).Header("Cross-Origin-Resource-Policy").ShouldBe("cross-origin");
        (await fixture.Bench.GetAsync(PageFiles.Script)).ShouldBe(200).Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
    }

    [Fact]
    public async Task Over_TLS_a_browser_is_told_to_stay_there()
    {
        await using var bench = await ABench.InMemoryAsync(
            services => services.AddSingleton(new PublicAddress(() => new Uri("https://hkall.library.example"))));

        (await bench.GetAsync("/healthz")).Header("Strict-Transport-Security").ShouldBe(AnswerHeaders.OnlyOverTls);
        (await bench.GetAsync(PageFiles.Script)).Header("Strict-Transport-Security").ShouldBe(AnswerHeaders.OnlyOverTls);
        (await bench.GetAsync("/api/me")).Header("Strict-Transport-Security").ShouldBe(AnswerHeaders.OnlyOverTls);
        (await fixture.Bench.GetAsync("/")).Header("Strict-Transport-Security").ShouldBeNull("Here nobody has TLS.");
    }

    private static void ShouldBeCovered(Answer answer, string what, bool mayBeKept)
    {
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff", what);
        answer.Header("Referrer-Policy").ShouldBe("no-referrer", what);
        answer.Header("Permissions-Policy").ShouldBe(AnswerHeaders.Permissions, what);
        answer.Header("Cross-Origin-Resource-Policy").ShouldBeOneOf("same-origin", "cross-origin");
        answer.Header("Server").ShouldBeNull(what);
        answer.Header("X-Powered-By").ShouldBeNull(what);
        answer.Header("X-Request-Id").ShouldNotBeNullOrWhiteSpace(what);
        if (!mayBeKept)
        {
            answer.Header("Cache-Control").ShouldNotBeNull(what);
            answer.Header("Cache-Control")!.ShouldMatch("no-store|private, no-cache|no-cache, private", what);
        }

        if (answer.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            answer.Header("Content-Security-Policy")!.ShouldStartWith("default-src 'none'", Case.Sensitive, what);
            answer.Header("X-Frame-Options").ShouldBe("DENY", what);
        }
    }
}
