using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;

namespace Hkall.Service.Privacy;

/// <summary>
/// Erases from stored JSON what may lead to a person. The types that the JSON was written from say what stays: numbers, dates, codes, and the
/// texts marked so (<see cref="TextKindAttribute"/>). How a text looks decides nothing. A text that no type knows is erased, so that a member
/// added later is erased until somebody marks it.
/// </summary>
/// <param name="keepsItem">Whether the item stays: a library's request to us shows no person's reading.</param>
internal sealed class Redactor(bool keepsItem)
{
    /// <summary>Replaces an erased title.</summary>
    public const string ErasedTitle = Engine.Erased.Title;

    /// <summary>An actor is an opaque key, a library's symbol or a kind; it never is a name.</summary>
    private static readonly HashSet<Type> Plain =
    [
        typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(double), typeof(DateOnly), typeof(TimeOnly), typeof(DateTimeOffset), typeof(TimeSpan),
        typeof(Actor),
    ];

    /// <summary>Redacts the node in place. Repeating it changes nothing.</summary>
    public void Redact<T>(JsonObject node) => RedactObject(node, typeof(T));

    /// <summary>What a text is; null if nothing says it.</summary>
    internal static TextKindAttribute? KindOf(JsonPropertyInfo member) =>
        (TextKindAttribute?)(member.AttributeProvider?.GetCustomAttributes(typeof(TextKindAttribute), inherit: true).FirstOrDefault()
            ?? member.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(typeof(TextKindAttribute), inherit: true).FirstOrDefault());

    /// <summary>Whether values of the type say nothing about a person, whatever they are.</summary>
    internal static bool IsPlain(Type type) => type.IsEnum || Plain.Contains(type);

    private void RedactObject(JsonObject node, Type type)
    {
        var contract = StoredJson.Stored.GetTypeInfo(type);
        string? discriminator = null;
        if (contract.PolymorphismOptions is { } kinds)
        {
            discriminator = kinds.TypeDiscriminatorPropertyName;
            var name = node[discriminator] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
            var derived = kinds.DerivedTypes.FirstOrDefault(kind => kind.TypeDiscriminator as string == name).DerivedType;
            contract = derived is null ? null : StoredJson.Stored.GetTypeInfo(derived);
        }

        var members = contract?.Properties.ToDictionary(member => member.Name, StringComparer.Ordinal) ?? [];
        foreach (var (name, value) in node.ToList())
        {
            if (value is null || name == discriminator)
            {
                continue;
            }

            if (!members.TryGetValue(name, out var member))
            {
                node[name] = WithoutTexts(value);
            }
            else if (Redacted(value, member.PropertyType, KindOf(member)) is { } redacted)
            {
                Set(node, name, value, redacted);
            }
            else if (member.IsGetNullable)
            {
                node.Remove(name);
            }
            else
            {
                node[name] = value is JsonArray ? new JsonArray() : string.Empty;
            }
        }
    }

    /// <returns>What stays of the value; null if nothing may.</returns>
    private JsonNode? Redacted(JsonNode value, Type declared, TextKindAttribute? kind)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (IsPlain(type))
        {
            return value;
        }

        if (type == typeof(StatedReason))
        {
            return JsonSerializer.SerializeToNode(value.Deserialize<StatedReason>(StoredJson.Stored).Erased(), StoredJson.Stored);
        }

        if (type == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(type))
        {
            return Stays(kind) ? value : null;
        }

        if (type == typeof(Item) && !keepsItem)
        {
            return new JsonObject { ["title"] = ErasedTitle };
        }

        return (StoredJson.Stored.GetTypeInfo(type), value) switch
        {
            ({ Kind: JsonTypeInfoKind.Object }, JsonObject below) => Within(below, type),
            ({ Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element }, JsonArray list) => Each(list, element),
            _ => null,
        };
    }

    private bool Stays(TextKindAttribute? kind) => kind switch
    {
        CodeAttribute or IdAttribute or LibraryTextAttribute => true,
        BibliographicAttribute => keepsItem,
        PersonsWordsAttribute or TraceAttribute or null => false,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private JsonObject Within(JsonObject node, Type type)
    {
        RedactObject(node, type);
        return node;
    }

    private JsonArray Each(JsonArray list, Type element)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { } value && Redacted(value, element, kind: null) is var redacted && redacted != value)
            {
                list[i] = redacted;
            }
        }

        return list;
    }

    /// <summary>A node has one parent: it is put in place only if it is another.</summary>
    private static void Set(JsonObject node, string name, JsonNode before, JsonNode after)
    {
        if (before != after)
        {
            node[name] = after;
        }
    }

    /// <summary>What stays of a value that no type describes: numbers, and texts that are a date and nothing else.</summary>
    private static JsonNode? WithoutTexts(JsonNode value)
    {
        switch (value)
        {
            case JsonObject below:
                return new JsonObject(below.Select(member => KeyValuePair.Create(member.Key, member.Value is { } inner ? WithoutTexts(inner) : null)));
            case JsonArray list:
                return list.Any(IsText) ? new JsonArray() : new JsonArray([.. list.Select(each => each is null ? null : WithoutTexts(each))]);
            default:
                return IsText(value) ? string.Empty : value.DeepClone();
        }
    }

    private static bool IsText(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var said) && !IsDate(said);

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
