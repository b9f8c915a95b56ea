using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>What holds for every call of the service, taken from its own list of them.</summary>
public sealed class EveryCallTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private readonly ABench _bench = fixture.Bench;

    [Fact]
    public async Task Nobody_is_served_without_saying_who_they_are()
    {
        var routes = await ACall.AllAsync(_bench);
        routes.Count(route => route.SignedIn).ShouldBeGreaterThan(10);
        foreach (var route in routes.Where(route => route.SignedIn))
        {
            (await _bench.SendAsync(route.Method, route.Path)).ShouldBeProblem(401, "not-signed-in");
            (await _bench.SendAsync(route.Method, route.Path, "no-token")).ShouldBeProblem(401, "not-signed-in");
        }

        routes.Where(route => !route.SignedIn).Select(route => $"{route.Method} {route.Template}").ShouldBe(
        [
            "POST /api/downloads/{token}", "GET /api/lending/files/{token}", "GET /api/answers/{token}", "POST /api/answers/{token}",
            "GET /api/lending/answers/{token}", "POST /api/lending/answers/{token}",
            "POST /api/partners/{symbol}/lending", "POST /api/iso18626",
            "POST /api/partners/{symbol}/callbacks", "PUT /api/partners/{symbol}/requests/{id}/file", "GET /healthz", "GET /readyz", "GET /api/promises",
        ], ignoreOrder: true, "Whatever else is open to everybody is a mistake.");
    }

    [Fact]
    public async Task No_staff_call_is_for_patrons()
    {
        var patron = await _bench.Patron("okafor").TokenAsync();
        var routes = (await ACall.AllAsync(_bench)).Where(route => route.Template.StartsWith("/api/staff/", StringComparison.Ordinal)).ToList();

        routes.Count.ShouldBeGreaterThanOrEqualTo(8);
        foreach (var route in routes)
        {
            (await _bench.SendAsync(route.Method, route.Path, patron)).ShouldBeProblem(403, "not-allowed");
        }
    }

    [Fact]
    public async Task Every_answer_has_an_id_of_its_own()
    {
        var token = await _bench.LendingStaff().TokenAsync();
        var answers = new List<Answer>();
        foreach (var route in await ACall.AllAsync(_bench))
        {
            answers.Add(await _bench.SendAsync(route.Method, route.Path, token));
        }

        foreach (var path in new[] { "/", "/pages/app.css", "/downloads/no-token", "/api/openapi.json", "/no/such/thing", "/api/no/such/thing" })
        {
            answers.Add(await _bench.GetAsync(path));
        }

        answers.Add(await _bench.SendAsync(HttpMethod.Delete, "/api/me", token));
        answers.Add(await _bench.PostAsync("/api/requests", "not json", token));
        answers.Add(await _bench.PostAsync("/api/requests", new string(' ', 70_000), token));

        var ids = answers.Select(answer => answer.Header("X-Request-Id")).ToList();
        ids.ShouldAllBe(id => !string.IsNullOrEmpty(id));
        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    [Theory]
    [InlineData("/no/such/thing")]
    [InlineData("/api/no/such/thing")]
    [InlineData("/api/another.json")]
    [InlineData("/api/staff/no/such/thing")]
    [InlineData("/pages/index.html")]
    [InlineData("/pages/..%2fappsettings.json")]
    [InlineData("/appsettings.json")]
    public async Task What_there_is_not_is_a_problem_document(string path) =>
        (await _bench.GetAsync(path, await _bench.LendingStaff().TokenAsync())).ShouldBeProblem(404, "not-found");

    [Theory]
    [InlineData("DELETE", "/api/me", "GET")]
    [InlineData("PATCH", "/api/requests", "GET, POST")]
    [InlineData("PUT", "/api/requests/7YBQX1AGBZMSD7W1X4SXJB9YAJ", "GET")]
    [InlineData("GET", "/api/requests/7YBQX1AGBZMSD7W1X4SXJB9YAJ/cancel", "POST")]
    [InlineData("POST", "/api/requests/7YBQX1AGBZMSD7W1X4SXJB9YAJ/file", "GET")]
    [InlineData("GET", "/api/downloads/no-token", "POST")]
    [InlineData("GET", "/api/partners/HKU/callbacks", "POST")]
    [InlineData("POST", "/healthz", "GET, HEAD")]
    [InlineData("BREW", "/api/requests", "GET, POST")]
    public async Task A_method_that_is_not_taken_is_told_which_are(string method, string path, string allowed)
    {
        var answer = (await _bench.SendAsync(HttpMethod.Parse(method), path, await _bench.Patron("okafor").TokenAsync())).ShouldBeProblem(
            405, "method-not-allowed");

        answer.ContentHeaders.Allow.Order().ShouldBe(allowed.Split(", ").Order());
    }

    [Fact]
    public async Task The_process_and_its_storage_say_that_they_are_well()
    {
        (await _bench.GetAsync("/healthz")).ShouldBe(200).Text.ShouldBe("ok");
        (await _bench.GetAsync("/readyz")).ShouldBe(200).Text.ShouldBe("ready");
        (await _bench.SendAsync(HttpMethod.Head, "/healthz")).ShouldBe(200);
        (await _bench.SendAsync(HttpMethod.Head, "/readyz")).ShouldBe(200);
    }
}
