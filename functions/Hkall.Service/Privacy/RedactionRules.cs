using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hkall.Service.Privacy;

/// <summary>
/// What may stay of a stored text when it may no longer lead to a person. By what is kept, so that a member added later is erased until
/// somebody says that it may stay: a text becomes empty, a list of texts too.
/// </summary>
internal sealed partial record RedactionRules
{
    /// <summary>Words of people and addresses; each may be missing, and then is.</summary>
    public required IReadOnlySet<string> MayBeMissing { get; init; }

    /// <summary>Words of people, whatever they look like, of which it stays known that they were said.</summary>
    public required IReadOnlySet<string> Words { get; init; }

    /// <summary>Texts that name no person.</summary>
    public required IReadOnlySet<string> Kept { get; init; }

    /// <summary>Lists and subtrees that speak of no person.</summary>
    public required IReadOnlySet<string> KeptWhole { get; init; }

    /// <summary>Subtrees that are something else afterwards, by their names.</summary>
    public IReadOnlyDictionary<string, Func<JsonNode>> Instead { get; init; } = new Dictionary<string, Func<JsonNode>>();

    /// <summary>A name of ours, a number, or a time.</summary>
    public static bool IsOurs(string text) => IsName(text) || Time().IsMatch(text);

    /// <summary>Reasons of ours are names (<c>not-returned</c>); what a person wrote is a sentence, or begins with a capital, or is in Chinese.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>Doing it twice changes nothing.</summary>
    public void Redact(JsonObject node)
    {
        foreach (var (name, value) in node.ToList())
        {
            switch (value)
            {
                case not null when MayBeMissing.Contains(name):
                    node.Remove(name);
                    break;
                case JsonObject when Instead.TryGetValue(name, out var instead):
                    node[name] = instead();
                    break;
                case JsonObject or JsonArray when KeptWhole.Contains(name):
                    break;
                case JsonObject below:
                    Redact(below);
                    break;
                case JsonArray list:
                    Redact(list);
                    break;
                case JsonValue text when TextOf(text) is { } said && !MayStay(name, said):
                    node[name] = string.Empty;
                    break;
            }
        }
    }

    private void Redact(JsonArray list)
    {
        foreach (var each in list.OfType<JsonObject>())
        {
            Redact(each);
        }

        // Names of ours stand in a list as they are; anything else in one was somebody's.
        if (list.OfType<JsonValue>().Any(each => TextOf(each) is { } said && !IsOurs(said)))
        {
            list.Clear();
        }
    }

    private static string? TextOf(JsonValue value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private bool MayStay(string name, string text) => !Words.Contains(name) && (Kept.Contains(name) || IsOurs(text));

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]+)?$")]
    private static partial Regex Time();
}
