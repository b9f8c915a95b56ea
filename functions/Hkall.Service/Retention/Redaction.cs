using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hkall.Service.Retention;

/// <summary>
/// What is left of a history when it may no longer lead to a person. It works on the stored text and by what is kept, so that
/// a member added later is erased until somebody says that it may stay. An event stays an event of its kind, with its time:
/// that a declaration was signed, in which version and when, is still there.
/// </summary>
internal static partial class Redaction
{
    /// <summary>Stands for the title of what is no longer known.</summary>
    public const string ErasedTitle = "—";

    /// <summary>Words of people, whatever they look like.</summary>
    private static readonly HashSet<string> Words = ["note", "text", "office", "signature"];

    /// <summary>Texts that name no patron: ours, the libraries', and what is counted by.</summary>
    private static readonly HashSet<string> Kept =
        ["event", "effect", "patronId", "group", "symbol", "messageId", "policyVersion", "textVersion", "currency", "sha256", "contentType", "fileName", "id"];

    /// <summary>Subtrees that speak of libraries and files alone.</summary>
    private static readonly HashSet<string> KeptWhole = ["rota", "scan"];

    /// <summary>Members of the placing that may be missing.</summary>
    private static readonly HashSet<string> MayBeMissing = ["note", "office"];

    public static bool IsErased(Requests.Request request) => request.Item.Title == ErasedTitle;

    /// <summary>The body of a journal entry without the words of people and without what was asked for. Doing it twice changes nothing.</summary>
    public static string OfEntry(string body)
    {
        var entry = JsonNode.Parse(body)!.AsObject();
        foreach (var happened in entry["events"]!.AsArray())
        {
            Redact(happened!.AsObject());
        }

        foreach (var item in entry["outbox"] as JsonArray ?? [])
        {
            item!.AsObject().Remove("note");
            (item["effect"] as JsonObject)?.Remove("note");
            if (item["effect"]?["facts"] is JsonObject facts && facts["reason"] is JsonValue reason && !IsName(reason.GetValue<string>()))
            {
                facts.Remove("reason");
            }
        }

        return entry.ToJsonString(Turns.DeskJson.Stored);
    }

    private static void Redact(JsonObject node)
    {
        foreach (var (name, value) in node.ToList())
        {
            switch (value)
            {
                case JsonObject when name == "item":
                    node[name] = new JsonObject { ["title"] = ErasedTitle };
                    break;
                case JsonObject or JsonArray when KeptWhole.Contains(name):
                    break;
                case JsonObject below:
                    Redact(below);
                    break;
                case JsonArray list:
                    foreach (var each in list.OfType<JsonObject>())
                    {
                        Redact(each);
                    }

                    break;
                case JsonValue text when text.GetValueKind() == System.Text.Json.JsonValueKind.String && !MayStay(name, text.GetValue<string>()):
                    if (MayBeMissing.Contains(name))
                    {
                        node.Remove(name);
                    }
                    else
                    {
                        node[name] = string.Empty;
                    }

                    break;
            }
        }
    }

    private static bool MayStay(string name, string text) => !Words.Contains(name) && (Kept.Contains(name) || IsOurs(text));

    /// <summary>A name of ours, a number, or a time.</summary>
    internal static bool IsOurs(string text) => IsName(text) || Time().IsMatch(text);

    /// <summary>Reasons of ours are names (<c>not-returned</c>); what a person wrote is a sentence, or begins with a capital, or is in Chinese.</summary>
    private static bool IsName(string text) => Name().IsMatch(text);

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]+)?$")]
    private static partial Regex Time();
}
