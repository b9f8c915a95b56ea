using System.Text.Json.Nodes;
using Hkall.Domain;
using Hkall.Service.Engine;

namespace Hkall.Service.Privacy;

/// <summary>
/// Redacts a patron's request, so that nothing in it leads to a person. An event keeps its kind and its time: we still know that
/// a declaration was signed, in which version and when.
/// </summary>
internal static class Redaction
{
    private static readonly Redactor Rules = new(keepsItem: false);

    public static bool IsErased(PatronRequest request) => Erased.Is(request);

    /// <summary>The body of a journal entry without free text and without the item. Repeating it changes nothing.</summary>
    public static string OfEntry(string body)
    {
        var entry = JsonNode.Parse(body)!.AsObject();
        Rules.Redact<JournalEntry<RequestEvent>>(entry);
        return entry.ToJsonString(StoredJson.Stored);
    }
}
