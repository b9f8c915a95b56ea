using System.Globalization;
using System.Net;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Hkall.Service.Citing;

/// <summary>A source's answer: JSON, nothing, or the reason why there is none.</summary>
/// <param name="Json">Null if it has no such thing, or could not be asked.</param>
/// <param name="Why">Why it could not tell; null if it answered.</param>
public sealed record SourceAnswer(JsonElement? Json, string? Why)
{
    public static SourceAnswer Nothing { get; } = new(null, null);
}

/// <summary>
/// Asks the sources on the open web. It takes what they send for what it is: something that others wrote, of any size and shape. It
/// follows no redirect, and it calls only the addresses in the settings.
/// </summary>
public sealed class SourceClient(HttpClient http, SourceSettings settings, SourcePace pace)
{
    public const string ClientName = "citation-sources";

    /// <summary>A patron waits for all sources together this long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The record of a work with all its authors and references is smaller.</summary>
    private const int LargestBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    public string? Contact => settings.Contact;

    /// <param name="source">The name for people.</param>
    /// <param name="address">The address in the settings.</param>
    /// <param name="path">What follows it, escaped.</param>
    public async Task<SourceAnswer> GetAsync(string source, Uri address, string path, CancellationToken cancellation)
    {
        try
        {
            if (!await pace.MayAskAsync(source, cancellation))
            {
                return CannotTell(source, "is asked as often as it allows");
            }

            var slash = path.StartsWith('/') || path.StartsWith('?') ? string.Empty : "/";
            using var call = new HttpRequestMessage(HttpMethod.Get, new Uri($"{address.AbsoluteUri.TrimEnd('/')}{slash}{path}"));
            call.Headers.TryAddWithoutValidation("Accept", "application/json");
            call.Headers.TryAddWithoutValidation("User-Agent", Contact is { } mail ? $"HkallFunctions/1.0 (mailto:{mail})" : "HkallFunctions/1.0");
            using var answer = await http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                return SourceAnswer.Nothing;
            }

            if (!answer.IsSuccessStatusCode)
            {
                return CannotTell(source, string.Create(CultureInfo.InvariantCulture, $"answered {(int)answer.StatusCode}"));
            }

            // The body is buffered before parsing, so that the time limit covers reading too.
            await answer.Content.LoadIntoBufferAsync(LargestBytes, cancellation);
            await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
            using var document = await JsonDocument.ParseAsync(body, Strict, cancellation);
            return new SourceAnswer(document.RootElement.Clone(), null);
        }
        catch (BrokenCircuitException)
        {
            return CannotTell(source, "has not been answering and is given a rest");
        }
        catch (Exception slow) when (slow is TimeoutRejectedException or OperationCanceledException)
        {
            return CannotTell(source, "did not answer in time");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return CannotTell(source, "cannot be reached");
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return CannotTell(source, "gave an answer that cannot be read");
        }
    }

    private static SourceAnswer CannotTell(string source, string why) => new(null, $"{source} {why}.");
}
