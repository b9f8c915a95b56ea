using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Hkall.Service.Engine;

/// <summary>
/// The JSON of rows and queue messages: compact, without nulls, and with no more characters escaped than JSON requires. A row
/// holds 32 Ki characters; escaped as for a web page, a form full of angle brackets would be six times as long and not fit.
/// </summary>
public static class StoredJson
{
    public static JsonSerializerOptions Stored { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,

        // Redaction asks for the members of a type, perhaps before anything was read or written.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Stored);

    /// <exception cref="JsonException">The text is not JSON that this class wrote.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Stored) ?? throw new JsonException($"An empty {typeof(T).Name} was stored.");
}
