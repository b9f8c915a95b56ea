using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>References in the styles of the Latin script. The numbers of the journal tell an article from a book.</summary>
internal static partial class WesternReference
{
    public static ReferenceParts Read(string text) => ReferenceNumbers.Find(text) is { } numbers && !InBook().IsMatch(text)
        ? Article(text, numbers)
        : BookReference.Read(text);

    private static ReferenceParts Article(string text, ReferenceNumbers numbers)
    {
        var (before, after) = (text[..numbers.Start], text[numbers.End..]);
        var year = numbers.Year ?? AnyYear().Match(after) switch { { Success: true } late => late.Value, _ => null };
        string? authors, title, container;
        if (QuotedIn(before) is { } quoted && !IsWithinTitle(before))
        {
            (authors, title, container) = (before[..quoted.Start], quoted.Text, before[quoted.End..]);
        }
        else
        {
            (authors, var rest, _) = ReferenceStart.Of(before);
            (title, container) = TitleAndJournal(rest);
        }

        var early = ReferenceStart.Of(before).Year;
        return new ReferenceParts
        {
            Kind = CitedKind.Article,
            Authors = ReferenceStart.WithoutYear(authors),
            Title = title,
            Container = ReferenceStart.WithoutYear(container).Trim(' ', ',', '.', ';', ':', '"', '”'),
            Year = year ?? early ?? (AnyYear().Match(before) is { Success: true } any ? any.Value : null),
            Volume = numbers.Volume,
            Issue = numbers.Issue,
            Pages = numbers.Pages,
        };
    }

    /// <summary>After authors and their year a title begins: quotation marks that come later are part of it, as in <c>The Market for "Lemons"</c>.</summary>
    private static bool IsWithinTitle(string before) =>
        ReferenceStart.Of(before) is { Year: not null, Remainder: [var first, ..] } && !"\"“„«'‘".Contains(first, StringComparison.Ordinal);

    /// <summary>The title within quotation marks, and where they stand.</summary>
    public static (string Text, int Start, int End)? QuotedIn(string text)
    {
        foreach (var form in new[] { DoubleQuoted(), SingleQuoted(), SingleQuotedBlank() })
        {
            if (form.Match(text) is { Success: true } match)
            {
                return (match.Groups["t"].Value.Trim(' ', ',', '.'), match.Index, match.Index + match.Length);
            }
        }

        return null;
    }

    /// <summary>
    /// The title ends where everything that follows is a name: names of journals have capital letters, sentences have not. Where that
    /// does not tell, the last sentence is the journal.
    /// </summary>
    private static (string? Title, string? Journal) TitleAndJournal(string rest)
    {
        var text = rest.Trim(' ', ',', ';');
        var ends = SentenceEnds().Matches(text).ToList();
        var split = ends.Find(end => IsName(text[(end.Index + end.Length)..])) ?? ends.FindLast(end => !IsAbbreviated(text[..(end.Index + 1)]));
        if (split is not null)
        {
            return (text[..(split.Index + 1)].Trim(' ', '.'), text[(split.Index + split.Length)..]);
        }

        var comma = text.LastIndexOf(", ", StringComparison.Ordinal);
        return comma > 0 && IsName(text[(comma + 2)..]) ? (text[..comma], text[(comma + 2)..]) : (null, text);
    }

    private static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 12 && words.All(word => !char.IsLower(word[0]) || Small().IsMatch(word)) && !char.IsLower(words[0][0]);
    }

    private static bool IsAbbreviated(string before) => Abbreviation().IsMatch(before);

    [GeneratedRegex(@"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")]
    internal static partial Regex AnyYear();

    /// <summary>A chapter also has pages, but within a book that has a publisher, or editors.</summary>
    [GeneratedRegex(@"(?:[.,?!”""’'])\s+[Ii]n:?\s.+(?:\(\s?[Ee]ds?\.?\)|\beds?\.|\b[Ee]dited by\b|\beditors?\b|[A-Z][\w .,]+:\s[A-Z][^;,]+[;,]\s(?:19|20)[0-9]{2}|\(pp?\.)|\b[Ee]dited by\b.+(?:19|20)[0-9]{2}, pp?\.")]
    private static partial Regex InBook();

    [GeneratedRegex(@"[""“„«](?<t>[^""“”„«»]{3,}?)[""”“»][,.]?")]
    private static partial Regex DoubleQuoted();

    [GeneratedRegex(@"(?<=^|[\s(,])['‘](?<t>.{5,}?)[,.?!]?['’][,.](?=\s|$)")]
    private static partial Regex SingleQuoted();

    [GeneratedRegex(@"(?<=[\s(,])['‘](?<t>[A-Z].{5,}?)['’](?=\s|$)")]
    private static partial Regex SingleQuotedBlank();

    [GeneratedRegex(@"[.?!][""”’']?\s+(?=[\p{Lu}\p{Lo}0-9])")]
    private static partial Regex SentenceEnds();

    [GeneratedRegex(@"^(?:of|the|and|for|in|on|to|an?|at|&|de|des?|du|la|le|les|der|die|das|und|für|et|y|e|del|di|with|from|by|von|van|=)$")]
    private static partial Regex Small();

    [GeneratedRegex(@"(?<=\s|^)\p{Lu}\p{L}{0,3}\.$")]
    private static partial Regex Abbreviation();
}
