namespace Hkall.Domain.Citations;

/// <summary>An ISSN (ISO 3297): seven digits and a check digit modulo 11.</summary>
public static class Issn
{
    private const int Length = 8;

    /// <summary>The first ISSN in the text, in the form <c>1234-567X</c>.</summary>
    public static Reading<string> Read(string text) => All(text, out var numbers).FirstOrDefault() is { } found
        ? Reading.Of(found)
        : numbers.MaxBy(number => number.Length == Length ? int.MaxValue : number.Length) switch
        {
            null => Reading.Not<string>(Flaw.NoDigits),
            { Length: Length } => Reading.Not<string>(Flaw.CheckDigit),
            { Length: var length } => Reading.OfAnotherLength(length),
        };

    /// <summary>All ISSNs in the text: a journal has one in print and another online.</summary>
    public static IEnumerable<string> ReadAll(string text) => All(text, out _).Distinct();

    private static IEnumerable<string> All(string text, out List<string> numbers)
    {
        numbers = [.. DigitRuns.Of(PlainText.Of(text), Length)];
        return numbers.Where(IsIssn).Select(number => $"{number[..4]}-{number[4..]}");
    }

    private static bool IsIssn(string number)
    {
        if (number.Length != Length || !number[..7].All(char.IsAsciiDigit))
        {
            return false;
        }

        var check = (11 - (number[..7].Select((digit, i) => (digit - '0') * (8 - i)).Sum() % 11)) % 11;
        return number[7] == (check == 10 ? 'X' : (char)('0' + check));
    }
}
