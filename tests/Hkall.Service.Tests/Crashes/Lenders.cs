using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Locating;
using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Crashes;

/// <summary>The partner libraries: they take every message, and outlive the processes that send them.</summary>
internal sealed class Lenders : ILocator
{
    private const string Secret = "whsec_c2VjcmV0IG9mIHRoZSBjcmFzaCB0ZXN0cw==";

    /// <summary>The messages, as often as they came.</summary>
    public ConcurrentQueue<OutgoingMessage> Heard { get; } = new();

    /// <summary>The words about what they borrow from us, as often as they came.</summary>
    public ConcurrentQueue<BorrowerCallbackMessage> Told { get; } = new();

    /// <summary>What their servers answer instead of taking the message; null: they take it.</summary>
    public Func<HttpResponseMessage>? Answers { get; set; }

    /// <summary>Whether we hold what is asked for.</summary>
    public bool HeldHere { get; set; }

    public static IReadOnlyList<Partner> All { get; } = [.. new[] { "CUHK", "HKU" }.Select(symbol => new Partner
    {
        Symbol = symbol,
        Name = symbol,
        Tier = Tier.Hkall,
        AgencyId = $"JULAC:{symbol}",
        Endpoint = new Uri($"https://{symbol}.library.example/inbox"),
        Secrets = [Secret],
    })];

    public Task<Holdings> LocateAsync(Item item, CancellationToken cancellation) =>
        Task.FromResult(new Holdings(HeldHere, [.. All.Select(partner => partner.Symbol)]));

    /// <summary>The line of one process to them.</summary>
    public HttpMessageHandler ServeTo(Mishap mishap) => new Line(this, mishap);

    private sealed class Line(Lenders lenders, Mishap mishap) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            mishap.ThrowIfDead();
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            using var message = JsonDocument.Parse(body);
            if (message.RootElement.TryGetProperty("word", out _))
            {
                lenders.Told.Enqueue(message.Deserialize<BorrowerCallbackMessage>(StoredJson.Stored)!);
            }
            else
            {
                lenders.Heard.Enqueue(message.Deserialize<OutgoingMessage>(StoredJson.Stored)!);
            }

            return lenders.Answers?.Invoke() ?? new HttpResponseMessage(HttpStatusCode.Accepted);
        }
    }
}
