using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Service.Texts;

namespace Hkall.Service.Web;

/// <summary>
/// Reads enum values by their exact name. The serializer also accepts numbers, lists of names and any case; a number could
/// produce a value that has no name and that no rule handles.
/// </summary>
public sealed class NamedValues : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Named<>).MakeGenericType(typeToConvert))!;

    private sealed class Named<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly IReadOnlyDictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(Names.Of, StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ByName.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new UnknownNameException($"One of {string.Join(", ", ByName.Keys)}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Names.Of(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ByName.TryGetValue(reader.GetString()!, out var value) ? value : throw new UnknownNameException($"One of {string.Join(", ", ByName.Keys)}.");

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Names.Of(value));
    }
}

/// <summary>The value has no such name; the message lists the valid ones.</summary>
public sealed class UnknownNameException(Text reason) : JsonException(reason.English)
{
    public Text Reason => reason;
}
