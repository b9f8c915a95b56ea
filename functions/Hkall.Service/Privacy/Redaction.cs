using System.Text.Json.Nodes;

namespace Hkall.Service.Privacy;

/// <summary>
/// Redacts a patron's request, so that nothing in it leads to a person. An event keeps its kind and its time: we still know that
/// a declaration was signed, in which version and when.
/// </summary>
internal static class Redaction
{
    /// <summary>Replaces an erased title.</summary>
    public const string ErasedTitle = "—";

    private static readonly RedactionRules Rules = new()
    {
        MayBeMissing = new HashSet<string> { "note", "office" },
        Words = new HashSet<string> { "text", "signature" },

        // Our own data, the libraries', and the fields that reports count.
        Kept = new HashSet<string>
        {
            "event", "effect", "patronId", "group", "symbol", "messageId", "policyVersion", "textVersion", "currency", "sha256", "contentType", "fileName", "id",
        },

        // Only about libraries, files and requests.
        KeptWhole = new HashSet<string> { "rota", "scan", "conditions", "related" },
        Instead = new Dictionary<string, Func<JsonNode>> { ["item"] = () => new JsonObject { ["title"] = ErasedTitle } },
    };

    public static bool IsErased(Domain.PatronRequest request) => request.Item.Title == ErasedTitle;

    /// <summary>The body of a journal entry without free text and without the item. Repeating it changes nothing.</summary>
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
