using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hkall.Service.Policies;

/// <summary>A member that differs between two documents.</summary>
/// <param name="Path">The member, joined with dots: <c>figures.loanDays.undergraduate</c>.</param>
/// <param name="Before">What stands there in the first document; null if there is nothing.</param>
/// <param name="After">The same in the second.</param>
public sealed record PolicyDifference(string Path, string? Before, string? After);

/// <summary>Compares two documents member by member, whatever they leave out.</summary>
public static class PolicyComparison
{
    /// <summary>The member that names the version; it differs always and decides nothing.</summary>
    private const string Name = "figures.version";

    public static IReadOnlyList<PolicyDifference> Of(PolicyDocument before, PolicyDocument after)
    {
        var (first, second) = (MembersOf(before), MembersOf(after));
        return
        [
            .. first.Keys.Concat(second.Keys.Where(path => !first.ContainsKey(path)))
                .Where(path => path != Name && first.GetValueOrDefault(path) != second.GetValueOrDefault(path))
                .Select(path => new PolicyDifference(path, first.GetValueOrDefault(path), second.GetValueOrDefault(path))),
        ];
    }

    /// <summary>Every member with its value, in the order of the document. A reading stands for the table that it gives.</summary>
    public static IReadOnlyDictionary<string, string?> MembersOf(PolicyDocument document)
    {
        var members = new Dictionary<string, string?>(StringComparer.Ordinal);
        var root = JsonSerializer.SerializeToNode(document with { Figures = document.ToPolicy(), Reading = null }, PolicyFile.Options)!.AsObject();
        root.Remove("reading");
        Collect(root, string.Empty, members);
        return members;
    }

    private static void Collect(JsonNode? node, string path, Dictionary<string, string?> members)
    {
        switch (node)
        {
            case JsonObject amount when AmountOf(amount) is { } written:
                members[path] = written;
                break;
            case JsonObject table:
                foreach (var (name, value) in table)
                {
                    Collect(value, path.Length == 0 ? name : $"{path}.{name}", members);
                }

                break;
            case JsonArray list when list.All(item => item is JsonObject) && list.Count > 0:
                foreach (var (item, at) in list.Select((item, at) => (item!.AsObject(), at)))
                {
                    Collect(item, $"{path}.{NameOf(item) ?? at.ToString(CultureInfo.InvariantCulture)}", members);
                }

                break;
            case JsonArray list:
                members[path] = list.Count == 0 ? null : string.Join(", ", list.Select(Written));
                break;
            default:
                members[path] = Written(node);
                break;
        }
    }

    private static string? AmountOf(JsonObject node) => node.Count == 2 && node["currency"] is JsonValue currency && node["amount"] is JsonValue amount
        ? $"{currency} {Written(amount)}" : null;

    /// <summary>By what the entry of a list is known, so that an entry more does not change all that follow.</summary>
    private static string? NameOf(JsonObject entry) => (entry["name"] ?? entry["date"] ?? entry["from"])?.ToString();

    private static string? Written(JsonNode? value) => value switch
    {
        null => null,
        JsonValue number when number.GetValueKind() == JsonValueKind.Number =>
            decimal.TryParse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure)
                ? figure.ToString("G29", CultureInfo.InvariantCulture) : number.ToJsonString(),
        JsonValue flag when flag.GetValueKind() is JsonValueKind.True => "true",
        JsonValue flag when flag.GetValueKind() is JsonValueKind.False => "false",
        _ => value.ToString(),
    };
}
