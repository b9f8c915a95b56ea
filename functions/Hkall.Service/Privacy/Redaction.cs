using System.Text.Json.Nodes;

namespace Hkall.Service.Privacy;

/// <summary>
/// What is left of a patron's request when it may no longer lead to a person. An event stays an event of its kind, with its time:
/// that a declaration was signed, in which version and when, is still there.
/// </summary>
internal static class Redaction
{
    /// <summary>Stands for the title of what is no longer known.</summary>
    public const string ErasedTitle = "—";

    private static readonly RedactionRules Rules = new()
    {
        MayBeMissing = new HashSet<string> { "note", "office" },
        Words = new HashSet<string> { "text", "signature" },

        // Ours, the libraries', and what is counted by.
        Kept = new HashSet<string>
        {
            "event", "effect", "patronId", "group", "symbol", "messageId", "policyVersion", "textVersion", "currency", "sha256", "contentType", "fileName", "id",
        },

        // Of libraries, of files and of requests alone.
        KeptWhole = new HashSet<string> { "rota", "scan", "conditions", "related" },
        Instead = new Dictionary<string, Func<JsonNode>> { ["item"] = () => new JsonObject { ["title"] = ErasedTitle } },
    };

    public static bool IsErased(Domain.PatronRequest request) => request.Item.Title == ErasedTitle;

    /// <summary>The body of a journal entry without the words of people and without what was asked for. Doing it twice changes nothing.</summary>
    public static string OfEntry(string body)
    {
        var entry = JsonNode.Parse(body)!.AsObject();
        foreach (var happened in entry["events"]!.AsArray())
        {
            Rules.Redact(happened!.AsObject());
        }

        foreach (var item in entry["outbox"] as JsonArray ?? [])
        {
            item!.AsObject().Remove("note");
            (item["effect"] as JsonObject)?.Remove("note");
            if (item["effect"]?["facts"] is JsonObject facts && facts["reason"] is JsonValue reason && !RedactionRules.IsName(reason.GetValue<string>()))
            {
                facts.Remove("reason");
            }
        }

        return entry.ToJsonString(Engine.StoredJson.Stored);
    }
}
