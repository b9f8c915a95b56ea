using System.Globalization;
using System.Text;

namespace Hkall.Domain.Citations;

/// <summary>The forms in which titles and names are compared, so that spelling, width and punctuation do not make another work.</summary>
public static class PlainForm
{
    /// <summary>Letters, digits, marks and symbols in lower case. A text of nothing but punctuation is compared as typed.</summary>
    public static string Of(string? text)
    {
        var typed = Folded(text);
        var plain = string.Concat(typed.EnumerateRunes().Where(Counts).Select(rune => rune.ToString()));
        return plain.Length > 0 ? plain : typed.Replace(" ", string.Empty, StringComparison.Ordinal);
    }

    /// <summary>A title without "The" in front, which some catalogues leave out, and with "and" for the sign.</summary>
    public static string Title(string? text)
    {
        var typed = Folded(text).Replace(" & ", " and ", StringComparison.Ordinal);
        return Of(typed.StartsWith("the ", StringComparison.Ordinal) ? typed[4..] : typed);
    }

    /// <summary>The title before its subtitle, which citations often leave out.</summary>
    public static string MainTitle(string? text)
    {
        var typed = PlainText.Of(text);
        var end = typed.IndexOfAny([':', ';', '(', '=']);
        return Title(end > 0 ? typed[..end] : typed);
    }

    /// <summary>The words of one or several names in one order: "Beauvoir, Simone de" is "Simone de Beauvoir". Dates are left out.</summary>
    public static string Name(string? text)
    {
        var words = Words(Folded(text)).Where(word => !word.All(char.IsAsciiDigit)).ToList();
        return words.Count > 0 ? string.Concat(words.Order(StringComparer.Ordinal)) : Of(text);
    }

    /// <summary>The words of a text as typed, without punctuation.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPartOfWord(rune))
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>Lower case, with the letters that have two small forms or none.</summary>
    private static string Folded(string? text) => PlainText.Of(text).ToLowerInvariant()
        .Replace('ς', 'σ').Replace("ß", "ss", StringComparison.Ordinal);

    /// <summary>"C++" and "C#" are different books.</summary>
    private static bool Counts(Rune rune) => IsPartOfWord(rune) || rune.Value is '+' or '#'
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;

    private static bool IsPartOfWord(Rune rune) => Rune.IsLetter(rune) || Rune.IsNumber(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
