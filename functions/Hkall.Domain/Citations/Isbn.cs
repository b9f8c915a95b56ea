using System.Globalization;

namespace Hkall.Domain.Citations;

/// <summary>An ISBN of ten or thirteen digits (ISO 2108). People paste it with hyphens, labels, remarks and other numbers.</summary>
public static class Isbn
{
    /// <summary>The first ISBN in the text as thirteen digits.</summary>
    public static Reading<string> Read(string text)
    {
        var numbers = DigitRuns.Of(PlainText.Of(text), 10, 13).ToList();
        if (numbers.Select(Thirteen).FirstOrDefault(isbn => isbn is not null) is { } found)
        {
            return Reading.Of(found);
        }

        return numbers.MaxBy(number => number.Length is 10 or 13 ? int.MaxValue : number.Length) switch
        {
            null => Reading.Not<string>(Flaw.NoDigits),
            { Length: 13 } number when !HasPrefix(number) => Reading.Not<string>(Flaw.Prefix),
            { Length: 10 or 13 } => Reading.Not<string>(Flaw.CheckDigit),
            { Length: var length } => Reading.OfAnotherLength(length),
        };
    }

    /// <summary>The form of ten digits, under which old records of catalogues stand; null if the ISBN has none (979).</summary>
    /// <param name="isbn">Thirteen digits, as <see cref="Read"/> gives them.</param>
    public static string? Ten(string isbn)
    {
        if (isbn is not { Length: 13 } || !isbn.StartsWith("978", StringComparison.Ordinal))
        {
            return null;
        }

        var nine = isbn[3..12];
        var check = (11 - (nine.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11)) % 11;
        return nine + (check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture));
    }

    private static string? Thirteen(string number) => number switch
    {
        { Length: 13 } when number.All(char.IsAsciiDigit) && HasPrefix(number) && CheckDigit(number) == number[12] => number,
        { Length: 10 } when number[..9].All(char.IsAsciiDigit) && $"978{number[..9]}" is var twelve
            && twelve + CheckDigit(twelve) is var isbn && Ten(isbn) == number => isbn,
        _ => null,
    };

    private static bool HasPrefix(string number) => number is ['9', '7', '8' or '9', ..];

    private static char CheckDigit(string digits)
    {
        var sum = digits.Take(12).Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 3)).Sum();
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
