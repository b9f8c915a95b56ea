using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hkall.Domain.Tests.Stored;

/// <summary>
/// How events, effects and states are written down. What is not there is left out; Chinese stays readable (and short: a
/// row is counted in characters), which is safe since this JSON never stands in a page.
/// </summary>
internal static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
