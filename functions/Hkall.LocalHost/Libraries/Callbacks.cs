using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Hkall.LocalHost.Keeping;
using Hkall.Service.Partners;
using Hkall.Service.Policies;

namespace Hkall.LocalHost.Libraries;

/// <summary>The outcome of sending a step.</summary>
/// <param name="Status">The response in a few words, for the log.</param>
public abstract record CallbackOutcome(string Status)
{
    /// <summary>The service accepted the step, or never will.</summary>
    public sealed record Ended(string Status) : CallbackOutcome(Status);

    /// <summary>The service was unreachable, or was temporarily unable to accept the step.</summary>
    public sealed record Later(string Status) : CallbackOutcome(Status);
}

/// <summary>Sends a library's steps to the service.</summary>
public interface ICallbacks
{
    Task<CallbackOutcome> SendAsync(PendingStep pending, CancellationToken cancellation);
}

/// <summary>Sends by signed HTTP, as a partner does in its protocol, with the flaw that the step asks for.</summary>
/// <param name="library">Our library as ISO 18626 names it.</param>
/// <param name="bench">The current address of the service: a restarted bench may listen elsewhere than when the message was sent.</param>
public sealed class Callbacks(HttpClient http, TimeProvider clock, Func<Uri> bench, LibrarySpeech speech, Func<OwnLibrary> library) : ICallbacks
{
    /// <summary>How long a library waits for the service's response.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A new secret each time, whose signature the service never accepts.</summary>
    private static string WrongSecret => $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(24))}";

    public async Task<CallbackOutcome> SendAsync(PendingStep pending, CancellationToken cancellation)
    {
        var outcome = await SendOnceAsync(pending, cancellation);
        return pending.Step.Flaw == Flaw.SentTwice && outcome is CallbackOutcome.Ended ? await SendOnceAsync(pending, cancellation) : outcome;
    }

    private async Task<CallbackOutcome> SendOnceAsync(PendingStep pending, CancellationToken cancellation)
    {
        using var request = pending.Step.News == News.Scan ? File(pending) : Status(pending);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var status = $"{(int)response.StatusCode} {response.StatusCode}";
            return response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
                ? new CallbackOutcome.Later(status)
                : new CallbackOutcome.Ended(status);
        }
        catch (HttpRequestException failure)
        {
            return new CallbackOutcome.Later(failure.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new CallbackOutcome.Later("no answer in time");
        }
    }

    private HttpRequestMessage Status(PendingStep pending)
    {
        if (speech.Of(pending.Library.Symbol) is { Protocol: Protocol.Iso18626 } iso)
        {
            return Signed(HttpMethod.Post, new Uri(bench(), "/api/iso18626"), IsoSpeaking.Step(pending, iso, library()), "application/xml", pending);
        }

        var callback = Callback.Of(pending);
        var body = pending.Step.Flaw switch
        {
            Flaw.None or Flaw.SentTwice or Flaw.BadSignature => JsonSerializer.SerializeToUtf8Bytes(callback, BenchJson.Options),
            Flaw.NotJson => JsonSerializer.SerializeToUtf8Bytes(callback, BenchJson.Options)[..^2],
            Flaw.UnknownStatus => JsonSerializer.SerializeToUtf8Bytes(callback with { Status = "shelved-upside-down" }, BenchJson.Options),
        };
        return Signed(HttpMethod.Post, pending.Answers.CallbackUrl, body, "application/json", pending);
    }

    private HttpRequestMessage File(PendingStep pending)
    {
        var url = pending.Answers.FileUrl
            ?? new Uri(bench(), $"/api/partners/{pending.Library.Symbol}/requests/{pending.Answers.RequestId}/file");
        return Signed(HttpMethod.Put, url, SmallPdf.Of(pending.Answers.Item), "application/pdf", pending);
    }

    private HttpRequestMessage Signed(HttpMethod method, Uri url, byte[] body, string type, PendingStep pending)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var id = pending.Step.MessageId;
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        var secret = pending.Step.Flaw == Flaw.BadSignature ? WrongSecret : pending.Library.Secret;
        return new HttpRequestMessage(method, new Uri(bench(), url.PathAndQuery))
        {
            Content = content,
            Headers =
            {
                { WebhookSignature.IdHeader, id },
                { WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture) },
                { WebhookSignature.SignatureHeader, WebhookSignature.Sign(secret, id, timestamp, body) },
            },
        };
    }
}
