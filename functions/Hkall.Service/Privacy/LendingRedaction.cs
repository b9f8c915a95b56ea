using System.Text.Json.Nodes;

namespace Hkall.Service.Privacy;

/// <summary>What is left of a request to lend when it may no longer lead to a person.</summary>
internal static class LendingRedaction
{
    /// <summary>Of whom staff keyed in: their agency is the name that was typed, and so is the borrower's.</summary>
    private const string KeyedIn = "KEYED:";

    private static readonly RedactionRules Rules = new()
    {
        // Who, where and in which words.
        MayBeMissing = new HashSet<string> { "note", "email", "address", "deliverTo" },
        Words = new HashSet<string> { "text", "statement", "compliance" },

        // The libraries', ours, and what is counted by. A reason is one of the standard's codes.
        Kept = new HashSet<string> { "event", "symbol", "name", "agencyId", "borrowersId", "messageId", "policyVersion", "currency", "level", "barcode", "reason" },

        // What was asked for, our own copy of it and its file: of libraries alone. What a library's reader is called is its own affair.
        KeptWhole = new HashSet<string> { "item", "holding", "scan", "conditions" },
    };

    public static string OfEntry(string body)
    {
        var entry = JsonNode.Parse(body)!.AsObject();
        foreach (var happened in entry["events"]!.AsArray().OfType<JsonObject>())
        {
            if (happened["borrower"] is JsonObject borrower && happened["agencyId"]?.GetValue<string>().StartsWith(KeyedIn, StringComparison.Ordinal) == true)
            {
                borrower["name"] = borrower["symbol"]!.GetValue<string>();
            }

            Rules.Redact(happened);
        }

        foreach (var item in (entry["outbox"] as JsonArray ?? []).OfType<JsonObject>())
        {
            item.Remove("note");
            (item["effect"]?["facts"] as JsonObject)?.Remove("note");
        }

        return entry.ToJsonString(Engine.StoredJson.Stored);
    }
}
