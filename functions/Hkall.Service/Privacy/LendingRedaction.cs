using System.Text.Json.Nodes;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;

namespace Hkall.Service.Privacy;

/// <summary>
/// Redacts a request to lend, so that nothing in it leads to a person. The item stays: how a library names its reader is its own affair.
/// </summary>
internal static class LendingRedaction
{
    /// <summary>Marks a borrower that staff keyed in: its agency is the typed name, and so is the borrower's.</summary>
    private const string KeyedIn = "KEYED:";

    private static readonly Redactor Rules = new(keepsItem: true);

    public static string OfEntry(string body)
    {
        var entry = JsonNode.Parse(body)!.AsObject();
        foreach (var happened in entry["events"]!.AsArray().OfType<JsonObject>())
        {
            if (happened["borrower"] is JsonObject borrower && happened["agencyId"]?.GetValue<string>().StartsWith(KeyedIn, StringComparison.Ordinal) == true)
            {
                borrower["name"] = borrower["symbol"]!.GetValue<string>();
            }
        }

        Rules.Redact<JournalEntry<LendingEvent>>(entry);
        return entry.ToJsonString(StoredJson.Stored);
    }
}
