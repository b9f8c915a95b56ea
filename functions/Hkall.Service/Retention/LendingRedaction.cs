using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hkall.Service.Retention;

/// <summary>
/// What is left of a request to lend when it may no longer lead to a person. By what is kept, as with patrons' requests: a
/// member added later is erased until somebody says that it may stay.
/// </summary>
internal static class LendingRedaction
{
    /// <summary>Of whom staff keyed in: their agency is the name that was typed, and so is the borrower's.</summary>
    private const string KeyedIn = "KEYED:";

    /// <summary>Who, where and in which words; each may be missing.</summary>
    private static readonly HashSet<string> MayBeMissing = ["note", "email", "address", "deliverTo"];

    /// <summary>Words of people of which it stays known that they were said.</summary>
    private static readonly HashSet<string> Words = ["text", "statement", "compliance"];

    /// <summary>Texts that name no person: the libraries', ours, and what is counted by. A reason is one of the standard's codes.</summary>
    private static readonly HashSet<string> Kept =
        ["event", "symbol", "name", "agencyId", "borrowersId", "messageId", "policyVersion", "currency", "level", "barcode", "reason"];

    /// <summary>What was asked for, our own copy of it and its file: of libraries alone. What a library's reader is called is its own affair.</summary>
    private static readonly HashSet<string> KeptWhole = ["item", "holding", "scan", "conditions"];

    public static string OfEntry(string body)
    {
        var entry = JsonNode.Parse(body)!.AsObject();
        foreach (var happened in entry["events"]!.AsArray().OfType<JsonObject>())
        {
            if (happened["borrower"] is JsonObject borrower && happened["agencyId"]?.GetValue<string>().StartsWith(KeyedIn, StringComparison.Ordinal) == true)
            {
                borrower["name"] = borrower["symbol"]!.GetValue<string>();
            }

            Redact(happened);
        }

        foreach (var item in (entry["outbox"] as JsonArray ?? []).OfType<JsonObject>())
        {
            item.Remove("note");
            (item["effect"]?["facts"] as JsonObject)?.Remove("note");
        }

        return entry.ToJsonString(Turns.DeskJson.Stored);
    }

    private static void Redact(JsonObject node)
    {
        foreach (var (name, value) in node.ToList())
        {
            switch (value)
            {
                case not null when MayBeMissing.Contains(name):
                    node.Remove(name);
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

                    // Names of ours stand in a list as they are; anything else in one was somebody's.
                    if (list.OfType<JsonValue>().Any(each => each.GetValueKind() == JsonValueKind.String && !Redaction.IsOurs(each.GetValue<string>())))
                    {
                        list.Clear();
                    }

                    break;
                case JsonValue text when text.GetValueKind() == JsonValueKind.String && !MayStay(name, text.GetValue<string>()):
                    node[name] = string.Empty;
                    break;
            }
        }
    }

    private static bool MayStay(string name, string text) => !Words.Contains(name) && (Kept.Contains(name) || Redaction.IsOurs(text));
}
