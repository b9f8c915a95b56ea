using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace Hkall.TestKit.Drivers;

/// <summary>
/// Holds every answer of the API to its own description: its status, the type of its content, and each member. An answer with a member that is
/// not described fails as one does that lacks a required one, so that the description cannot fall behind the service.
/// </summary>
internal sealed partial class DescribedAnswers
{
    private static readonly SemaphoreSlim OneReader = new(1, 1);
    private static DescribedAnswers? _known;

    private readonly JsonNode _definitions;
    private readonly List<(HttpMethod Method, Regex Path, string Template, JsonNode Responses)> _calls;
    private readonly ConcurrentDictionary<string, JsonSchema> _schemas = new();

    private DescribedAnswers(JsonNode document)
    {
        _definitions = Strict(document["components"]!["schemas"]!.DeepClone());
        _calls =
        [
            .. from path in document["paths"]!.AsObject()
               from call in path.Value!.AsObject()
               let parts = path.Key.Count(c => c == '{')
               orderby parts, path.Key.Length descending
               select (HttpMethod.Parse(call.Key), PatternOf(path.Key), path.Key, call.Value!["responses"]!),
        ];
    }

    /// <summary>The description is the same on every bench but for its address, so each process reads it once.</summary>
    public static async Task CheckAsync(HttpClient http, Uri bench, HttpMethod method, string path, Answer answer)
    {
        if (path.StartsWith("/api/", StringComparison.Ordinal) && !path.StartsWith("/api/openapi.json", StringComparison.Ordinal)
            && !path.StartsWith("/api/docs", StringComparison.Ordinal))
        {
            (_known ?? await ReadAsync(http, bench))?.Check(method, path.Split('?')[0], answer);
        }
    }

    private static async Task<DescribedAnswers?> ReadAsync(HttpClient http, Uri bench)
    {
        await OneReader.WaitAsync();
        try
        {
            if (_known is null)
            {
                using var response = await http.GetAsync(new Uri(bench, "/api/openapi.json"));

                // A bench whose storage is away, or that is stopping, describes itself another time.
                _known = response.IsSuccessStatusCode ? new DescribedAnswers(JsonNode.Parse(await response.Content.ReadAsStringAsync())!) : null;
            }

            return _known;
        }
        finally
        {
            OneReader.Release();
        }
    }

    private void Check(HttpMethod method, string path, Answer answer)
    {
        var asked = method == HttpMethod.Head ? HttpMethod.Get : method;
        if (_calls.Find(call => call.Method == asked && call.Path.IsMatch(path)) is not { Responses: { } responses } call)
        {
            // There is no such call: whatever the answer, it is no answer of it.
            return;
        }

        var what = $"{method} {call.Template} answered {answer.Status}, which /api/openapi.json does not describe";
        var status = answer.Status.ToString(CultureInfo.InvariantCulture);
        if (answer.Status == 304)
        {
            return;
        }

        var described = responses[status] ?? (answer.Status >= 400 ? responses["default"] : null);
        described.ShouldNotBeNull(what);
        if (answer.Body.Length == 0 || method == HttpMethod.Head)
        {
            return;
        }

        var type = answer.ContentHeaders.ContentType?.MediaType;
        var content = described["content"]?.AsObject().FirstOrDefault(one => one.Key.Split(';')[0] == type).Value;
        content.ShouldNotBeNull($"{what} as {type}");
        if (type?.EndsWith("json", StringComparison.Ordinal) != true || content["schema"] is not { } schema)
        {
            return;
        }

        var json = JsonSerializer.Deserialize<JsonElement>(answer.Body);
        var compiled = _schemas.GetOrAdd($"{method} {call.Template} {status} {type}", _ => Compiled(schema));
        if (!compiled.Evaluate(json).IsValid)
        {
            var faults = (compiled.Evaluate(json, new EvaluationOptions { OutputFormat = OutputFormat.List }).Details ?? [])
                .Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}");
            throw new ShouldAssertException($"{what}:\n{string.Join('\n', faults.Distinct().Take(10))}\n{answer.Text[..Math.Min(answer.Text.Length, 2_000)]}");
        }
    }

    private JsonSchema Compiled(JsonNode schema)
    {
        var whole = schema.DeepClone().AsObject();
        whole["$defs"] = _definitions.DeepClone();
        return JsonSchema.FromText(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }

    /// <summary>Members that are not described are faults. The discriminator is OpenAPI's own: each of its schemas says its name by itself.</summary>
    private static JsonNode Strict(JsonNode definitions)
    {
        foreach (var schema in definitions.AsObject().Select(one => one.Value!.AsObject()))
        {
            schema.Remove("discriminator");
            if (schema.ContainsKey("properties") && !schema.ContainsKey("additionalProperties"))
            {
                schema["additionalProperties"] = false;
            }
        }

        return definitions;
    }

    private static Regex PatternOf(string template) =>
        new("^" + Placeholder().Replace(Regex.Escape(template).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+") + "/?$", RegexOptions.CultureInvariant);

    [GeneratedRegex("\\{[^}]*}")]
    private static partial Regex Placeholder();
}
