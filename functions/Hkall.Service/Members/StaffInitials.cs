using System.Globalization;

namespace Hkall.Service.Members;

/// <summary>The initials of a member of staff: enough for a patron to speak of them to the Library, and no name.</summary>
internal static class StaffInitials
{
    private const int Most = 3;

    /// <summary>The first letter of each word; of a Chinese name its first character, the family name. Null if the name has no letter.</summary>
    public static string? Of(string name)
    {
        var words = name.Split([' ', '-', ',', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => char.IsLetter(word[0]) || char.IsSurrogate(word[0])).ToList();
        return words switch
        {
            [] => null,
            [var first, ..] when first[0] >= '\u2E80' => StringInfo.GetNextTextElement(first),
            _ => string.Concat(words.Take(Most).Select(word => StringInfo.GetNextTextElement(word).ToUpperInvariant())),
        };
    }
}
