using System.Text.Json;

namespace Hkall.Infra.Tests;

/// <summary>Ways through JSON by dotted path; a missing member says which.</summary>
public static class JsonPaths
{
    public static JsonElement At(this JsonElement element, string path) =>
        element.Find(path) ?? throw new KeyNotFoundException($"{path} is missing in {element.GetRawText()}");

    public static JsonElement? Find(this JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    public static string Text(this JsonElement element, string path) => element.At(path).GetString()!;

    public static bool Flag(this JsonElement element, string path) => element.At(path).GetBoolean();

    public static int Number(this JsonElement element, string path) => element.At(path).GetInt32();

    public static IEnumerable<JsonElement> List(this JsonElement element, string path) => element.At(path).EnumerateArray();

    /// <summary>The members of an object; none where it is missing.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element, string path) =>
        element.Find(path) is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject() : [];

    /// <summary>Last part of a resource's name: <c>account/default/scans</c> is <c>scans</c>.</summary>
    public static string OwnName(this JsonElement resource) => resource.Text("name").Split('/')[^1];
}
