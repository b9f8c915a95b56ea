using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>References to books and their chapters in the styles of the Latin script.</summary>
internal static partial class BookReference
{
    private const string Page = ReferenceNumbers.Page;
    private const string Y = "(?<y>(?:1[5-9]|20)[0-9]{2})";
    private const string Ed = @"(?<e>[^.,:()]{1,25}\b(?:edition|edn|ed))\.?";
    private const string Place = @"(?<place>\p{Lu}[^:.()]{1,40}(?:\.\s?\p{Lu}[^:.()]{1,20})?)";

    private static readonly Regex[] Chapters =
        [ChapterApa(), ChapterVancouver(), ChapterMla(), ChapterChicago(), ChapterNote(), ChapterHarvard(), ChapterPlain()];

    private static readonly Regex[] Books = [BookEdition(), BookPlaced(), BookVancouver(), BookMla(), BookPublisher()];

    public static ReferenceParts Read(string text)
    {
        if (Note().Match(text) is { Success: true } note && !text.Contains('"', StringComparison.Ordinal) && !text.Contains('“', StringComparison.Ordinal))
        {
            return Of(note, CitedKind.Book, note.Groups["a"].Value, null) with { Title = note.Groups["t"].Value, Pages = null };
        }

        var start = ReferenceStart.Of(text);
        if (WesternReference.QuotedIn(text) is { Start: < 250 } quoted)
        {
            var authors = ReferenceStart.WithoutYear(text[..quoted.Start]);
            return Chapter(In().Replace(text[quoted.End..], string.Empty), authors, quoted.Text, start.Year)
                ?? new ReferenceParts { Kind = CitedKind.Unknown, Authors = authors, Title = quoted.Text, Year = start.Year ?? YearIn(text) };
        }

        if (InAfterTitle().Match(start.Remainder) is { Success: true } within
            && Chapter(start.Remainder[(within.Index + within.Length)..], start.Authors, start.Remainder[..within.Index], start.Year) is { } chapter)
        {
            return chapter;
        }

        return Book(start.Remainder, start.Authors, start.Year)
            ?? new ReferenceParts
            {
                Kind = start.Year is null ? CitedKind.Unknown : CitedKind.Book,
                Authors = start.Authors,
                Title = WithoutRemark(start.Remainder.Length > 0 ? start.Remainder : text),
                Year = start.Year ?? YearIn(text),
            };
    }

    private static ReferenceParts? Chapter(string rest, string authors, string title, string? year)
    {
        var text = rest.Trim(' ', ',', '.', ';');
        return Chapters.Select(form => form.Match(text)).FirstOrDefault(match => match.Success) is { } found
            ? Of(found, CitedKind.Chapter, authors, year) with { Title = title.Trim(' ', '.', ','), Container = WithoutRemark(found.Groups["c"].Value) }
            : null;
    }

    private static ReferenceParts? Book(string rest, string authors, string? year) =>
        Books.Select(form => form.Match(rest)).FirstOrDefault(match => match.Success) is { } found
        && (year is not null || found.Groups["y"].Success)
            ? Of(found, CitedKind.Book, authors, year) with { Title = WithoutRemark(found.Groups["t"].Value), Pages = null }
            : null;

    private static ReferenceParts Of(Match match, CitedKind kind, string authors, string? year)
    {
        string? Group(string name) => match.Groups[name] is { Success: true, Value: var value } ? value.Trim() : null;

        return new ReferenceParts
        {
            Kind = kind,
            Authors = ReferenceStart.WithoutYear(authors),
            Editors = Group("ed"),
            Year = year ?? Group("y"),
            Pages = Group("p"),
            Publisher = Group("pub") is { } publisher ? PlaceBefore().Replace(publisher, string.Empty) : null,
            Edition = Group("e"),
        };
    }

    private static string? YearIn(string text) => WesternReference.AnyYear().Match(text) is { Success: true } any ? any.Value : null;

    private static string WithoutRemark(string title) => Remark().Replace(title, string.Empty).Trim(' ', '.', ',');

    /// <summary>Chicago's notes: <c>Thomas S. Kuhn, Title (Chicago: University of Chicago Press, 2012), 45</c>.</summary>
    [GeneratedRegex($@"^(?<a>\p{{Lu}}[^,(]{{2,80}}),\s(?<t>[^()]{{3,400}}?),?\s*(?:,\s{Ed},?\s)?\((?:{Ed},?\s)?(?:{Place}:\s)?(?<pub>[^():]{{2,100}}),\s{Y}\)(?:,\s{Page})?\.?$")]
    private static partial Regex Note();

    [GeneratedRegex(@"^[\s,.]*[Ii]n:?\s+")]
    private static partial Regex In();

    [GeneratedRegex(@"[.?!,]\s+[Ii]n:?\s+(?=[\p{Lu}\p{Lo}])")]
    private static partial Regex InAfterTitle();

    [GeneratedRegex($@"^(?:(?<ed>.{{2,200}}?)\s*\([Ee]ds?\.?\),?\.?\s+)?(?<c>.{{3,300}}?)\s*\((?:{Ed},\s*)?(?:[Vv]ol\.[^,()]{{1,15}},\s*)?pp?\.\s*{Page}\)\.?\s*(?<pub>.{{0,120}})$")]
    private static partial Regex ChapterApa();

    [GeneratedRegex($@"^(?<ed>.{{2,200}}?),\s*editors?\.\s+(?<c>.{{3,300}}?)\.\s+(?:{Ed}\s+)?{Place}:\s*(?<pub>[^;]{{2,100}});\s*{Y}\.?(?:\s*pp?\.?\s*{Page})?")]
    private static partial Regex ChapterVancouver();

    [GeneratedRegex($@"^(?<c>.{{3,300}}?),\s*(?:edited by|ed\.|eds\.)\s+(?<ed>.{{2,200}}?),\s*(?:{Ed},\s*)?(?:{Place}:\s*)?(?<pub>[^,0-9]{{2,100}}),\s*{Y},\s*(?:pp?\.?\s*)?{Page}")]
    private static partial Regex ChapterMla();

    [GeneratedRegex($@"^(?<c>.{{3,300}}?),\s*(?:edited by|ed\.|eds\.)\s+(?<ed>.{{2,200}}?),\s*(?:pp?\.\s*)?{Page}\.\s+(?:{Place}:\s*)?(?<pub>[^,.:]{{2,100}})(?:,\s*{Y})?")]
    private static partial Regex ChapterChicago();

    [GeneratedRegex($@"^(?<c>.{{3,300}}?),\s*(?:edited by|ed\.|eds\.)\s+(?<ed>[^()]{{2,200}}?)\s*\((?:{Place}:\s*)?(?<pub>[^():]{{2,100}}),\s*{Y}\),\s*(?:pp?\.\s*)?{Page}")]
    private static partial Regex ChapterNote();

    [GeneratedRegex($@"^(?:(?<ed>.{{2,200}}?)\s*\([Ee]ds?\.?\)[,.]?\s+)?(?<c>.{{3,300}}?)[.,]\s+(?:{Ed}[.,]?\s+)?(?:{Place}:\s*)?(?<pub>[^,.:]{{2,100}})[,.]\s*(?:{Y}[,.]\s*)?pp?\.?\s*{Page}")]
    private static partial Regex ChapterHarvard();

    [GeneratedRegex($@"^(?<c>.{{3,300}}?)[.,]\s+(?:{Place}:\s*)?(?<pub>[^,.:]{{2,100}})[,;]\s*{Y}[,.:]?\s*(?:pp?\.?\s*)?{Page}")]
    private static partial Regex ChapterPlain();

    [GeneratedRegex($@"^(?<t>[^()]{{3,400}}?)\s*\((?:{Ed})(?:,[^()]{{1,30}})?\)\.?\s*(?<pub>[^()]{{0,120}})$")]
    private static partial Regex BookEdition();

    [GeneratedRegex($@"^(?<t>.{{3,400}}?)[.,?!]\s+(?:{Ed}[.,]?\s+)?{Place}:\s*(?<pub>[^;:]{{2,100}}?)(?:[;,]\s*{Y})?(?:\.(?:\s.{{0,80}})?)?$")]
    private static partial Regex BookPlaced();

    /// <summary>Vancouver where no place is known: <c>Title. 2nd ed. Publisher; 1983.</c></summary>
    [GeneratedRegex($@"^(?<t>[^;]{{3,400}}?)[.?!]\s+(?:{Ed}\.?\s+)?(?<pub>\p{{L}}[^;:]{{1,100}}?);\s*{Y}\.?$")]
    private static partial Regex BookVancouver();

    [GeneratedRegex($@"^(?<t>.{{3,400}}?)[.?!]\s+(?:{Ed},?\s+)?(?<pub>[^.,]{{2,100}}(?:,\s[^.,0-9]{{2,60}})?),\s*{Y}\.?(?:\s.{{0,80}})?$")]
    private static partial Regex BookMla();

    [GeneratedRegex($@"^(?<t>.{{3,400}}?)[.?!,]\s+(?:{Ed}[.,]?\s+)?(?<pub>\p{{Lu}}[^.]{{1,100}})\.?$")]
    private static partial Regex BookPublisher();

    /// <summary>The place before a publisher, and the remark of a thesis or a translation after a title.</summary>
    [GeneratedRegex(@"^\p{Lu}[^:.]{1,40}:\s*")]
    private static partial Regex PlaceBefore();

    [GeneratedRegex(@"\s*\[[^\[\]]{1,80}\]|\s*\((?:[^()]{1,40}\b(?:Trans|Eds?|ed|edn)\.?|[Vv]ol\.[^()]{1,20}|Original work[^()]{0,40})\)")]
    private static partial Regex Remark();
}
