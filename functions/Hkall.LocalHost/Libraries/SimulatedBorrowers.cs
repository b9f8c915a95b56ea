using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Hkall.LocalHost.Keeping;
using Hkall.Service.Lending;
using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>
/// The simulated libraries as borrowers. They send a tester's messages to the service, signed, over HTTP, and keep its messages
/// for inspection.
/// </summary>
public sealed class SimulatedBorrowers(HttpClient http, BenchFolder folder, TimeProvider clock, Func<Uri> bench) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly KeptLines<BorrowerCallbackMessage> _heard = new(folder, "borrowers.jsonl");

    /// <summary>Posts a message as the library; a message without an id gets one.</summary>
    /// <returns>The status and body of the service's response.</returns>
    public async Task<(int Status, string Body)> SayAsync(SimulatedLibrary library, JsonObject message, string newId, CancellationToken cancellation)
    {
        message["messageId"] ??= newId;
        var body = System.Text.Encoding.UTF8.GetBytes(message.ToJsonString());
        var id = message["messageId"]!.GetValue<string>();
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        using var post = new HttpRequestMessage(
            HttpMethod.Post, new Uri(bench(), $"/api/partners/{library.Symbol}/lending"))
        { Content = new ByteArrayContent(body) };
        post.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        post.Headers.Add(WebhookSignature.IdHeader, id);
        post.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        post.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(library.Secret, id, timestamp, body));
        using var answer = await http.SendAsync(post, cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
    }

    /// <summary>Receives a message from the service. A repeated message changes nothing.</summary>
    public void Hear(BorrowerCallbackMessage word)
    {
        lock (_lock)
        {
            if (_heard.All.All(known => known.MessageId != word.MessageId))
            {
                _heard.Append(word);
            }
        }
    }

    /// <summary>The messages a library has received, oldest first.</summary>
    public IReadOnlyList<BorrowerCallbackMessage> HeardBy(string symbol)
    {
        lock (_lock)
        {
            return [.. _heard.All.Where(word => word.To == symbol)];
        }
    }

    public void Dispose() => _heard.Dispose();
}
