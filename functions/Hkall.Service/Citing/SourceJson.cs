using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hkall.Service.Texts;

namespace Hkall.Service.Citing;

/// <summary>Reads members of foreign JSON. A member of another kind than expected counts as missing.</summary>
public static partial class SourceJson
{
    /// <summary>A longer text is no part of a citation.</summary>
    private const int Longest = 1_000;

    /// <summary>Papers of large groups have thousands of authors.</summary>
    private const int MostItems = 30;

    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;

    public static JsonElement? Member(this JsonElement? json, string name) => json?.Member(name);

    /// <summary>A text, or a number as text, without markup and invisible characters.</summary>
    public static string? Text(this JsonElement? json) => json switch
    {
        { ValueKind: JsonValueKind.String } text => Clean(text.GetString()),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText() is { Length: < 20 } digits ? digits : null,
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.String => Clean(list[0].GetString()),
        _ => null,
    };

    public static string? Text(this JsonElement? json, string name) => json.Member(name).Text();

    public static string? Text(this JsonElement json, string name) => json.Member(name).Text();

    public static IReadOnlyList<JsonElement> Items(this JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Take(MostItems)] : [];

    public static IReadOnlyList<JsonElement> Items(this JsonElement json, string name) => json.Member(name).Items();

    public static IReadOnlyList<string> Texts(this JsonElement json, string name) =>
        [.. json.Items(name).Select(item => ((JsonElement?)item).Text()).OfType<string>()];

    public static bool Is(this JsonElement? json, string name) => json.Member(name) is { ValueKind: JsonValueKind.True };

    public static int? Number(this JsonElement? json) =>
        int.TryParse(json.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Clean(string? text)
    {
        var plain = VisibleText.Of(Blanks().Replace(WebUtility(Markup().Replace(text ?? string.Empty, string.Empty)), " ")).Trim();
        return plain.Length is 0 or > Longest || plain.Any(char.IsControl) ? null : plain;
    }

    private static string WebUtility(string text) => System.Net.WebUtility.HtmlDecode(text);

    [GeneratedRegex("<[^<>]{1,200}>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
