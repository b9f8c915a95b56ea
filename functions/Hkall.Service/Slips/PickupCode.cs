using System.Globalization;
using Hkall.Domain;
using Hkall.Service.Web;

namespace Hkall.Service.Slips;

/// <summary>
/// The code printed on a hold-shelf slip instead of a name, since anyone can read the shelf: the patron's initials, and the last
/// four characters of the request's number, which the patron sees in My Requests.
/// </summary>
public static class PickupCode
{
    private const int NumberCharacters = 4;

    /// <summary>More initials than this would identify the patron.</summary>
    private const int MostInitials = 3;

    public static string Of(PatronRequest request, Person? person) => Of(request.Id, Initials(person?.Name));

    internal static string Of(string requestId, string initials) => (initials, requestId[^NumberCharacters..]) switch
    {
        ("", var number) => number,
        (_, var number) => $"{initials} {number}",
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
