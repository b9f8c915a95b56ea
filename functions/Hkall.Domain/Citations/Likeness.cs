using Hkall.Domain.Model;

namespace Hkall.Domain.Citations;

/// <summary>
/// Whether two descriptions are of one item. People cite the same article with and without its DOI, by either ISSN of the journal,
/// and with the volume and pages written in many ways.
/// </summary>
public static class Likeness
{
    /// <summary>A title shorter than this also begins other titles, so it does not stand for a longer one.</summary>
    private const int ShortestBeginning = 8;

    /// <summary>The same item beyond doubt: a second request for it is a duplicate.</summary>
    public static bool AreAlike(Item one, Item other)
    {
        if (SameDoi(one, other) is var doi && doi != Sameness.Unknown && (doi == Sameness.Different || OfParts(one, other) == Sameness.Same))
        {
            return doi == Sameness.Same;
        }

        return IsArticle(one) || IsArticle(other)
            ? OfWorks(one, other) == Sameness.Same && AreOneArticle(one, other)
            : AreOneBook(one, other) && (Part(one), Part(other), one.Pages, other.Pages) switch
            {
                (null, null, null, null) => true,
                _ => OfParts(one, other) == Sameness.Same && OfPages(one, other) != Sameness.Different,
            };
    }

    /// <summary>Probably one article or chapter: staff look at both.</summary>
    public static bool MayBeAlike(Item one, Item other)
    {
        if (SameDoi(one, other) is var doi && doi != Sameness.Unknown)
        {
            return doi == Sameness.Same;
        }

        var (titles, pages, volumes) = (OfTitles(Part(one), Part(other)), OfPages(one, other), OfVolumes(one, other));
        var place = pages == Sameness.Same && volumes == Sameness.Same;
        if (OfIssues(one, other) == Sameness.Different || volumes == Sameness.Different)
        {
            return false;
        }

        return OfWorks(one, other) switch
        {
            Sameness.Same => place || (pages == Sameness.Same && !IsArticle(one))
                || (pages != Sameness.Different && (titles == Sameness.Same || Begins(Part(one), Part(other)))),
            Sameness.Unknown => place || (pages != Sameness.Different && titles == Sameness.Same),

            // Without both ISSNs, a journal may be cited by a name that we cannot match.
            Sameness.Different => place && titles == Sameness.Same && (one.Issn is null || other.Issn is null),
        };
    }

    /// <summary>Texts of which two requests for one part share at least one; by them the other requests are looked up.</summary>
    public static IReadOnlyList<string> Keys(Item item)
    {
        var page = item.Pages is { } pages ? PageStatement.Read(pages).Value?.First : null;
        string?[] works = [item.Isbn, item.Issn, PlainForm.Title(item.Title)];
        return
        [
            .. new[]
            {
                item.Doi is { } doi ? $"doi|{doi}" : null,
                Part(item) is { } part ? $"part|{PlainForm.MainTitle(part)}" : null,
                Whole(item),
            }.OfType<string>(),
            .. works.OfType<string>().Where(_ => page is not null).Select(work => $"page|{work}|{page}"),
        ];
    }

    /// <summary>Whether both are of one book or of one journal.</summary>
    internal static Sameness OfWorks(Item one, Item other)
    {
        if (one.Isbn is not null && other.Isbn is not null)
        {
            return one.Isbn == other.Isbn ? Sameness.Same : Sameness.Different;
        }

        if ((one.Issn is not null && one.Issn == other.Issn) || (OclcOf(one) is { } record && record == OclcOf(other)))
        {
            return Sameness.Same;
        }

        // A journal has one ISSN in print and another online, but one title.
        var isTitled = PlainForm.Title(one.Title) == PlainForm.Title(other.Title);
        if (IsArticle(one) || IsArticle(other))
        {
            return isTitled ? Sameness.Same
                : (one.Issn is null || other.Issn is null) && (Abbreviates(one.Title, other.Title) || Abbreviates(other.Title, one.Title)) ? Sameness.Unknown
                : Sameness.Different;
        }

        return !isTitled ? Sameness.Different
            : one.Author is null || other.Author is null ? Sameness.Unknown
            : PlainForm.Name(one.Author) == PlainForm.Name(other.Author) ? Sameness.Same : Sameness.Different;
    }

    /// <summary>Whether both are of one article or chapter of a work, by title, or by pages if either title is missing.</summary>
    internal static Sameness OfParts(Item one, Item other)
    {
        var titles = OfTitles(Part(one), Part(other));
        return SameDoi(one, other) is var doi && doi != Sameness.Unknown && (IsArticle(one) || titles != Sameness.Different) ? doi
            : titles != Sameness.Unknown ? titles
            : OfPages(one, other);
    }

    internal static Sameness OfVolumes(Item one, Item other) => Numbering.Compare(Numbers(one).Volume, Numbers(other).Volume);

    internal static Sameness OfIssues(Item one, Item other) => Numbering.Compare(Numbers(one).Issue, Numbers(other).Issue);

    internal static bool IsArticle(Item item) => item.Isbn is null && (item.Issn is not null || item.ArticleTitle is not null);

    private static Numbering Numbers(Item item) => Numbering.Read(item.Volume, item.Issue);

    private static string? OclcOf(Item item) => item.OclcNumber is { } number ? OclcNumber.Read(number).Value : null;

    private static string? Part(Item item) => item.ArticleTitle ?? item.ChapterTitle;

    private static Sameness SameDoi(Item one, Item other) =>
        one.Doi is null || other.Doi is null ? Sameness.Unknown : one.Doi == other.Doi ? Sameness.Same : Sameness.Different;

    private static bool AreOneArticle(Item one, Item other) =>
        OfVolumes(one, other) != Sameness.Different
        && OfIssues(one, other) != Sameness.Different
        && (one.Year is null || other.Year is null || one.Year == other.Year)
        && OfParts(one, other) is var parts && OfPages(one, other) is var pages
        && (Part(one), Part(other), one.Pages, other.Pages) switch
        {
            // Two loans of one issue.
            (null, null, null, null) => Numbers(one) == Numbers(other) && one.Year == other.Year,
            _ => parts == Sameness.Same && pages != Sameness.Different
                && (OfTitles(Part(one), Part(other)) == Sameness.Same || OfVolumes(one, other) == Sameness.Same),
        };

    /// <summary>
    /// The same book by its ISBN. Without one, all the words agree; if only one has an ISBN, it comes from a catalogue, and the other
    /// citation may leave out the edition and the year.
    /// </summary>
    private static bool AreOneBook(Item one, Item other)
    {
        if (OfWorks(one, other) is Sameness.Different || Numbers(one) != Numbers(other))
        {
            return false;
        }

        var isNumbered = one.Isbn is not null || other.Isbn is not null;
        return (one.Isbn is not null && one.Isbn == other.Isbn)
            || (OclcOf(one) is { } record && record == OclcOf(other))
            || (PlainForm.Name(one.Author) == PlainForm.Name(other.Author)
                && (PlainForm.Of(one.Edition) == PlainForm.Of(other.Edition) || (isNumbered && (one.Edition is null || other.Edition is null)))
                && (one.Year == other.Year || (isNumbered && (one.Year is null || other.Year is null))));
    }

    /// <summary>Equal titles are the same, and different ones are different, unless one is the beginning of the other.</summary>
    private static Sameness OfTitles(string? one, string? other) =>
        one is null || other is null ? Sameness.Unknown
        : PlainForm.Title(one) == PlainForm.Title(other) ? Sameness.Same
        : Begins(one, other) ? Sameness.Unknown : Sameness.Different;

    private static bool Begins(string? one, string? other)
    {
        var (a, b) = (PlainForm.Title(one), PlainForm.Title(other));
        return Math.Min(a.Length, b.Length) >= ShortestBeginning && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal));
    }

    /// <summary>An article is known by its first page; of a book, all pages count.</summary>
    private static Sameness OfPages(Item one, Item other)
    {
        if (one.Pages is null || other.Pages is null)
        {
            return Sameness.Unknown;
        }

        var (a, b) = (PageStatement.Read(one.Pages).Value, PageStatement.Read(other.Pages).Value);
        if (a?.First is null || b?.First is null)
        {
            return PlainForm.Of(one.Pages) == PlainForm.Of(other.Pages) ? Sameness.Same : Sameness.Unknown;
        }

        var isArticle = IsArticle(one) || IsArticle(other);
        return (isArticle ? a.First == b.First : a.Text == b.Text) ? Sameness.Same : Sameness.Different;
    }

    /// <summary>"J. Doc." for "Journal of Documentation": each word begins the next long word.</summary>
    internal static bool Abbreviates(string brief, string full)
    {
        var (parts, words) = (PlainForm.Words(PlainText.Of(brief).ToLowerInvariant()).ToList(), PlainForm.Words(PlainText.Of(full).ToLowerInvariant()));
        var rest = words.Where(word => word is not ("of" or "the" or "and" or "for" or "in" or "on" or "de" or "der")).ToList();
        return parts.Count > 1 && parts.Count == rest.Count && parts.Zip(rest).All(pair => pair.Second.StartsWith(pair.First, StringComparison.Ordinal));
    }

    /// <summary>The whole description: the only key of a part that has neither title nor readable pages.</summary>
    private static string Whole(Item item) => string.Join(
        '|',
        item.Doi ?? string.Empty,
        item.Isbn ?? item.Issn ?? $"{PlainForm.Of(item.Title)}/{PlainForm.Of(item.Author)}/{PlainForm.Of(item.Edition)}/{item.Year}",
        PlainForm.Of(item.Volume),
        PlainForm.Of(item.Issue),
        PlainForm.Of(Part(item)),
        PlainForm.Of(item.Pages));
}
