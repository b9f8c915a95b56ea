using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hkall.Domain;

/// <summary>
/// A reason: one of our codes, or what a person wrote. The two are told apart by type and never by how the text looks, so that erasure
/// drops every person's words and keeps every code.
/// </summary>
[JsonConverter(typeof(StatedReasonConverter))]
public readonly record struct StatedReason
{
    private StatedReason(ReasonCode? code, string? words) => (Code, Words) = (code, words);

    /// <summary>Null if a person wrote the reason, or if it was erased.</summary>
    public ReasonCode? Code { get; }

    /// <summary>What a person wrote; null if the reason is a code, or if it was erased.</summary>
    public string? Words { get; }

    /// <summary>The reason as it is served: the name of the code, or the words as written; empty if they were erased.</summary>
    public string Text => Code is { } code ? Names.Of(code) : Words ?? string.Empty;

    /// <summary>A person's words, also if they happen to spell a code: staff may well write "silent".</summary>
    public static StatedReason InWords(string words) => words.Length == 0 ? default : new(null, words);

    /// <summary>A reason as builds before this type stored it: a known name is a code; everything else is a person's words.</summary>
    public static StatedReason Parse(string text) => ReasonCodes.Find(text) is { } code ? code : InWords(text);

    /// <summary>A reason that a library's system sent. Our own codes are not its to state: only those of the standard are codes here.</summary>
    public static StatedReason ByLibrary(string text) => ReasonCodes.Find(text) is { } code && ReasonCodes.IsStatedByLibraries(code) ? code : InWords(text);

    public static implicit operator StatedReason(ReasonCode code) => new(code, null);

    /// <summary>The same reason without a person's words.</summary>
    public StatedReason Erased() => Code is { } code ? code : default(StatedReason);

    public override string ToString() => Text;
}

/// <summary>Finds the codes by their names.</summary>
public static class ReasonCodes
{
    private static readonly Dictionary<string, ReasonCode> ByName = Enum.GetValues<ReasonCode>().ToDictionary(Names.Of, StringComparer.Ordinal);

    /// <summary>What libraries' systems state about themselves: the standard's codes, and the names that our contract with partners uses.</summary>
    public static bool IsStatedByLibraries(ReasonCode code) => code is (>= ReasonCode.NonCirculating and <= ReasonCode.Other)
        or ReasonCode.LostInTransit or ReasonCode.CompletedWithoutReturn or ReasonCode.BeingSupplied or ReasonCode.AlreadySupplied
        or ReasonCode.NotRenewable or ReasonCode.RequestedByAnother or ReasonCode.Cost;

    /// <returns>Null if no code has this name.</returns>
    public static ReasonCode? Find(string name) => ByName.TryGetValue(name, out var code) ? code : null;
}

/// <summary>
/// Stores a code as its name and words as <c>{"words":"…"}</c>. A plain string that is no code was stored before the two were told apart
/// and is a person's words.
/// </summary>
public sealed class StatedReasonConverter : JsonConverter<StatedReason>
{
    private const string WordsMember = "words";

    public override StatedReason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return StatedReason.Parse(reader.GetString()!);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A reason is a name, or an object with words.");
        }

        var words = string.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWords = reader.ValueTextEquals(WordsMember);
            reader.Read();
            if (isWords)
            {
                words = reader.GetString() ?? string.Empty;
            }
            else
            {
                // A later build may store more; this one reads past it.
                reader.Skip();
            }
        }

        return StatedReason.InWords(words);
    }

    public override void Write(Utf8JsonWriter writer, StatedReason value, JsonSerializerOptions options)
    {
        if (value.Words is not { } words)
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(WordsMember, words);
        writer.WriteEndObject();
    }
}
