using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hkall.Service.Policies;

/// <summary>
/// Finds empty places in a document: an entry of a list or a table that is null. The serializer keeps nulls out of the members of a record
/// only.
/// </summary>
internal static class PolicyNulls
{
    public static IEnumerable<string> FaultsOf(byte[] json)
    {
        using var document = JsonDocument.Parse(json, PolicyFile.Leniently);
        return [.. In(document.RootElement, typeof(PolicyDocument), string.Empty)];
    }

    private static IEnumerable<string> In(JsonElement value, Type type, string path)
    {
        var known = PolicyFile.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return (known.Kind, value.ValueKind) switch
        {
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) =>
                value.EnumerateArray().SelectMany((item, at) => Entry(item, known.ElementType!, $"{path}[{at}]")),
            (JsonTypeInfoKind.Dictionary, JsonValueKind.Object) =>
                value.EnumerateObject().SelectMany(item => Entry(item.Value, known.ElementType!, Joined(path, item.Name))),
            (JsonTypeInfoKind.Object, JsonValueKind.Object) => value.EnumerateObject().SelectMany(item => Member(item, known, path)),
            _ => [],
        };
    }

    private static IEnumerable<string> Member(JsonProperty item, JsonTypeInfo known, string path)
    {
        if (known.Properties.FirstOrDefault(one => one.Name.Equals(item.Name, StringComparison.OrdinalIgnoreCase)) is not { } member)
        {
            return [];
        }

        // The serializer does not know whether the value of a generic table may be null; ours may not.
        var there = Joined(path, item.Name);
        return known.Type.IsGenericType ? Entry(item.Value, member.PropertyType, there) : In(item.Value, member.PropertyType, there);
    }

    private static IEnumerable<string> Entry(JsonElement value, Type type, string path) =>
        value.ValueKind == JsonValueKind.Null ? [$"{path}: this may not be null."] : In(value, type, path);

    private static string Joined(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
