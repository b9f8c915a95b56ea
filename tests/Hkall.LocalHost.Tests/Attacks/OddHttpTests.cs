using System.Text;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Error messages, odd HTTP: what no client sends is refused, without a word of what is inside.</summary>
public sealed class OddHttpTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private static readonly string[] InnerWords = ["Exception", "   at ", "Hkall.", "Microsoft.", "System.", "/tmp/", ".cs:line", "Kestrel"];

    [Theory]
    [InlineData("TRACE / HTTP/1.1", "", 405)]
    [InlineData("CONNECT 127.0.0.1:443 HTTP/1.1", "", 400)]
    [InlineData("PROPFIND / HTTP/1.1", "", 405)]
    [InlineData("DELETE /api/requests HTTP/1.1", "", 405)]
    [InlineData("GET /../../etc/passwd HTTP/1.1", "", 404)]
    [InlineData("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", "", 404)]
    [InlineData("GET /..%5c..%5cwindows HTTP/1.1", "", 404)]
    [InlineData("GET //evil.example/ HTTP/1.1", "", 404)]
    [InlineData("GET http://evil.example/ HTTP/1.1", "", 400)]
    [InlineData("GET / HTTP/9.9", "", 505)]
    [InlineData("GET /\u00e9 HTTP/1.1", "", 400)]
    [InlineData("GET / HTTP/1.1", "Host: other\r\n", 400)]
    [InlineData("POST /api/requests HTTP/1.1", "Content-Length: -1\r\n", 400)]
    [InlineData("POST /api/requests HTTP/1.1", "Content-Length: 5\r\nContent-Length: 6\r\n", 400)]
    [InlineData("POST /api/requests HTTP/1.1", "Transfer-Encoding: identity\r\n", 400)]
    [InlineData("GET /api/me HTTP/1.1", "X Y: z\r\n", 400)]
    [InlineData("GET /api/me HTTP/1.1", ": z\r\n", 400)]
    [InlineData("GET /api/me HTTP/1.1", "Authorization: Bearer\r\n", 401)]
    [InlineData("GET /api/me HTTP/1.1", "Authorization: Basic YTpi\r\n", 401)]
    [InlineData("GET /api/me HTTP/1.1", "Authorization: Bearer a.b.c\r\nAuthorization: Bearer d.e.f\r\n", 401)]
    [InlineData("GET /api/me HTTP/1.1", "Cookie: hkall-session=x\r\n", 401)]
    [InlineData("GET /account HTTP/1.1", "Cookie: hkall-session=x\r\n", 303)]
    [InlineData("GET / HTTP/1.1", "Cookie: hkall-language=%0d%0a; hkall-forms=x\r\n", 200)]
    [InlineData("GET / HTTP/1.1", "Accept-Language: ;;;q=,\r\n", 200)]
    [InlineData("GET / HTTP/1.1", "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\n", 200)]
    [InlineData("GET / HTTP/1.1", "Range: bytes=0-0,1-1,2-2\r\n", 200)]
    [InlineData("GET / HTTP/1.1", "Expect: 200-maybe\r\n", 200)]
    [InlineData("GET / HTTP/1.1", "If-Modified-Since: never\r\nIf-None-Match: \"\r\n", 200)]
    [InlineData("GET / HTTP/1.1", "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings, close\r\nHTTP2-Settings: x\r\n", 200)]
    public async Task What_no_client_sends_is_answered_without_an_inner_word(string line, string headers, int status)
    {
        var answer = await SayAsync($"{line}\r\nHost: {fixture.Bench.Url.Authority}\r\nConnection: close\r\n{headers}\r\n");

        answer.ShouldStartWith($"HTTP/1.1 {status}");
        ShouldSayNothingInner(answer);
        answer.ShouldNotContain("evil.example");
    }

    [Theory]
    [InlineData("")]
    [InlineData("application/xml")]
    [InlineData("text/html")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=\"")]
    [InlineData("application/json, text/plain")]
    [InlineData("multipart/form-data")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("*/*")]
    public async Task A_body_of_any_type_to_any_call_is_answered(string type)
    {
        var token = await fixture.Bench.LendingStaff().TokenAsync();

        // Two calls take no body: here there is nothing to renew, and the letter of the call is the shipped one already.
        foreach (var call in (await ACall.AllAsync(fixture.Bench)).Where(call => call.Method != HttpMethod.Get && !TakesNoBody(call)))
        {
            using var content = new ByteArrayContent("\0\u00ff{["u8.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Type", type);

            var answer = await fixture.Bench.SendAsync(call.Method, call.Path, token, content);

            answer.Status.ShouldBeInRange(400, 499, $"{call.Method} {call.Path}: {answer.Text}");
            ShouldSayNothingInner(answer.Text);
        }
    }

    private static bool TakesNoBody(ACall call) =>
        call.Path == "/api/requests/renew-all"
        || (call.Method == HttpMethod.Delete && call.Path.StartsWith("/api/staff/letters/", StringComparison.Ordinal));

    private Task<string> SayAsync(string request) => fixture.Bench.SayAsync(Encoding.Latin1.GetBytes(request));

    private static void ShouldSayNothingInner(string answer)
    {
        foreach (var word in InnerWords)
        {
            answer.ShouldNotContain(word, Case.Sensitive);
        }
    }
}
