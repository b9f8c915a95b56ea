using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Hkall.Service.Policies;

namespace Hkall.Service.PolicyVersions;

/// <summary>What a field of the policy holds.</summary>
public enum PolicyFieldKind
{
    Number,
    Amount,
    YesNo,
    Time,
    Code,
    Words,
    Numbers,
    Codes,
}

/// <summary>A plain value of the policy, which a form can show.</summary>
/// <param name="Path">The member, joined with dots: <c>figures.loanDays.undergraduate</c>.</param>
/// <param name="Known">The codes that it may hold; none for other kinds.</param>
/// <param name="MayBeEmpty">Whether nothing may stand there.</param>
public sealed record PolicyField(string Path, PolicyFieldKind Kind, IReadOnlyList<string> Known, bool MayBeEmpty, JsonNode? Value);

/// <summary>
/// The plain values of a document: numbers, yes or no, times, codes, words and lists of them, as its types say. What has more parts, such as the tags,
/// stands in the document only.
/// </summary>
public static class PolicyFields
{
    /// <summary>What only the deployment decides.</summary>
    private static readonly string[] OfDeployment = ["library", "roles", "limits"];

    /// <summary>A document with every member that it leaves out at its default.</summary>
    /// <returns>Null if the text is no JSON object, so that nothing of it can stand in fields.</returns>
    public static JsonObject? Whole(string text)
    {
        try
        {
            if (JsonNode.Parse(text, nodeOptions: null, PolicyFile.Leniently) is not JsonObject given)
            {
                return null;
            }

            var whole = (JsonObject)JsonSerializer.SerializeToNode(new PolicyDocument(), PolicyFile.Options)!;
            Take(whole, given, typeof(PolicyDocument));
            foreach (var section in OfDeployment.Where(section => Find(given, section) is null))
            {
                whole.Remove(section);
            }

            if (whole["reading"] is not null)
            {
                (whole["figures"] as JsonObject)?.Remove("privileges");
            }

            return whole;
        }
        catch (Exception bad) when (bad is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The fields of a whole document, in its order.</summary>
    public static IReadOnlyList<PolicyField> Of(JsonObject whole) =>
        [.. In(whole, typeof(PolicyDocument), string.Empty, mayBeEmpty: false).Where(field => !OfDeployment.Contains(field.Path.Split('.')[0]))];

    /// <summary>The document with other values at these paths.</summary>
    public static string Changed(JsonObject whole, IEnumerable<(string Path, JsonNode? Value)> changes)
    {
        var changed = (JsonObject)whole.DeepClone();
        foreach (var (path, value) in changes)
        {
            var parts = path.Split('.');
            var at = parts[..^1].Aggregate(changed, (table, part) => (JsonObject)table[part]!);
            at[parts[^1]] = value?.DeepClone();
        }

        return changed.ToJsonString(PolicyFile.Options);
    }

    /// <summary>Takes the members of a document over into the defaults. A table by group or by kind of borrower is taken as it is.</summary>
    private static void Take(JsonObject whole, JsonObject given, Type type)
    {
        foreach (var (name, value) in given)
        {
            var member = MemberOf(type, name);
            var known = member?.Name ?? name;
            if (value is JsonObject inner && whole[known] is JsonObject there && member is not null && IsRecord(member.PropertyType))
            {
                Take(there, inner, member.PropertyType);
            }
            else
            {
                whole[known] = value?.DeepClone();
            }
        }
    }

    private static IEnumerable<PolicyField> In(JsonNode? value, Type type, string path, bool mayBeEmpty)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (KindOf(plain) is { } kind)
        {
            return [new PolicyField(path, kind, CodesOf(plain), mayBeEmpty || plain != type, value)];
        }

        return value is not JsonObject table ? [] : table.SelectMany(member =>
        {
            var there = path.Length == 0 ? member.Key : $"{path}.{member.Key}";
            var shape = PolicyFile.Options.GetTypeInfo(plain);
            return shape.Kind == JsonTypeInfoKind.Dictionary ? In(member.Value, shape.ElementType!, there, mayBeEmpty: false)
                : MemberOf(plain, member.Key) is { } known ? In(member.Value, known.PropertyType, there, known.IsSetNullable && !known.PropertyType.IsValueType)
                : [];
        });
    }

    private static PolicyFieldKind? KindOf(Type type) => type switch
    {
        _ when type == typeof(int) => PolicyFieldKind.Number,
        _ when type == typeof(decimal) => PolicyFieldKind.Amount,
        _ when type == typeof(bool) => PolicyFieldKind.YesNo,
        _ when type == typeof(TimeOnly) => PolicyFieldKind.Time,
        _ when type == typeof(string) || type == typeof(Uri) => PolicyFieldKind.Words,
        { IsEnum: true } => PolicyFieldKind.Code,
        _ when ListOf(type) is { } item => item == typeof(int) ? PolicyFieldKind.Numbers : item.IsEnum ? PolicyFieldKind.Codes : null,
        _ => null,
    };

    private static Type? ListOf(Type type) =>
        PolicyFile.Options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } ? item : null;

    private static IReadOnlyList<string> CodesOf(Type type) => type.IsEnum || (type != typeof(string) && ListOf(type) is { IsEnum: true })
        ? [
            .. Enum.GetValues(type.IsEnum ? type : ListOf(type)!).Cast<object>()
                .Select(code => JsonSerializer.SerializeToNode(code, PolicyFile.Options)!.ToString()),
        ]
        : [];

    private static bool IsRecord(Type type) =>
        KindOf(Nullable.GetUnderlyingType(type) ?? type) is null && PolicyFile.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object;

    private static JsonPropertyInfo? MemberOf(Type type, string name) => PolicyFile.Options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } shape
        ? shape.Properties.FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) : null;

    private static JsonNode? Find(JsonObject table, string name) =>
        table.FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
