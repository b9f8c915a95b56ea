using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hkall.Service.Engine;

/// <summary>
/// How rows and queue messages are written: compact, without nulls, and with every character as it is that JSON allows. A row
/// holds 32 Ki characters; written as for a web page, a form full of angle brackets would be six times as long and not fit.
/// </summary>
public static class StoredJson
{
    public static JsonSerializerOptions Stored { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Stored);

    /// <exception cref="JsonException">The text is not what was stored here.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Stored) ?? throw new JsonException($"An empty {typeof(T).Name} was stored.");
}
