using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Hkall.Requests;
using Hkall.Requests.Placing;
using Hkall.Service.Outbox;
using Hkall.Service.Turns;

namespace Hkall.Service.Partners;

/// <summary>Says our words to a library over its HTTP endpoint, signed. A repetition carries the same id, so it does no harm.</summary>
public sealed class SupplierLine(HttpClient http, PartnerDirectory directory, PublicAddress address, TimeProvider clock) : IEffectDelivery<TellSupplier>
{
    /// <summary>The longest a library's server may take before the try counts as unanswered.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>The longest a library may ask us to stay away; then we try again all the same.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(6);

    public async Task<Attempt> TryAsync(HeldCard card, TellSupplier effect, OutboxItem item, bool again, CancellationToken cancellation)
    {
        if (await directory.FindAsync(effect.Symbol, cancellation) is not { } partner)
        {
            return new Attempt.Refused($"{effect.Symbol} is not in the directory of partners.");
        }

        if (partner is not { Endpoint: { } endpoint, Secrets: [var secret, ..] })
        {
            return new Attempt.Refused($"{effect.Symbol} has no address for our messages, or no key to sign them with.");
        }

        var request = card.Request;
        var message = new OutgoingMessage
        {
            MessageId = item.Key,
            Message = effect.Word,
            RequestId = request.Id,
            To = partner.Symbol,
            Service = request.Service,
            Item = request.Item,
            NeededBy = request.NeededBy,
            At = clock.GetUtcNow(),
            CallbackUrl = address.Callbacks(partner.Symbol),
            FileUrl = request.Service == ServiceType.Copy ? address.File(partner.Symbol, request.Id) : null,
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(message, DeskJson.Stored);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        using var post = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        post.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        post.Headers.Add(WebhookSignature.IdHeader, message.MessageId);
        post.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        post.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(secret, message.MessageId, timestamp, body));
        try
        {
            using var answer = await http.SendAsync(post, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return Read(answer);
        }
        catch (HttpRequestException unreachable)
        {
            return new Attempt.Later(null, $"{partner.Symbol} cannot be reached ({unreachable.HttpRequestError}).");
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Attempt.Unknown($"{partner.Symbol} did not answer within {Patience.TotalSeconds} s.");
        }
    }

    private static Attempt Read(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var why = string.Create(CultureInfo.InvariantCulture, $"The library's server answered {status}.");
        return status switch
        {
            >= 200 and < 300 => new Attempt.Delivered(),
            (int)HttpStatusCode.RequestTimeout or (int)HttpStatusCode.TooManyRequests or >= 500 => new Attempt.Later(RetryAfter(answer), why),
            _ => new Attempt.Refused(why),
        };
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter?.Delta is { } delta && delta > TimeSpan.Zero
            ? (delta < LongestRetryAfter ? delta : LongestRetryAfter)
            : null;
}
