using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>The single names of a list of authors, as the styles write them.</summary>
internal static partial class CitedNames
{
    public static IReadOnlyList<string> Of(string? list)
    {
        var text = Others().Replace(list ?? string.Empty, string.Empty).Trim(' ', ',', ';', ':', '：', '，', '、');
        if (text.Length == 0)
        {
            return [];
        }

        return [.. Each(text).Select(WithoutStop).Where(name => name.Any(char.IsLetter))];
    }

    private static IEnumerable<string> Each(string text) =>
        HasChinese().IsMatch(text) ? ChineseSeparators().Split(text)
        : text.Contains(';', StringComparison.Ordinal) ? text.Split(';').Select(WithoutAnd)
        : And().Split(text).SelectMany((part, i) => OfPart(part, isFirst: i == 0));

    /// <summary>The full stop after the last name ends the list; after an initial it belongs to the name.</summary>
    private static string WithoutStop(string name) =>
        name.Trim() is var kept && kept.EndsWith('.') && (!EndsInInitial().IsMatch(kept) || Whole().IsMatch(kept[..^1])) ? kept.TrimEnd('.') : kept;

    private static string WithoutAnd(string name) => LeadingAnd().Replace(name.Trim(), string.Empty);

    private static IEnumerable<string> OfPart(string part, bool isFirst)
    {
        var words = part.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < words.Length; i++)
        {
            // "Smith, J. A." is one name, and so is "Smith, John" where a list begins; "Smith JA" and "Ann Brown" are whole names.
            var next = i + 1 < words.Length ? words[i + 1] : null;
            var mayBeGiven = next is not null && isFirst && i == 0 && next.Split(' ').Length <= 3
                && (words.Length == 2 || !words[i].Contains(' ', StringComparison.Ordinal));
            var isPair = next is not null && !Whole().IsMatch(words[i]) && (mayBeGiven || Initials().IsMatch(next));
            if (isPair)
            {
                i++;
                var suffix = i + 1 < words.Length && Suffix().IsMatch(words[i + 1]) ? $", {words[++i]}" : string.Empty;
                yield return $"{words[i - (suffix.Length > 0 ? 2 : 1)]}, {next}{suffix}";
            }
            else
            {
                yield return words[i];
            }
        }
    }

    [GeneratedRegex(@",?\s*(?:&\s*)?(?:(?:and|with)\s+)?(?:\bet\.?\s?al\b\.?|\bothers\b|等(?:人|著|编|編)?)|\s*\((?:[Ee]ds?|[Hh]rsg|编|編|主编|主編)\.?\)|,\s*(?:eds?\.?|editors?)(?=\s*[.,]?\s*$)|\s*(?:主?[编編著]|编著|編著)$")]
    private static partial Regex Others();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2}")]
    private static partial Regex HasChinese();

    [GeneratedRegex(@"\s*[,，、;；]\s*|\s+(?:and|&|和|與|与)\s+")]
    private static partial Regex ChineseSeparators();

    [GeneratedRegex(@"\s*,?\s*(?:&|\band\b|\bund\b|\bet\b)\s+")]
    private static partial Regex And();

    [GeneratedRegex(@"^(?:&|and\b)\s*")]
    private static partial Regex LeadingAnd();

    /// <summary>"Smith JA": a surname and initials without full stops.</summary>
    [GeneratedRegex(@"^[\p{L}'’ -]{2,40} \p{Lu}{1,3}$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:\p{Lu}\p{Ll}?\.[\s-]*)+$|^\p{Lu}{1,3}$|^(?:\p{Lu}\.?[\s-])+\p{Lu}\.?$")]
    private static partial Regex Initials();

    [GeneratedRegex(@"(?:^|[\s.,-])(?:\p{Lu}\p{Ll}?|Jr|Sr)\.$")]
    private static partial Regex EndsInInitial();

    [GeneratedRegex(@"^(?:Jr|Sr|II|III|IV)\.?$")]
    private static partial Regex Suffix();
}
