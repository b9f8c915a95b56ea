using System.Text;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Attacks by JSON, rightly signed: none is taken for a message, and none is a fault of ours.</summary>
public sealed class JsonTests(AttackBench attacked) : IClassFixture<AttackBench>
{
    private static readonly string[] Bad =
    [
        "", " ", "null", "true", "1", "\"text\"", "[]", "[{}]", "{}", "{", "}", "{]", "{\"a\":1,}", "{'a':1}", "{a:1}", "// comment\n{}", "{}{}", "{} x",
        "\ufeff{}",
        "{\"__proto__\":{}}", "{\"status\":\"shipped\"}", "NaN", "{\"a\":NaN}", "{\"a\":Infinity}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":1e999999}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\x41\"}", "{\"a\":\"\u0001\"}", "{\"a\":\"\n\"}",
        """{"messageId":"m","requestId":"r","status":"shipped","status":"unfilled"}""",
        """{"messageId":"m","requestId":"r","status":"SHIPPED"}""",
        """{"messageId":"m","requestId":"r","status":2}""",
        """{"messageId":"m","requestId":"r","status":["shipped"]}""",
        """{"messageId":{"$type":"System.IO.FileInfo"},"requestId":"r","status":"shipped"}""",
        """{"$type":"System.Diagnostics.Process","messageId":"m","requestId":"r","status":"shipped"}""",
        """{"messageId":"m","requestId":"r","status":"shipped","isAdmin":true}""",
        """{"messageId":"m","requestId":"r","status":"shipped","scan":{"id":"x"}}""",
        """{"messageId":"m","requestId":"r","status":"shipped","rejected":"x"}""",
        """{"messageId":"m","requestId":null,"status":"shipped"}""",
        """{"messageId":"m","requestId":"r","status":"shipped","parts":99999999999999999999}""",
        """{"messageId":"m","requestId":"r","status":"shipped","parts":1.5}""",
        """{"messageId":"m","requestId":"r","status":"shipped","parts":-1}""",
        """{"messageId":"m","requestId":"r","status":"shipped","dueOn":"2026-02-30"}""",
        """{"messageId":"m","requestId":"r","status":"shipped","dueOn":"9999-12-31"}""",
        """{"messageId":"m","requestId":"r","status":"conditional","cost":{"currency":"HKD","amount":"1"}}""",
        """{"messageId":"m","requestId":"r","status":"conditional","cost":{"currency":"XXXX","amount":1}}""",
        """{"messageId":"m","requestId":"r","status":"conditional","cost":{"currency":"HKD","amount":-1}}""",
        """{"messageId":"m","requestId":"r","status":"conditional","cost":{"currency":"HKD","amount":1e40}}""",
        """{"messageId":"m","requestId":"r","status":"conditional","conditions":"one"}""",
    ];

    public static TheoryData<string> Rows => [.. Bad, "ten thousand levels", "ten thousand members", "a long name", "a long text", "not UTF-8", "UTF-16"];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_is_no_message_is_refused_with_its_fault_and_reaches_no_queue(string kind)
    {
        var queued = await attacked.QueuedAsync();
        var body = BytesOf(kind);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");

        var answer = await attacked.Bench.SendAsync(
            HttpMethod.Post, "/api/partners/HKU/callbacks", null, content, await attacked.Library.SignAsync(body));

        answer.Status.ShouldBeOneOf(400, 413, 422);
        answer.Text.ShouldNotContain("Exception");
        answer.Text.ShouldNotContain("System.");
        (await attacked.QueuedAsync()).ShouldBe(queued);
    }

    private static byte[] BytesOf(string kind) => kind switch
    {
        "ten thousand levels" => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000)),
        "ten thousand members" => Encoding.ASCII.GetBytes("{" + string.Join(',', Enumerable.Range(0, 10_000).Select(member => $"\"m{member}\":1")) + "}"),
        "a long name" => Encoding.ASCII.GetBytes($"{{\"{new string('a', 100_000)}\":1}}"),
        "a long text" => Encoding.ASCII.GetBytes($$"""{"messageId":"{{new string('m', 5_000)}}","requestId":"r","status":"shipped"}"""),
        "not UTF-8" => [.. "{\"messageId\":\""u8, 0xC3, 0x28, 0xFF, .. "\",\"requestId\":\"r\",\"status\":\"shipped\"}"u8],
        "UTF-16" => Encoding.Unicode.GetBytes("""{"messageId":"m","requestId":"r","status":"shipped"}"""),
        _ => Encoding.UTF8.GetBytes(kind),
    };
}
