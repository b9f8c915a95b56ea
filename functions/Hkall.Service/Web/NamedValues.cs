using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Domain;

namespace Hkall.Service.Web;

/// <summary>
/// Values that have names are given by name, exactly. The serializer's own reading also takes numbers, lists of names and
/// any case, and with a number a value that has no name and that no rule provides for.
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

/// <summary>The value has no such name; the message says which there are.</summary>
public sealed class UnknownNameException(string message) : JsonException(message);
