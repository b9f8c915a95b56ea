using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>The beginning of a reference: the authors, and the year where it follows them.</summary>
internal static partial class ReferenceStart
{
    private const string YearForm = "(?:1[5-9]|20)[0-9]{2}";

    /// <returns>The authors; what follows them; and the year, if it stands between the two.</returns>
    public static (string Authors, string Remainder, string? Year) Of(string text)
    {
        foreach (var form in new[] { InBrackets(), Plain() })
        {
            if (form.Match(text) is { Success: true } year && IsNames(text[..year.Index]))
            {
                return (text[..year.Index], text[(year.Index + year.Length)..].Trim(' ', ',', '.', ':'), year.Groups["y"].Value);
            }
        }

        foreach (Match end in Ends().Matches(text))
        {
            var rest = text[(end.Index + end.Length)..];
            if (!(IsInitial().IsMatch(text[..(end.Index + 1)]) && Continues().IsMatch(rest)))
            {
                return IsNames(text[..end.Index]) ? (text[..(end.Index + 1)], rest, null) : (string.Empty, text, null);
            }
        }

        return (string.Empty, text, null);
    }

    public static string WithoutYear(string? text) => YearAlone().Replace(text ?? string.Empty, " ").Trim();

    /// <summary>Names are a few words with capital letters; a sentence before a year is a title.</summary>
    private static bool IsNames(string text) =>
        text.Length is > 0 and < 600 && text.Count(char.IsWhiteSpace) is var blanks
        && (blanks <= 1 || text.Contains(',', StringComparison.Ordinal) || Lower().Count(text) <= 2) && Lower().Count(text) <= Math.Max(2, blanks / 3);

    [GeneratedRegex($@"\s*\((?<y>{YearForm})[a-z]?(?:,\s[^()]{{1,30}})?(?:/{YearForm})?\)[.,:]?")]
    private static partial Regex InBrackets();

    [GeneratedRegex($@"(?<=[.,\p{{L}}])\s+(?<y>{YearForm})[a-z]?[.,:]\s")]
    private static partial Regex Plain();

    [GeneratedRegex($@",?\s*\(?(?<![0-9]){YearForm}[a-z]?\)?[.,:]?\s*$|\s*\({YearForm}[a-z]?\)|^\s*\(?{YearForm}[a-z]?\)?[.,:]?\s")]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"\.\s+(?=[\p{Lu}\p{Lo}0-9""“‘'])")]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?<=[\s,.-])\p{Lu}\.$|^\p{Lu}\.$|\b(?:St|Jr|Sr|Dr|Ph)\.$")]
    private static partial Regex IsInitial();

    /// <summary>After an initial: another initial, or another name.</summary>
    [GeneratedRegex(@"^(?:\p{Lu}\.|&|and\s|\p{Lu}[\p{L}'’-]+,\s(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+\s?\.)|\p{Lu}[\p{L}'’-]+(?:,|\sand|\s&)\s)")]
    private static partial Regex Continues();

    [GeneratedRegex(@"(?<=^|\s)(?!(?:de|da|di|du|del|der|den|van|von|and|et|al|la|le|bin|ibn|ter|zu|y|dos|editors?|eds?)\b)\p{Ll}")]
    private static partial Regex Lower();
}
