using System.Text.Json;

namespace Hkall.Domain;

/// <summary>The stored and served name of a value, from its <c>JsonStringEnumMemberName</c>, so that each name is listed once.</summary>
public static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        NamesOf<T>.ByValue[value];

    private static class NamesOf<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyDictionary<T, string> ByValue =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonSerializer.Serialize(value).Trim('"'));
    }
}
