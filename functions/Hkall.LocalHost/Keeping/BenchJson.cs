using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hkall.LocalHost.Keeping;

/// <summary>The JSON settings of the bench: for its files, its responses and the libraries' messages.</summary>
public static class BenchJson
{
    /// <summary>Chinese stays readable in the files and in messages; the page escapes what it shows.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>For the input of testers: a misspelt member is an error and is not ignored.</summary>
    public static JsonSerializerOptions Strict { get; } = new(Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
}
