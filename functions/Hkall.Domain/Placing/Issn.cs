namespace Hkall.Domain.Placing;

/// <summary>An ISSN (ISO 3297): seven digits and a check digit modulo 11.</summary>
public static class Issn
{
    /// <summary>The form <c>1234-567X</c>; null if the check digit or the length is wrong.</summary>
    public static string? Normalise(string text)
    {
        var characters = text.Where(c => c is not ('-' or ' ' or '\u2010' or '\u2011' or '\u2013')).Select(char.ToUpperInvariant).ToArray();
        if (characters.Length != 8 || !characters.Take(7).All(char.IsAsciiDigit))
        {
            return null;
        }

        var sum = characters.Take(7).Select((c, i) => (c - '0') * (8 - i)).Sum();
        var check = (11 - (sum % 11)) % 11;
        var expected = check == 10 ? 'X' : (char)('0' + check);
        return characters[7] == expected ? $"{new string(characters, 0, 4)}-{new string(characters, 4, 4)}" : null;
    }
}
