using System.Globalization;

namespace Hkall.Service.Notices;

/// <summary>
/// What stands on the hold shelf instead of a name, since anyone can read the shelf: the patron's initials, and the last
/// four characters of the request's number. Its mail and its page tell it to the patron.
/// </summary>
public static class ShelfCode
{
    private const int NumberCharacters = 4;

    /// <summary>More initials than this would identify the patron.</summary>
    private const int MostInitials = 3;

    public static string Of(string requestId, string? name) => With(Initials(name), requestId);

    internal static string With(string initials, string requestId) =>
        (initials, requestId[^Math.Min(NumberCharacters, requestId.Length)..]) switch
        {
            ("", var number) => number,
            (var letters, var number) => $"{letters} {number}",
        };

    /// <summary>The first letter of each word; for a Chinese name only its first character, the family name.</summary>
    internal static string Initials(string? name)
    {
        var words = (name ?? string.Empty).Split([' ', '-', ',', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => char.IsLetter(word[0]) || char.IsSurrogate(word[0])).ToList();
        return words switch
        {
            [] => string.Empty,
            _ when IsChinese(words[0]) => StringInfo.GetNextTextElement(words[0]),
            _ => string.Concat(words.Take(MostInitials).Select(word => StringInfo.GetNextTextElement(word).ToUpperInvariant())),
        };
    }

    private static bool IsChinese(string word) => word[0] >= '\u2E80';
}
