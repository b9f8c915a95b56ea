using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Inbox;
using Hkall.Service.Partners;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Attacks on the signatures of libraries, at each of the four doors. A forged message is refused alike and reaches no queue.</summary>
public sealed class WebhookSignatureTests(AttackBench attacked) : IClassFixture<AttackBench>
{
    private const string Callbacks = "callbacks";
    private const string Lending = "lending";
    private const string File = "file";
    private const string Iso = "iso18626";

    private static readonly string[] Doors = [Callbacks, Lending, File, Iso];

    private static readonly string[] Forgeries =
    [
        "no headers", "no id", "no timestamp", "no signature", "empty id", "empty signature", "another secret", "an empty secret", "another library's secret",
        "another id", "another time", "another body", "a body with a space more", "five minutes and a second ago", "in five minutes and a second",
        "a time with a sign", "a time with a fraction", "a time in words", "a time beyond all numbers", "a time in milliseconds", "the version alone",
        "an unknown version", "a version in capitals", "no version", "hexadecimal", "base64url", "one character less", "one character more",
        "padded with blanks", "a comma-separated list", "the hash without a key", "the first half", "eleven others before it", "bound to another method",
        "bound to another path", "bound to another content", "bound, called v1",
    ];

    public static TheoryData<string, string> Attacks
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var door in Doors)
            {
                foreach (var forgery in Forgeries.Where(forgery => door == File || !forgery.StartsWith("bound", StringComparison.Ordinal)))
                {
                    rows.Add(door, forgery);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task A_forged_message_is_turned_away_at_every_door(string door, string forgery)
    {
        var (queued, stored) = (await attacked.QueuedAsync(), await attacked.StoredAsync());

        (await SendAsync(door, await ForgedAsync(door, forgery))).ShouldBeProblem(401, "bad-signature");

        (await attacked.QueuedAsync()).ShouldBe(queued);
        (await attacked.StoredAsync()).ShouldBe(stored);
    }

    [Theory]
    [InlineData("hku")]
    [InlineData("NOBODY")]
    [InlineData("HKU%20")]
    [InlineData("HKU%00")]
    [InlineData("%EF%BC%A8KU")]
    [InlineData("HKU%2E")]
    public async Task A_symbol_that_is_nearly_that_of_the_signer_is_no_library(string symbol)
    {
        var body = BodyOf(Callbacks);
        var answer = await attacked.Bench.SendAsync(
            HttpMethod.Post, $"/api/partners/{symbol}/callbacks", null, ABench.JsonOf(body), await attacked.Library.SignAsync(Encoding.UTF8.GetBytes(body)));

        answer.Status.ShouldBeOneOf(400, 401, 404);
    }

    [Fact]
    public async Task A_message_may_have_a_signature_for_each_of_two_secrets_and_one_of_them_fits()
    {
        var body = BodyOf(Callbacks);
        var signed = await attacked.Library.SignAsync(Encoding.UTF8.GetBytes(body));
        var two = signed.Select(header => header.Name == WebhookSignature.SignatureHeader
            ? (header.Name, $"v1a,AAAA v1,{Convert.ToBase64String(new byte[32])} {header.Value}")
            : header).ToArray();

        (await SendAsync(Callbacks, (body, two))).ShouldBe(202);
        await attacked.Bench.SettleAsync();
    }

    private string BodyOf(string door) => door switch
    {
        Callbacks => $$"""{"messageId":"m-forged","requestId":"{{attacked.Loan}}","status":"shipped"}""",
        Lending => """{"messageId":"m-forged","kind":"notification","requestId":"THEIRS-1","note":"forged"}""",
        File => "%PDF-1.7 forged",
        _ => "<ISO18626Message xmlns=\"http://illtransactions.org/2013/iso18626\"/>",
    };

    private string PathOf(string door) => door switch
    {
        Callbacks => "/api/partners/HKU/callbacks",
        Lending => "/api/partners/HKU/lending",
        File => PartnerFiles.PathOf("HKU", attacked.Copy),
        _ => "/api/iso18626",
    };

    private Task<Answer> SendAsync(string door, (string Body, (string Name, string Value)[] Headers) message)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Body));
        content.Headers.ContentType = new(door switch { File => "application/pdf", Iso => "application/xml", _ => "application/json" });
        return attacked.Bench.SendAsync(door == File ? HttpMethod.Put : HttpMethod.Post, PathOf(door), null, content, message.Headers);
    }

    private async Task<(string Body, (string Name, string Value)[] Headers)> ForgedAsync(string door, string forgery)
    {
        var body = BodyOf(door);
        var bytes = Encoding.UTF8.GetBytes(body);
        var now = await attacked.Bench.NowAsync();
        var (id, time, secret) = ("m-forged", now.ToUnixTimeSeconds(), await attacked.Library.SecretAsync());
        var good = WebhookSignature.Sign(secret, id, time, bytes);
        var hash = good["v1,".Length..];
        (string? Id, string? Time, string? Signature) headers = forgery switch
        {
            "no headers" => (null, null, null),
            "no id" => (null, Text(time), good),
            "no timestamp" => (id, null, good),
            "no signature" => (id, Text(time), null),
            "empty id" => (string.Empty, Text(time), good),
            "empty signature" => (id, Text(time), string.Empty),
            "another secret" => (id, Text(time), WebhookSignature.Sign("whsec_" + Convert.ToBase64String(new byte[24]), id, time, bytes)),
            "an empty secret" => (id, Text(time), WebhookSignature.Sign("whsec_", id, time, bytes)),
            "another library's secret" => (id, Text(time), WebhookSignature.Sign(await attacked.Bench.Library("CUHK").SecretAsync(), id, time, bytes)),
            "another id" => ("m-other", Text(time), good),
            "another time" => (id, Text(time + 1), good),
            "another body" or "a body with a space more" => (id, Text(time), good),
            "five minutes and a second ago" => Signed(time - 301),
            "in five minutes and a second" => Signed(time + 301),
            "a time with a sign" => (id, $"+{time}", good),
            "a time with a fraction" => (id, $"{time}.0", good),
            "a time in words" => (id, now.ToString("O", CultureInfo.InvariantCulture), good),
            "a time beyond all numbers" => (id, "99999999999999999999", good),
            "a time in milliseconds" => Signed(time * 1000),
            "the version alone" => (id, Text(time), "v1,"),
            "an unknown version" => (id, Text(time), "v2," + hash),
            "a version in capitals" => (id, Text(time), "V1," + hash),
            "no version" => (id, Text(time), hash),
            "hexadecimal" => (id, Text(time), "v1," + Convert.ToHexStringLower(Convert.FromBase64String(hash))),
            "base64url" => (id, Text(time), "v1," + System.Buffers.Text.Base64Url.EncodeToString(Convert.FromBase64String(hash))),
            "one character less" => (id, Text(time), good[..^1]),
            "one character more" => (id, Text(time), good + "="),
            "padded with blanks" => (id, Text(time), "v1, " + hash),
            "a comma-separated list" => (id, Text(time), $"v1,{Convert.ToBase64String(new byte[32])},{good}"),
            "the hash without a key" => (id, Text(time), "v1," + Convert.ToBase64String(SHA256.HashData(bytes))),
            "the first half" => (id, Text(time), "v1," + Convert.ToBase64String(Convert.FromBase64String(hash)[..16])),
            "eleven others before it" => (id, Text(time), string.Join(' ', Enumerable.Repeat($"v1,{Convert.ToBase64String(new byte[32])}", 11)) + " " + good),
            "bound to another method" => (id, Text(time), Bound("POST", PathOf(door), body)),
            "bound to another path" => (id, Text(time), Bound("PUT", PartnerFiles.PathOf("HKU", attacked.Loan), body)),
            "bound to another content" => (id, Text(time), Bound("PUT", PathOf(door), body + " ")),
            "bound, called v1" => (id, Text(time), "v1," + Bound("PUT", PathOf(door), body)["v1p,".Length..]),
            _ => throw new ArgumentOutOfRangeException(nameof(forgery), forgery, null),
        };
        (string Name, string? Value)[] all =
        [
            (WebhookSignature.IdHeader, headers.Id), (WebhookSignature.TimestampHeader, headers.Time), (WebhookSignature.SignatureHeader, headers.Signature),
        ];
        return (Changed(body, forgery), [.. from header in all where header.Value is not null select (header.Name, header.Value)]);

        (string, string, string) Signed(long at) => (id, Text(at), WebhookSignature.Sign(secret, id, at, bytes));
        string Bound(string method, string path, string content) => WebhookSignature.SignBound(
            secret, id, time, method, path, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
    }

    private static string Changed(string body, string forgery) => forgery switch
    {
        "another body" => body.Replace("forged", "FORGED", StringComparison.Ordinal).Replace("2013", "2014", StringComparison.Ordinal),
        "a body with a space more" => body + " ",
        _ => body,
    };

    private static string Text(long time) => time.ToString(CultureInfo.InvariantCulture);
}
