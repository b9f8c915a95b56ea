using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hkall.Service.Privacy;

/// <summary>
/// What stays of a stored text once nothing in it may lead to a person. The rules list what is kept, so that a member added later
/// is erased until someone lists it here. Erased texts and lists of texts become empty.
/// </summary>
internal sealed partial record RedactionRules
{
    /// <summary>Free text and addresses; each member may be missing, and is removed.</summary>
    public required IReadOnlySet<string> MayBeMissing { get; init; }

    /// <summary>Free text, whatever it looks like, that is emptied but whose member stays.</summary>
    public required IReadOnlySet<string> Words { get; init; }

    /// <summary>Texts that name no person.</summary>
    public required IReadOnlySet<string> Kept { get; init; }

    /// <summary>Lists and subtrees that contain nothing about a person.</summary>
    public required IReadOnlySet<string> KeptWhole { get; init; }

    /// <summary>Subtrees that are replaced, by their names.</summary>
    public IReadOnlyDictionary<string, Func<JsonNode>> Instead { get; init; } = new Dictionary<string, Func<JsonNode>>();

    /// <summary>Whether the text is one of our names, a number, or a time.</summary>
    public static bool IsOurs(string text) => IsName(text) || Time().IsMatch(text);

    /// <summary>Our own reasons are names (<c>not-returned</c>); a person writes a sentence, begins with a capital, or writes Chinese.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>Redacts the node in place. Repeating it changes nothing.</summary>
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

        // Our own names stay in a list; any other text may come from a person.
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
