using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hkall.Domain;

/// <summary>The kinds of people and systems that change a request.</summary>
public enum ActorKind
{
    Patron,
    Staff,

    /// <summary>Another library, or its system.</summary>
    Library,

    /// <summary>A deadline that passed.</summary>
    Deadline,

    /// <summary>Whoever opened the link of a mail; the link does not say who that was.</summary>
    Link,
}

/// <summary>Who made a change. Never a name or an address.</summary>
/// <param name="Id">The opaque key of a member of staff, or the symbol of a library; null for the other kinds.</param>
[JsonConverter(typeof(ActorConverter))]
public readonly record struct Actor(ActorKind Kind, string? Id = null)
{
    private const string StaffPrefix = "staff:";
    private const string LibraryPrefix = "library:";
    private const string PatronName = "patron";
    private const string DeadlineName = "deadline";
    private const string LinkName = "link";

    public static Actor Patron => new(ActorKind.Patron);

    public static Actor Deadline => new(ActorKind.Deadline);

    public static Actor Link => new(ActorKind.Link);

    /// <param name="staffId">The opaque key of the member of staff.</param>
    public static Actor Staff(string staffId) => new(ActorKind.Staff, staffId);

    public static Actor Library(string symbol) => new(ActorKind.Library, symbol);

    /// <summary>Reads what <see cref="ToString"/> wrote. Any other text is taken for a library's symbol, so that every stored entry can be read.</summary>
    public static Actor Parse(string text) => text switch
    {
        PatronName => Patron,
        DeadlineName => Deadline,
        LinkName => Link,
        _ when text.StartsWith(StaffPrefix, StringComparison.Ordinal) => Staff(text[StaffPrefix.Length..]),
        _ when text.StartsWith(LibraryPrefix, StringComparison.Ordinal) => Library(text[LibraryPrefix.Length..]),
        _ => Library(text),
    };

    /// <summary>The stored and served text: <c>patron</c>, <c>staff:</c> and a key, <c>library:</c> and a symbol, <c>deadline</c> or <c>link</c>.</summary>
    public override string ToString() => Kind switch
    {
        ActorKind.Patron => PatronName,
        ActorKind.Staff => StaffPrefix + Id,
        ActorKind.Library => LibraryPrefix + Id,
        ActorKind.Deadline => DeadlineName,
        ActorKind.Link => LinkName,
    };
}

/// <summary>Stores an actor as its text.</summary>
public sealed class ActorConverter : JsonConverter<Actor>
{
    public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Actor.Parse(reader.GetString() ?? string.Empty);

    public override void Write(Utf8JsonWriter writer, Actor value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
