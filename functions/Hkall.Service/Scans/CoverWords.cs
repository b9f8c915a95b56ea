using Hkall.Domain.Copyright;
using Hkall.Domain.Model;
using Hkall.Scans;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Texts;

namespace Hkall.Service.Scans;

/// <summary>What stands on a copy.</summary>
/// <param name="Reference">The number under which our desk knows the request.</param>
/// <param name="Supplier">The library that made the copy.</param>
/// <param name="For">The library that it was made for; null if it is our patron's.</param>
/// <param name="Left">Downloads that are left after this one.</param>
/// <param name="Until">The last day for them.</param>
public sealed record CopyFacts(string Reference, Item Item, string? Supplier, string? For, int Left, DateOnly? Until);

/// <summary>Words a stamp and a cover.</summary>
public static class CoverWords
{
    /// <summary>The longest title on a cover, in characters: some lines.</summary>
    private const int LongestPart = 400;

    public static StampOrder Of(CopyFacts facts, StampPolicy stamp, OwnLibrary library, DateOnly today, NoticeLanguage language) => new(
        $"{stamp.Wording} · {facts.Reference} · {today:yyyy-MM-dd}",
        stamp.Cover ? [.. Cover(facts, stamp, library, today, language)] : [],
        Shortened(facts.Item.ShortTitle),
        language.Tag(),
        stamp.MostPages);

    private static IEnumerable<CoverLine> Cover(CopyFacts facts, StampPolicy stamp, OwnLibrary library, DateOnly today, NoticeLanguage language)
    {
        yield return new CoverLine(library.NameIn(language), CoverSize.Small);
        yield return new CoverLine(language.Say("Copy supplied by interlibrary loan"), CoverSize.Title);
        foreach (var line in Citation(facts.Item))
        {
            yield return new CoverLine(Shortened(line));
        }

        if (facts.Supplier is { } supplier)
        {
            yield return new CoverLine(language.Say($"Supplied by {supplier}"));
        }

        if (facts.For is { } borrower)
        {
            yield return new CoverLine(language.Say($"Supplied to {borrower}"));
        }

        yield return new CoverLine(language.Say($"Number of the request: {facts.Reference}"));
        yield return new CoverLine(language.Say($"Downloaded on {StatusTexts.Day(today, language)}"));
        if (facts.Until is { } until)
        {
            yield return new CoverLine(
                facts.Left > 0
                    ? language.Say($"Downloads left: {facts.Left}, until {StatusTexts.Day(until, language)}")
                    : language.Say("This was the last download of this copy."));
        }

        yield return new CoverLine(stamp.Wording);
        yield return new CoverLine(
            language.Say("Copies are supplied for research or private study only; the copyright law of Hong Kong applies."), CoverSize.Small);
        yield return new CoverLine(language.Say($"The law on this day: {CopyrightLaw.On(today).Clause}"), CoverSize.Small);
    }

    private static IEnumerable<string> Citation(Item item)
    {
        if ((item.ArticleTitle ?? item.ChapterTitle) is { } part)
        {
            yield return item.ArticleAuthor is { } author ? $"{author.TrimEnd('.')}. {part}" : part;
        }

        string?[] whole =
        [
            item.Author, item.Title, item.Edition,
            item.Volume is null ? item.Issue : item.Issue is null ? item.Volume : $"{item.Volume}({item.Issue})",
            item.Publisher, item.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture), item.Pages is { } pages ? $"pp. {pages}" : null,
        ];
        yield return string.Join(", ", whole.Where(one => !string.IsNullOrWhiteSpace(one)));
    }

    private static string Shortened(string text) => text.Length <= LongestPart ? text : $"{text[..(LongestPart - 1)]}…";
}
