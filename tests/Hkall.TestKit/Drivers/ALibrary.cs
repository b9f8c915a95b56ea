using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hkall.Service.Partners;

namespace Hkall.TestKit.Drivers;

/// <summary>A partner library that speaks for itself, signing with its webhook secret.</summary>
public sealed class ALibrary(ABench bench, string symbol)
{
    public string Symbol => symbol;

    public async Task<string> SecretAsync() =>
        (await bench.GetAsync("/bench/partners")).ShouldBe(200).Json.Items().Single(library => library.At("symbol") == symbol).At("secret")!;

    /// <summary>A status callback, whatever comes of it.</summary>
    /// <param name="more">Further members of the body.</param>
    public Task<Answer> TriesToSayAsync(string status, string requestId, string? messageId = null, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { }, JsonSerializerOptions.Web)!.AsObject();
        body["messageId"] = messageId ?? NextId();
        body["requestId"] = requestId;
        body["status"] = status;
        return PostsAsync(body.ToJsonString());
    }

    /// <summary>The same, taken, and all that follows at once.</summary>
    public async Task SaysAsync(string status, string requestId, string? messageId = null, object? more = null)
    {
        (await TriesToSayAsync(status, requestId, messageId, more)).ShouldBe(202);
        await bench.SettleAsync();
    }

    /// <summary>Any body, signed as it should be but for what is given otherwise.</summary>
    public async Task<Answer> PostsAsync(
        string body, string? secret = null, string? id = null, DateTimeOffset? at = null, string contentType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await bench.SendAsync(
            HttpMethod.Post, $"/api/partners/{symbol}/callbacks", null, content, await SignAsync(Encoding.UTF8.GetBytes(body), secret, id, at));
    }

    public async Task<Answer> SendsScanAsync(string requestId, byte[] file, string? id = null, string contentType = "application/pdf")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        var answer = await bench.SendAsync(HttpMethod.Put, $"/api/partners/{symbol}/requests/{requestId}/file", null, content, await SignAsync(file, id: id));
        await bench.SettleAsync();
        return answer;
    }

    public async Task<(string Name, string Value)[]> SignAsync(byte[] body, string? secret = null, string? id = null, DateTimeOffset? at = null)
    {
        id ??= NextId();
        var timestamp = (at ?? await bench.NowAsync()).ToUnixTimeSeconds();
        return
        [
            (WebhookSignature.IdHeader, id),
            (WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture)),
            (WebhookSignature.SignatureHeader, WebhookSignature.Sign(secret ?? await SecretAsync(), id, timestamp, body)),
        ];
    }

    /// <summary>The words it has received from us about a request, oldest first.</summary>
    public async Task<IReadOnlyList<string>> ReceivedAsync(string requestId) =>
        [.. (await MessagesAsync(requestId)).Select(message => message.At("message")!)];

    public async Task<IReadOnlyList<JsonElement>> MessagesAsync(string requestId) =>
        [.. (await bench.GetAsync($"/bench/partners/{symbol}/sent")).ShouldBe(200).Json.Items().Where(message => message.At("requestId") == requestId)];

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"by-hand-{symbol}-{bench.NextMessage()}");
}
