using System.Text;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Bench endpoints: no page of another site reaches the bench, by a name of its own or by a form.</summary>
public sealed class BenchDoorsTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private readonly ABench _bench = fixture.Bench;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:7071")]
    [InlineData("127.0.0.1.nip.io")]
    [InlineData("localhost.evil.example")]
    [InlineData("10.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("[fe80::1]")]
    public async Task Another_name_is_not_answered(string host)
    {
        foreach (var path in new[] { "/bench/clock", "/bench/people", "/api/me", "/", "/bench/partners" })
        {
            var answer = await _bench.SayAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));

            answer.ShouldStartWith("HTTP/1.1 400");
            answer.ShouldContain("unknown-host");
            answer.ShouldNotContain("whsec_");
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:7071")]
    [InlineData("127.0.0.1")]
    [InlineData("127.5.5.5:80")]
    [InlineData("[::1]:7071")]
    public async Task Its_own_names_are(string host) =>
        (await _bench.SayAsync(Encoding.ASCII.GetBytes($"GET /bench/clock HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")))
        .ShouldStartWith("HTTP/1.1 200");

    [Theory]
    [InlineData("POST", "/bench/sign-in", "text/plain", """{"person":"lam-mei-ling"}""")]
    [InlineData("POST", "/bench/sign-in", "application/x-www-form-urlencoded", """{"person":"lam-mei-ling"}""")]
    [InlineData("POST", "/bench/sign-in", "multipart/form-data; boundary=x", """{"person":"lam-mei-ling"}""")]
    [InlineData("POST", "/bench/sign-in", "text/plain; application/json", """{"person":"lam-mei-ling"}""")]
    [InlineData("POST", "/bench/clock", "text/plain", """{"advance":"P1D"}""")]
    [InlineData("PUT", "/bench/partners/*/script", "text/plain", """{"next":["silent"]}""")]
    [InlineData("PUT", "/bench/circulation/okafor", "text/plain", """{"checkOuts":0}""")]
    public async Task What_a_form_can_send_is_not_taken(string method, string path, string type, string body)
    {
        var before = await _bench.NowAsync();
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        (await _bench.SendAsync(HttpMethod.Parse(method), path, null, content)).ShouldBe(415).Text.ShouldNotContain("token");

        (await _bench.NowAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("/bench/sign-in", "https://evil.example")]
    [InlineData("/bench/sign-in", "null")]
    [InlineData("/bench/sign-in", "http://localhost:1")]
    [InlineData("/bench/settle", "https://evil.example")]
    [InlineData("/bench/clock", "https://evil.example")]
    public async Task What_a_page_of_another_site_sends_is_not_taken(string path, string origin)
    {
        var answer = await _bench.SendAsync(HttpMethod.Post, path, null, ABench.JsonOf("""{"person":"lam-mei-ling"}"""), ("Origin", origin));

        answer.ShouldBe(403);
        answer.Header("Access-Control-Allow-Origin").ShouldBeNull();
    }

    [Fact]
    public async Task What_a_page_of_its_own_sends_is() =>
        (await _bench.SendAsync(
            HttpMethod.Post, "/bench/sign-in", null, ABench.JsonOf(new { person = "okafor" }),
            ("Origin", _bench.Url.GetLeftPart(UriPartial.Authority)))).ShouldBe(200);
}
