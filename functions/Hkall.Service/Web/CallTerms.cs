using Hkall.Domain;
using Hkall.Service.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hkall.Service.Web;

/// <summary>
/// The terms of a call: <c>If-Match</c> names the versions that the caller saw (RFC 9110, 13.1.1), and <c>Idempotency-Key</c> the order. On
/// a form they are two hidden fields.
/// </summary>
public static class CallTerms
{
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>The field of a form with the version that its page showed.</summary>
    public const string SeenField = "seen";

    /// <summary>The field of a form with the id of the order it gives.</summary>
    public const string OrderField = "order";

    private const int LongestKey = 200;

    /// <summary>The most versions in one header; a caller has seen one, or a few.</summary>
    private const int MostVersions = 20;

    public static string ETagOf<TRequest>(VersionedRequest<TRequest> stored)
        where TRequest : class, IRequestState => $"\"{RequestVersion.Of(stored)}\"";

    /// <exception cref="BadInputException">A header cannot be read.</exception>
    public static OrderTerms Of(HttpRequest request) => new(SeenIn(request), KeyOf(request));

    /// <exception cref="BadInputException">A field cannot be read.</exception>
    public static OrderTerms Of(string? seen, string? order) => new(
        seen is null ? null
            : [RequestVersion.Find(seen) ?? throw BadInputException.Field(SeenField, "bad-version", "The version that a page of ours showed.")],
        order is null || IsKey(order) ? order : throw BadInputException.Field(OrderField, "bad-idempotency-key", "The id that a form of ours gave the order."));

    /// <returns>Null if the call has no key.</returns>
    /// <exception cref="BadInputException">The key is too long, or has other characters than printable ASCII.</exception>
    public static string? KeyOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(KeyHeader, out var values))
        {
            return null;
        }

        return values is [{ } key] && IsKey(key)
            ? key
            : throw BadInputException.Field(KeyHeader, "bad-idempotency-key", "One key of 1 to 200 printable ASCII characters.");
    }

    private static bool IsKey(string key) => key is { Length: > 0 and <= LongestKey } && key.All(c => c is >= ' ' and <= '~');

    /// <summary>
    /// A proxy may have marked our tag as weak when it compressed the answer; it names the same version still. A tag that is none of ours is
    /// a version that this request never had.
    /// </summary>
    private static IReadOnlyList<RequestVersion>? SeenIn(HttpRequest request)
    {
        if (request.Headers.IfMatch is not { Count: > 0 } header)
        {
            return null;
        }

        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags) || tags.Count > MostVersions)
        {
            throw BadInputException.Field(HeaderNames.IfMatch, "bad-if-match", "The ETag of the request as you saw it.");
        }

        return tags.Any(tag => tag.Tag == "*") ? null : [.. tags.Select(tag => RequestVersion.Find(tag.Tag.ToString().Trim('"'))).OfType<RequestVersion>()];
    }
}
