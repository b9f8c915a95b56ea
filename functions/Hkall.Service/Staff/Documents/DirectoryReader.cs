using System.Text.Json;
using System.Text.Json.Nodes;
using Hkall.Service.Partners;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Staff.Documents;

/// <summary>
/// Reads a document of the directory and reports all of its faults, not only the first: staff who wrote forty entries by hand
/// should not have to send them forty times.
/// </summary>
internal static class DirectoryReader
{
    /// <summary>Room for <see cref="PartnerDirectory.MostPartners"/> entries of four thousand characters; a complete entry takes about two thousand.</summary>
    public const int LargestBytes = 4 * 1024 * 1024;

    /// <summary>The most faults of form reported for one entry; an entry with more belongs to another kind of document.</summary>
    private const int MostFaultsOfForm = 20;

    private static readonly JsonDocumentOptions Whole = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <returns>The entries by their position in the document; null for an entry that could not be read.</returns>
    /// <exception cref="BadInputException">The body is not such a document at all.</exception>
    public static IReadOnlyList<DirectoryEntry?> Read(ReadOnlySpan<byte> body, Fields fields)
    {
        var document = Parse(body);
        foreach (var (name, _) in document)
        {
            if (name is not ("format" or "version" or "exportedAt" or "note" or "partners"))
            {
                fields.Fault(name, "unknown-member", "This member is not known here.");
            }
        }

        if (!Is(document["format"], DirectoryDocument.TheFormat) || !Is(document["version"], DirectoryDocument.TheVersion))
        {
            fields.Fault(
                "version", "unknown-version", $"A document of the format {DirectoryDocument.TheFormat} in its version {DirectoryDocument.TheVersion}.");
            return [];
        }

        if (document["partners"] is not JsonArray partners)
        {
            fields.Fault("partners", "missing-member", "The list of partners.");
            return [];
        }

        if (partners.Count > PartnerDirectory.MostPartners)
        {
            fields.Fault("partners", "too-many", $"At most {PartnerDirectory.MostPartners}.");
            return [];
        }

        return [.. partners.Select((entry, i) => Entry(entry, $"partners.{i}", fields))];
    }

    private static JsonObject Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: Whole) as JsonObject
                ?? throw new BadInputException(400, "malformed-json", "The body is not a document of the directory.");
        }
        catch (JsonException bad) when (bad.Message.Contains("uplicate", StringComparison.Ordinal))
        {
            throw new BadInputException(400, "duplicate-member", "A member is given twice.");
        }
        catch (JsonException)
        {
            throw new BadInputException(400, "malformed-json", "The body is not JSON.");
        }
    }

    private static bool Is<T>(JsonNode? node, T wanted) => node is JsonValue value && value.TryGetValue<T>(out var given) && Equals(given, wanted);

    /// <summary>The serializer stops at the first fault, so this removes the faulty member and reads the rest again.</summary>
    private static DirectoryEntry? Entry(JsonNode? node, string path, Fields fields)
    {
        if (node is not JsonObject entry)
        {
            fields.Fault(path, "wrong-type", "An entry is an object.");
            return null;
        }

        var takenOut = new HashSet<string>(StringComparer.Ordinal);
        for (var times = 0; times < MostFaultsOfForm; times++)
        {
            try
            {
                var read = StrictJson.Read<DirectoryEntry>(JsonSerializer.SerializeToUtf8Bytes(entry));
                return takenOut.Count == 0 ? read : null;
            }
            catch (BadInputException bad)
            {
                var named = bad.Errors ?? new Dictionary<string, Text[]> { [string.Empty] = [bad.Detail] };
                var isNew = false;
                foreach (var (member, reasons) in named.Where(fault => !takenOut.Contains(fault.Key)))
                {
                    var place = member.Replace("[", ".", StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal);
                    fields.Fault(place.Length == 0 ? path : $"{path}.{place}", bad.Code, reasons[0]);
                    isNew |= takenOut.Add(member) && TakeOut(entry, place.Split('.'));
                }

                if (!isNew)
                {
                    return null;
                }
            }
        }

        return null;
    }

    /// <summary>Removes the member itself, or the whole list around it: list positions must stay stable.</summary>
    private static bool TakeOut(JsonObject entry, IReadOnlyList<string> path)
    {
        var parent = entry;
        foreach (var step in path)
        {
            if (parent[step] is JsonObject within && step != path[^1])
            {
                parent = within;
                continue;
            }

            return parent.Remove(step);
        }

        return false;
    }
}
