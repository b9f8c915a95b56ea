using System.Text.Json.Nodes;

namespace Hkall.Service.Privacy;

/// <summary>Redacts a request to lend, so that nothing in it leads to a person.</summary>
internal static class LendingRedaction
{
    /// <summary>Marks a borrower that staff keyed in: its agency is the typed name, and so is the borrower's.</summary>
    private const string KeyedIn = "KEYED:";

    private static readonly RedactionRules Rules = new()
    {
        // Persons, addresses and free text.
        MayBeMissing = new HashSet<string> { "note", "email", "address", "deliverTo" },
        Words = new HashSet<string> { "text", "statement", "compliance" },

        // Data of the libraries, our own data, and the fields that reports count. A reason is one of the standard's codes.
        Kept = new HashSet<string> { "event", "symbol", "name", "agencyId", "borrowersId", "messageId", "policyVersion", "currency", "level", "barcode", "reason" },

        // The item, our own copy of it and its file: about libraries only. How a library names its reader is its own affair.
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
