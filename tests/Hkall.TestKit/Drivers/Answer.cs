using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Hkall.TestKit.Drivers;

/// <summary>What a call was answered, read to its end.</summary>
public sealed record Answer(int Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json =>
        Text.Length > 0 ? JsonDocument.Parse(Body).RootElement : throw new ShouldAssertException($"The answer is {Status} without a body.");

    public string? ContentType => ContentHeaders.ContentType?.ToString();

    /// <summary>The one value of the header, or null.</summary>
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>The header with which a later call says that it saw this answer; none where the answer has no version.</summary>
    public (string Name, string Value)[] IfMatch() => Header("ETag") is { } version ? [("If-Match", version)] : [];

    public static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync());

    public Answer ShouldBe(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>A problem document as the contract has it: RFC 9457 with a stable code.</summary>
    public Answer ShouldBeProblem(int status, string code)
    {
        ShouldBe(status);
        ContentHeaders.ContentType?.MediaType.ShouldBe("application/problem+json");
        Json.At("code").ShouldBe(code);
        Json.At("status").ShouldBe(status.ToString(CultureInfo.InvariantCulture));
        Json.At("title").ShouldNotBeNullOrWhiteSpace();
        Json.At("detail").ShouldNotBeNullOrWhiteSpace();
        Header("X-Request-Id").ShouldNotBeNullOrWhiteSpace();
        return this;
    }

    /// <summary>The same, and the field is named among the faults.</summary>
    public Answer ShouldBlame(int status, string code, string field)
    {
        ShouldBeProblem(status, code);
        Json.TryGetProperty("errors", out var errors).ShouldBeTrue(Text);
        errors.EnumerateObject().Select(error => error.Name).ShouldContain(field, Text);
        return this;
    }
}

public static class Reading
{
    /// <summary>The value at a path such as <c>loan.dueOn</c> as text; null where there is none.</summary>
    public static string? At(this JsonElement json, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (json.ValueKind == JsonValueKind.Array)
            {
                json = json[int.Parse(name, CultureInfo.InvariantCulture)];
            }
            else if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        return json.ValueKind == JsonValueKind.Null ? null : json.ToString();
    }

    public static IReadOnlyList<JsonElement> Items(this JsonElement json) =>
        [.. (json.ValueKind == JsonValueKind.Array ? json : json.GetProperty("items")).EnumerateArray()];

    public static IReadOnlyList<string> Actions(this JsonElement request) =>
        [.. request.GetProperty("actions").EnumerateArray().Select(action => action.GetString()!)];

    /// <summary>The names of what happened, oldest first.</summary>
    public static IReadOnlyList<string> Timeline(this JsonElement request) =>
        [.. request.GetProperty("timeline").EnumerateArray().Select(entry => entry.At("event")!)];

    public static DateTimeOffset Instant(this JsonElement json, string path) =>
        DateTimeOffset.Parse(json.At(path)!, CultureInfo.InvariantCulture);
}
