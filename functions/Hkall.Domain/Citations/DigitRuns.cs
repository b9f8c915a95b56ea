using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>
/// The digits in a field as people paste numbers: in groups with dashes, dots or blanks between them, with labels and remarks
/// around them, and several numbers in one field.
/// </summary>
internal static partial class DigitRuns
{
    /// <summary>The numbers that a text may contain, in order: digits, and possibly an X at the end of a group.</summary>
    /// <param name="lengths">The lengths of a complete number.</param>
    public static IEnumerable<string> Of(string plain, params int[] lengths)
    {
        foreach (var run in Runs().Matches(plain).Select(run => run.Value))
        {
            var whole = Digits(run);
            yield return whole;
            if (lengths.Contains(whole.Length))
            {
                continue;
            }

            // Several numbers with only blanks between them, or a label ("13") before the number.
            var groups = run.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Digits).ToList();
            for (var start = 0; start < groups.Count; start++)
            {
                // What follows the prefix is the rest of a longer number, not a number by itself.
                if (start > 0 && groups[start - 1] is "978" or "979")
                {
                    continue;
                }

                var number = string.Empty;
                for (var end = start; end < groups.Count && number.Length < lengths.Max(); end++)
                {
                    number += groups[end];
                    if (lengths.Contains(number.Length))
                    {
                        yield return number;
                    }
                }
            }
        }
    }

    private static string Digits(string run) => string.Concat(run.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"[0-9](?:[ .-]*[0-9])*(?:[ .-]?[Xx](?![A-Za-z]))?(?: +[0-9](?:[ .-]*[0-9])*(?:[ .-]?[Xx](?![A-Za-z]))?)*")]
    private static partial Regex Runs();
}
