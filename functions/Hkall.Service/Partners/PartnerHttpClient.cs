using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Hkall.Service.Engine;
using Hkall.Service.Outwards;

namespace Hkall.Service.Partners;

/// <summary>The result of posting a message to a library's server.</summary>
public abstract record PartnerAnswer
{
    /// <param name="Body">The beginning of the response, if the server accepted the message.</param>
    public sealed record Answered(int Status, TimeSpan? RetryAfter, byte[] Body) : PartnerAnswer;

    /// <summary>The server was not reached, so the message did not arrive.</summary>
    public sealed record Unreachable(string Why) : PartnerAnswer;

    /// <summary>The server's name leads into a network that we do not call, so the message did not arrive.</summary>
    public sealed record NotPublic(string Why) : PartnerAnswer;

    /// <summary>No answer: the message may have arrived.</summary>
    public sealed record Silent(string Why) : PartnerAnswer;

    /// <summary>What the answer means for the delivery of the message; null if the server accepted it.</summary>
    public Attempt? Failure() => this switch
    {
        Answered { Status: >= 200 and < 300 } => null,
        Answered { Status: (int)HttpStatusCode.RequestTimeout or (int)HttpStatusCode.TooManyRequests or >= 500 } busy =>
            new Attempt.Later(busy.RetryAfter, Said(busy)),
        Answered
        {
            Status: (int)HttpStatusCode.MovedPermanently or (int)HttpStatusCode.Found or (int)HttpStatusCode.SeeOther
            or (int)HttpStatusCode.TemporaryRedirect or (int)HttpStatusCode.PermanentRedirect
        } moved => new Attempt.Refused(Moved(moved)),
        Answered refused => new Attempt.Refused(Said(refused)),
        Unreachable unreachable => new Attempt.Later(null, unreachable.Why),
        NotPublic closed => new Attempt.Refused(closed.Why),
        Silent silent => new Attempt.Unknown(silent.Why),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Said(Answered answer) => string.Create(CultureInfo.InvariantCulture, $"The library's server answered {answer.Status}.");

    /// <summary>A redirect is not followed: it would take a signed message to an address that nobody entered in the directory.</summary>
    private static string Moved(Answered answer) => string.Create(CultureInfo.InvariantCulture, $"The library's server has moved ({answer.Status}).");
}

/// <summary>The time limit for one message to a library, from the connection to the end of the answer; after it the try counts as unanswered.</summary>
public sealed record PartnerPatience(TimeSpan Time)
{
    /// <summary>A patron may wait for it.</summary>
    public static PartnerPatience Usual { get; } = new(TimeSpan.FromSeconds(8));

    /// <summary>A source whose token ends with the time limit.</summary>
    internal CancellationTokenSource Begin(TimeProvider machine) =>
        Time == Timeout.InfiniteTimeSpan ? new CancellationTokenSource() : new CancellationTokenSource(Time, machine);
}

/// <summary>
/// Posts a message to a library that supplies us or borrows from us, signed as in Standard Webhooks. A repetition carries the same id, so it does no harm.
/// </summary>
public sealed class PartnerHttpClient(HttpClient http, TimeProvider clock, MachineTime machine, PartnerPatience patience)
{
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

        using var limit = patience.Begin(machine.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var answer = await http.SendAsync(post, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return new PartnerAnswer.Answered(
                (int)answer.StatusCode, RetryAfter(answer), answer.IsSuccessStatusCode ? await BeginningAsync(answer, either.Token) : []);
        }
        catch (HttpRequestException failure) when (failure.GetBaseException() is NotPublicException)
        {
            return new PartnerAnswer.NotPublic($"The address of {partner.Symbol} is not in the open network.");
        }
        catch (HttpRequestException unreachable)
        {
            return new PartnerAnswer.Unreachable($"{partner.Symbol} cannot be reached ({unreachable.HttpRequestError}).");
        }
        catch (Exception silent) when (silent is OperationCanceledException or IOException && !cancellation.IsCancellationRequested)
        {
            return new PartnerAnswer.Silent(
                string.Create(CultureInfo.InvariantCulture, $"{partner.Symbol} did not answer within {patience.Time.TotalSeconds} s."));
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
