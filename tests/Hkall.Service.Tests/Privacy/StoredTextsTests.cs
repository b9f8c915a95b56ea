using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Privacy;

namespace Hkall.Service.Tests.Privacy;

/// <summary>Every text that is stored is classified, and erasure goes by the class alone.</summary>
public sealed class StoredTextsTests
{
    private const string Marker = "Amy Chan rang";

    private static readonly Type[] Entries = [typeof(JournalEntry<RequestEvent>), typeof(JournalEntry<LendingEvent>)];

    private static readonly IReadOnlyList<Type> Types = [.. Concrete<RequestEvent>(), .. Concrete<LendingEvent>(), .. Concrete<Effect>()];

    public static TheoryData<string> Kinds => [.. Types.Select(type => type.FullName!)];

    [Fact]
    public void Every_text_of_an_event_or_an_effect_says_what_it_is()
    {
        var members = Entries.SelectMany(entry => Reachable(entry, []))
            .Distinct().SelectMany(type => Stored(type).Select(member => (Type: type, Member: member))).ToList();

        members.Count(each => IsText(each.Member.PropertyType)).ShouldBeGreaterThan(50);
        members.Where(each => IsText(each.Member.PropertyType) && Redactor.KindOf(each.Member) is null)
            .Select(each => $"{each.Type.Name}.{each.Member.Name}").ShouldBeEmpty("Mark it with a kind of text.");
        members.Where(each => !IsKnown(each.Member.PropertyType))
            .Select(each => $"{each.Type.Name}.{each.Member.Name}: {each.Member.PropertyType}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_word_of_a_person_outlives_erasure_in_any_event_or_effect(string kind)
    {
        var type = typeof(RequestEvent).Assembly.GetType(kind)!;
        var lending = type.IsSubclassOf(typeof(LendingEvent)) || type.IsSubclassOf(typeof(LendingEffect));
        var node = Filled(type, lending);
        var isEffect = type.IsSubclassOf(typeof(Effect));
        var before = EntryOf(isEffect ? null : node, isEffect ? node : null);

        var after = lending ? LendingRedaction.OfEntry(before) : Redaction.OfEntry(before);

        after.ShouldNotContain(Marker);
        (lending ? LendingRedaction.OfEntry(after) : Redaction.OfEntry(after)).ShouldBe(after, "Repeating it changes nothing.");
        if (lending)
        {
            StoredJson.Read<JournalEntry<LendingEvent>>(after).FirstEvent.ShouldBe(1);
        }
        else
        {
            StoredJson.Read<JournalEntry<RequestEvent>>(after).FirstEvent.ShouldBe(1);
        }
    }

    [Fact]
    public void The_texts_that_are_tried_are_in_the_entries_before_erasure() =>
        Types.Count(type => Filled(type, keepsItem: false).ToJsonString().Contains(Marker, StringComparison.Ordinal))
            .ShouldBeGreaterThan(30);

    [Theory]
    [InlineData("\"98765432\"")]
    [InlineData("\"wong\"")]
    [InlineData("""{"words":"silent"}""")]
    public void A_reason_in_words_goes_from_the_event_and_from_the_facts_of_a_mail(string words)
    {
        var redacted = Redaction.OfEntry(EntryOf(
            JsonNode.Parse($$"""{"event":"request-rejected","why":{{words}}}"""),
            JsonNode.Parse($$$"""{"effect":"tell-patron","notice":"rejected","facts":{"reason":{{{words}}}}}""")));

        redacted.ShouldContain("\"why\":\"\"");
        redacted.ShouldContain("\"reason\":\"\"");
        redacted.ShouldNotContain("words");
        redacted.ShouldNotContain(JsonSerializer.Deserialize<StatedReason>(words).Text);
    }

    private static string EntryOf(JsonNode? happened, JsonNode? effect) => new JsonObject
    {
        ["number"] = 1,
        ["at"] = "2026-11-23T09:00:00+08:00",
        ["by"] = "patron",
        ["firstEvent"] = 1,
        ["events"] = new JsonArray(happened is null ? [] : [happened]),
        ["outbox"] = new JsonArray(effect is null ? [] :
            [new JsonObject { ["key"] = "k", ["effect"] = effect, ["state"] = "delivered", ["tries"] = 1, ["nextAt"] = "2026-11-23T09:00:00+08:00",
                ["note"] = Marker }]),
    }.ToJsonString();

    /// <summary>A stored record with every member, and the marker in every text that may lead to a person.</summary>
    private static JsonObject Filled(Type type, bool keepsItem)
    {
        var node = new JsonObject();
        if (Discriminator(type) is { } discriminator)
        {
            node[discriminator.Name] = discriminator.Value;
        }

        foreach (var member in Stored(type))
        {
            node[member.Name] = Value(member.PropertyType, Redactor.KindOf(member), keepsItem);
        }

        return node;
    }

    private static JsonNode? Value(Type declared, TextKindAttribute? kind, bool keepsItem)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when type == typeof(string) => Text(kind, keepsItem),
            _ when type == typeof(StatedReason) => new JsonObject { ["words"] = Marker },
            _ when type.IsEnum => JsonSerializer.SerializeToNode(Enum.GetValues(type).GetValue(0), type, StoredJson.Stored),
            _ when Redactor.IsPlain(type) => JsonSerializer.SerializeToNode(Activator.CreateInstance(type), type, StoredJson.Stored),
            _ when Contract(type) is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } => new JsonArray(Value(element, kind, keepsItem)),
            _ => Filled(type, keepsItem),
        };
    }

    private static string Text(TextKindAttribute? kind, bool keepsItem) => kind switch
    {
        CodeAttribute or IdAttribute or LibraryTextAttribute => "kept",
        BibliographicAttribute => keepsItem ? "kept" : Marker,
        _ => Marker,
    };

    private static (string Name, string Value)? Discriminator(Type type)
    {
        for (var above = type.BaseType; above is not null && above != typeof(object); above = above.BaseType)
        {
            if (Contract(above).PolymorphismOptions is { } kinds)
            {
                return (kinds.TypeDiscriminatorPropertyName, (string)kinds.DerivedTypes.Single(kind => kind.DerivedType == type).TypeDiscriminator!);
            }
        }

        return null;
    }

    private static IEnumerable<Type> Reachable(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            yield break;
        }

        var contract = Contract(type);
        if (contract.Kind == JsonTypeInfoKind.Object)
        {
            yield return type;
        }

        var next = (contract.PolymorphismOptions?.DerivedTypes.Select(kind => kind.DerivedType) ?? [])
            .Concat(Stored(type).Select(member => member.PropertyType))
            .Append(contract.ElementType)
            .OfType<Type>()
            .Select(each => Nullable.GetUnderlyingType(each) ?? each);
        foreach (var found in next.SelectMany(each => Reachable(each, seen)))
        {
            yield return found;
        }
    }

    private static bool IsText(Type type) => type == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(type);

    /// <summary>Whether erasure has a rule for the type.</summary>
    private static bool IsKnown(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return IsText(type) || Redactor.IsPlain(type) || type == typeof(StatedReason)
            || Contract(type) is { Kind: JsonTypeInfoKind.Object } or { Kind: JsonTypeInfoKind.Enumerable };
    }

    /// <summary>The members that are written; those computed anew have no getter here.</summary>
    private static IEnumerable<JsonPropertyInfo> Stored(Type type) => Contract(type).Properties.Where(member => member.Get is not null);

    private static JsonTypeInfo Contract(Type type) => StoredJson.Stored.GetTypeInfo(type);

    private static IEnumerable<Type> Concrete<T>() => typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);
}
