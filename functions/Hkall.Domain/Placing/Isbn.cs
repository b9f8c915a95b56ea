namespace Hkall.Domain.Placing;

/// <summary>An ISBN of ten or thirteen digits (ISO 2108). Patrons paste them with hyphens, spaces and a small x.</summary>
public static class Isbn
{
    /// <summary>The thirteen digits; null if the check digit or the length is wrong.</summary>
    public static string? Normalise(string text)
    {
        var characters = text.Where(c => c is not ('-' or ' ' or '\u2010' or '\u2011' or '\u2013')).ToArray();
        return characters switch
        {
            { Length: 10 } when IsIsbn10(characters) => ToIsbn13(characters.AsSpan(0, 9)),
            { Length: 13 } when IsIsbn13(characters) => new string(characters),
            _ => null,
        };
    }

    private static bool IsIsbn10(char[] characters)
    {
        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            var value = characters[i] switch
            {
                >= '0' and <= '9' => characters[i] - '0',
                'x' or 'X' when i == 9 => 10,
                _ => -1,
            };
            if (value < 0)
            {
                return false;
            }

            sum += value * (10 - i);
        }

        return sum % 11 == 0;
    }

    private static bool IsIsbn13(char[] characters) =>
        characters.All(char.IsAsciiDigit)
        && characters is ['9', '7', '8' or '9', ..]
        && CheckDigit(characters.AsSpan(0, 12)) == characters[12];

    private static string ToIsbn13(ReadOnlySpan<char> nine)
    {
        var twelve = $"978{nine}";
        return twelve + CheckDigit(twelve);
    }

    private static char CheckDigit(ReadOnlySpan<char> twelve)
    {
        var sum = 0;
        for (var i = 0; i < twelve.Length; i++)
        {
            sum += (twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
