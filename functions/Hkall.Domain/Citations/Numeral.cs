namespace Hkall.Domain.Citations;

/// <summary>A number in Arabic, Roman or Chinese numerals, or as an English word, as volumes and issues are numbered.</summary>
public static class Numeral
{
    /// <summary>Numbers up to here: no volume or page has more digits, and sums of them cannot overflow.</summary>
    private const int MostDigits = 7;

    private static readonly string[] Words =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    private static readonly Dictionary<char, int> Chinese = new()
    {
        ['〇'] = 0,
        ['零'] = 0,
        ['一'] = 1,
        ['二'] = 2,
        ['兩'] = 2,
        ['两'] = 2,
        ['三'] = 3,
        ['四'] = 4,
        ['五'] = 5,
        ['六'] = 6,
        ['七'] = 7,
        ['八'] = 8,
        ['九'] = 9,
        ['壹'] = 1,
        ['貳'] = 2,
        ['贰'] = 2,
        ['叁'] = 3,
        ['參'] = 3,
        ['肆'] = 4,
        ['伍'] = 5,
        ['陸'] = 6,
        ['陆'] = 6,
        ['柒'] = 7,
        ['捌'] = 8,
        ['玖'] = 9,
        ['十'] = 10,
        ['拾'] = 10,
        ['廿'] = 20,
        ['卅'] = 30,
        ['百'] = 100,
        ['佰'] = 100,
        ['千'] = 1000,
        ['仟'] = 1000,
    };

    /// <returns>Null if the text is no numeral.</returns>
    /// <param name="plain">In plain text (<see cref="PlainText"/>) and in lower case.</param>
    public static int? Of(string plain) => plain switch
    {
        "" => null,
        _ when plain.All(char.IsAsciiDigit) => plain.TrimStart('0') is { Length: <= MostDigits } digits ? Arabic(digits) : null,
        _ when plain.All(Chinese.ContainsKey) => OfChinese(plain),
        _ when plain.All(c => c is 'i' or 'v' or 'x' or 'l' or 'c' or 'd' or 'm') => OfRoman(plain),
        _ => Array.IndexOf(Words, plain) is >= 0 and var index ? index + 1 : null,
    };

    private static int Arabic(string digits) => digits.Aggregate(0, (sum, digit) => (sum * 10) + digit - '0');

    /// <summary>Digit by digit (一九九八), or with tens, hundreds and thousands (一百二十).</summary>
    private static int? OfChinese(string text)
    {
        if (text.All(c => Chinese[c] < 10))
        {
            return text.Length <= MostDigits ? text.Aggregate(0, (sum, c) => (sum * 10) + Chinese[c]) : null;
        }

        var (total, digit) = (0, 0);
        foreach (var value in text.Select(c => Chinese[c]))
        {
            if (value < 10)
            {
                digit = value;
            }
            else
            {
                total += value is 20 or 30 ? value : Math.Max(digit, 1) * value;
                digit = 0;
            }
        }

        return total + digit;
    }

    private static int? OfRoman(string text)
    {
        var total = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = Value(text[i]);
            total += i + 1 < text.Length && value < Value(text[i + 1]) ? -value : value;
        }

        // Only a numeral as it is properly written: "vic" is no number.
        return total is > 0 and < 5000 && Roman(total) == text ? total : null;
    }

    private static int Value(char c) => c switch { 'i' => 1, 'v' => 5, 'x' => 10, 'l' => 50, 'c' => 100, 'd' => 500, _ => 1000 };

    /// <summary>A number as Roman numerals in lower case.</summary>
    internal static string Roman(int number)
    {
        ReadOnlySpan<(int Value, string Letters)> steps =
        [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
            (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ];
        var letters = string.Empty;
        foreach (var (value, written) in steps)
        {
            while (number >= value)
            {
                letters += written;
                number -= value;
            }
        }

        return letters;
    }
}
