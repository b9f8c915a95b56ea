using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Hkall.Service.Engine;

namespace Hkall.Service.Partners;

/// <summary>The result of posting a message to a library's server.</summary>
public abstract record PartnerAnswer
{
    /// <param name="Body">The beginning of the response, if the server accepted the message.</param>
    public sealed record Answered(int Status, TimeSpan? RetryAfter, byte[] Body) : PartnerAnswer;

    /// <summary>The server was not reached, so the message did not arrive.</summary>
    public sealed record Unreachable(string Why) : PartnerAnswer;

    /// <summary>No answer: the message may have arrived.</summary>
    public sealed record Silent(string Why) : PartnerAnswer;

    /// <summary>What the answer means for the delivery of the message; null if the server accepted it.</summary>
    public Attempt? Failure() => this switch
    {
        Answered { Status: >= 200 and < 300 } => null,
        Answered { Status: (int)HttpStatusCode.RequestTimeout or (int)HttpStatusCode.TooManyRequests or >= 500 } busy =>
            new Attempt.Later(busy.RetryAfter, Said(busy)),
        Answered refused => new Attempt.Refused(Said(refused)),
        Unreachable unreachable => new Attempt.Later(null, unreachable.Why),
        Silent silent => new Attempt.Unknown(silent.Why),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Said(Answered answer) => string.Create(CultureInfo.InvariantCulture, $"The library's server answered {answer.Status}.");
}

/// <summary>
/// Posts a message to a library that supplies us or borrows from us, signed as in Standard Webhooks. A repetition carries the same id, so it does no harm.
/// </summary>
public sealed class PartnerHttpClient(HttpClient http, TimeProvider clock)
{
    /// <summary>The time limit for one try; after it the try counts as unanswered.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>The longest Retry-After we respect; then we try again all the same.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(6);

    /// <summary>The most bytes read of a response; a confirmation is below 4 KiB.</summary>
    private const int LargestAnswerBytes = 64 * 1024;

    public async Task<PartnerAnswer> SendAsync(Partner partner, Uri endpoint, string messageId, byte[] body, string contentType, CancellationToken cancellation)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        using var post = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        post.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (partner.Secrets is [var secret, ..])
        {
            post.Headers.Add(WebhookSignature.IdHeader, messageId);
            post.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
            post.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(secret, messageId, timestamp, body));
        }

        try
        {
            using var answer = await http.SendAsync(post, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return new PartnerAnswer.Answered(
                (int)answer.StatusCode, RetryAfter(answer), answer.IsSuccessStatusCode ? await BeginningAsync(answer, cancellation) : []);
        }
        catch (HttpRequestException unreachable)
        {
            return new PartnerAnswer.Unreachable($"{partner.Symbol} cannot be reached ({unreachable.HttpRequestError}).");
        }
        catch (Exception silent) when (silent is TaskCanceledException or IOException && !cancellation.IsCancellationRequested)
        {
            return new PartnerAnswer.Silent($"{partner.Symbol} did not answer within {Patience.TotalSeconds} s.");
        }
    }

    private static async Task<byte[]> BeginningAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using var content = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[LargestAnswerBytes];
        return buffer[..await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation)];
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter?.Delta is { } delta && delta > TimeSpan.Zero
            ? (delta < LongestRetryAfter ? delta : LongestRetryAfter)
            : null;
}
