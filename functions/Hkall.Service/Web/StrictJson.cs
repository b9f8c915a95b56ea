using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Hkall.Service.Texts;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Web;

/// <summary>Reads bodies strictly and writes answers: a misspelt member is an error and never silently dropped.</summary>
public static class StrictJson
{
    /// <summary>Largest body of a patron's or staff's call; the longest form with every field full is below 20 KiB.</summary>
    public const int LargestBodyBytes = 64 * 1024;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 16,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new NamedValues(), new ServedReason() },
    };

    /// <summary>Reads the whole body.</summary>
    /// <exception cref="BadInputException">The body is larger than the limit.</exception>
    public static async Task<byte[]> BytesAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
        {
            throw TooLarge(limit);
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + read > limit)
            {
                throw TooLarge(limit);
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    /// <exception cref="BadInputException">The body is not JSON, or does not match <typeparamref name="T"/>; the error names the field.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options)
                ?? throw new BadInputException(StatusCodes.Status400BadRequest, "malformed-json", "The body is null.");
        }
        catch (JsonException bad)
        {
            throw Explain(bad);
        }
    }

    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellation) =>
        Read<T>(await BytesAsync(request, LargestBodyBytes, cancellation));

    /// <summary>The same for a call that needs no body: without one, every member is absent.</summary>
    public static async Task<T> ReadOptionalAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : new() => await BytesAsync(request, LargestBodyBytes, cancellation) is { Length: > 0 } body ? Read<T>(body) : new T();

    private static BadInputException TooLarge(int limit) => new(
        StatusCodes.Status413PayloadTooLarge, "body-too-large", $"The body is larger than {limit} bytes.");

    private static BadInputException Explain(JsonException bad)
    {
        // The serializer puts names that are no plain identifiers in brackets and quotes; we join all names with dots.
        var field = (bad.Path ?? "$").TrimStart('$')
            .Replace("['", ".", StringComparison.Ordinal).Replace("']", string.Empty, StringComparison.Ordinal).TrimStart('.');

        if (MissingMembers(bad.Message) is { Count: > 0 } missing)
        {
            var prefix = field.Length == 0 ? string.Empty : field + ".";
            return new BadInputException(
                StatusCodes.Status400BadRequest,
                "missing-member",
                $"A required member is missing: {string.Join(", ", missing)}.",
                missing.ToDictionary(name => prefix + name, _ => new[] { Text.Of("This member is required.") }));
        }

        // The serializer distinguishes the kinds of fault only by its message text; only this code reads that text.
        (string Code, Text Why) fault = bad switch
        {
            UnknownNameException unknown => ("unknown-value", unknown.Reason),
            { Path: null } => ("malformed-json", Text.Of("The body is not JSON.")),
            { InnerException: not null and not FormatException and not InvalidOperationException } => ("malformed-json", Text.Of("The body is not JSON.")),
            _ when bad.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) =>
                ("unknown-member", Text.Of("This member is not known here.")),
            _ when bad.Message.Contains("uplicate", StringComparison.Ordinal) => ("duplicate-member", Text.Of("This member is given twice.")),
            _ when bad.Message.Contains("depth", StringComparison.Ordinal) => ("malformed-json", Text.Of("The body is nested too deeply.")),
            _ => ("wrong-type", Text.Of("This member is not of the right type.")),
        };
        return new BadInputException(
            StatusCodes.Status400BadRequest, fault.Code, fault.Why, field.Length == 0 ? null : new Dictionary<string, Text[]> { [field] = [fault.Why] });
    }

    /// <summary>The quoted names; the first one is the type that lacks them.</summary>
    private static List<string> MissingMembers(string message) => message.Contains("missing required properties", StringComparison.Ordinal)
        ? [.. message.Split('\'').Where((_, i) => i % 2 == 1).Skip(1).Distinct()]
        : [];
}
