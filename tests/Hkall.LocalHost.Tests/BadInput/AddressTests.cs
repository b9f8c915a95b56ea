using System.Text;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>Addresses, headers and queries that no well-behaved client would send.</summary>
public sealed class AddressTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private readonly ABench _bench = fixture.Bench;

    public static TheoryData<string> Ids() =>
    [
        "x", "%2F", "..%2F..%2Fetc", "a%2Fb", "%5C", "%23", "%3F", "a%5Cb%23c%3Fd", "%0A", "%0D%0A", "%7F", "%C3%A9", "%F0%9F%A7%AC", "%FF", "%ED%A0%80", "%20",
        "%25", "'",
        "%27%20or%201%20eq%201", "7ybqx1agbzmsd7w1x4sxjb9yaj", "7YBQX1AGBZMSD7W1X4SXJB9YA", "7YBQX1AGBZMSD7W1X4SXJB9YAJJ", "7YBQX1AGBZMSD7W1X4SXJB9YAI",
        "h:7YBQX1AGBZMSD7W1X4SXJB9YAJ",
        new string('A', 5_000), "null", "0", "-1", "{id}", "*",
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_id_that_can_be_none_is_not_found_on_any_call(string id)
    {
        var token = await _bench.LendingStaff().TokenAsync();
        foreach (var call in (await ACall.AllAsync(_bench)).Where(call => call.SignedIn && call.Template.Contains("{id}", StringComparison.Ordinal)))
        {
            var path = call.Template.Replace("{id}", id, StringComparison.Ordinal).Replace("{action}", "receive", StringComparison.Ordinal);
            (await _bench.SendAsync(call.Method, path, token)).ShouldBeProblem(404, "not-found");
        }

        (await _bench.PostAsync($"/api/downloads/{id}")).ShouldBeProblem(404, "not-found");
        (await _bench.GetAsync($"/downloads/{id}")).ShouldBe(404).ContentType.ShouldBe("text/html; charset=utf-8");
        (await _bench.GetAsync($"/api/staff/worklists/{id}", token)).ShouldBeProblem(404, "not-found");
        (await _bench.PostAsync($"/api/staff/requests/7YBQX1AGBZMSD7W1X4SXJB9YAJ/{id}", null, token)).ShouldBeProblem(404, "not-found");
        (await _bench.PostAsync($"/api/partners/{id}/callbacks", new { }, token)).ShouldBeProblem(401, "bad-signature");
    }

    /// <summary>The server itself turns these away, before there is anything that could write a problem document.</summary>
    [Theory]
    [InlineData("GET /api/requests/%00 HTTP/1.1")]
    [InlineData("GET /api/requests/a b HTTP/1.1")]
    [InlineData("GET /api/requests/\0 HTTP/1.1")]
    [InlineData("GET api/requests HTTP/1.1")]
    [InlineData("G@T /api/requests HTTP/1.1")]
    [InlineData("nonsense")]
    public async Task What_is_no_HTTP_is_a_bad_request(string line) => ShouldBeRefused(await SayAsync(line));

    [Fact]
    public async Task An_address_of_ten_thousand_characters_is_refused()
    {
        ShouldBeRefused(await SayAsync($"GET /api/requests/{new string('a', 10_000)} HTTP/1.1"));
        ShouldBeRefused(await SayAsync($"GET /api/requests?after={new string('a', 10_000)} HTTP/1.1"));
        ShouldBeRefused(await SayAsync($"GET /{string.Concat(Enumerable.Repeat("a/", 3_000))} HTTP/1.1"));
    }

    [Fact]
    public async Task Headers_that_are_too_many_or_too_long_are_refused()
    {
        ShouldBeRefused(await SayAsync("GET /api/me HTTP/1.1", $"Authorization: Bearer {new string('a', 40_000)}"));
        ShouldBeRefused(await SayAsync("GET /api/me HTTP/1.1", [.. Enumerable.Range(0, 500).Select(n => $"X-{n}: x")]));
    }

    [Fact]
    public async Task A_key_of_other_characters_is_refused()
    {
        var order = "{}";
        foreach (var key in new[] { "鑰匙", "caf\u00E9", "a\u0001b" })
        {
            var answer = await SayAsync(
                "POST /api/requests HTTP/1.1",
                $"Authorization: Bearer {await _bench.Patron("okafor").TokenAsync()}", "Content-Type: application/json", $"Content-Length: {order.Length}",
                $"Idempotency-Key: {key}", "", order);
            ShouldBeRefused(answer);
            answer.ShouldStartWith("HTTP/1.1 400");
        }
    }

    [Theory]
    [InlineData("/api/me?x=%00")]
    [InlineData("/api/me?%00=%00")]
    [InlineData("/api/requests?state=all&state=all")]
    [InlineData("/api/requests?unknown=1&limit=1")]
    [InlineData("/api/staff/requests?q=%00%01%7F%F0%9F%A7%AC%2F%5C%23%3F%27")]
    [InlineData("/api/staff/requests?q=%ED%A0%80")]
    [InlineData("/api/staff/requests?q=")]
    [InlineData("/api/staff/requests?q=a&q=b")]
    [InlineData("/api/staff/requests?%3F%3F%3F&&&=")]
    public async Task A_strange_query_is_answered_or_refused_and_breaks_nothing(string path) =>
        (await _bench.GetAsync(path, await _bench.LendingStaff().TokenAsync())).Status.ShouldBeOneOf(200, 400);

    [Fact]
    public async Task Range_and_other_conditions_are_no_way_round()
    {
        var patron = _bench.Patron("petrov");
        var id = await patron.HasPlacedAsync(Orders.Kuhn);

        (await patron.GetAsync($"/api/requests/{id}", ("Range", "bytes=0-1"))).ShouldBe(200);
        (await patron.GetAsync($"/api/requests/{id}", ("If-Match", "\"x\""), ("If-Modified-Since", "nonsense"), ("Accept", "image/png"))).ShouldBe(200);
        (await patron.GetAsync(
            $"/api/requests/{id}", ("X-HTTP-Method-Override", "DELETE"), ("X-Original-URL", "/api/staff/parked"), ("X-Forwarded-For", "::1"))).ShouldBe(200);
    }

    private static void ShouldBeRefused(string answer)
    {
        answer.ShouldStartWith("HTTP/1.1 4");
        answer.ShouldNotContain("Exception");
    }

    private Task<string> SayAsync(string line, params string[] rest) =>
        _bench.SayAsync(
            Encoding.UTF8.GetBytes(
                string.Join(
                    "\r\n",
                    [line, $"Host: {_bench.Url.Authority}", "Connection: close", .. rest, .. rest.Contains("") ? Array.Empty<string>() : ["", ""]])));
}
