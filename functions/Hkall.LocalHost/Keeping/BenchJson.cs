using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hkall.LocalHost.Keeping;

/// <summary>The JSON of the bench: its files, its answers and what it says as a library.</summary>
public static class BenchJson
{
    /// <summary>Chinese stays readable in the files and on the wire; the page escapes what it shows.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>For what people send to the bench: a misspelt member is told, not passed over.</summary>
    public static JsonSerializerOptions Strict { get; } = new(Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
}
