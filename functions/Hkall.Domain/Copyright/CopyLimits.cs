using System.Globalization;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;

namespace Hkall.Domain.Copyright;

/// <summary>What the limits say about a copy. If neither is set, it is within them.</summary>
/// <param name="Exceeded">Why the copy exceeds the limit. The sentence offers a loan of the whole instead.</param>
/// <param name="Unclear">Why staff look first: nobody can tell from the citation.</param>
public sealed record CopyJudgement(string? Exceeded = null, ReasonCode? Unclear = null);

/// <summary>How much of one publication a patron may have copied, counting earlier copies.</summary>
public static class CopyLimits
{
    /// <summary>A chapter or article is rarely longer: staff look at one that is.</summary>
    public const int MostPagesUnseen = 100;

    /// <summary>
    /// A tenth of the shortest book (UNESCO calls a publication a book from 49 pages): so many pages may be copied of a book of
    /// unknown length without anybody looking at it.
    /// </summary>
    public const int MostOfAnyBook = 49 * CopyrightLaw.PercentOfWork / 100;

    /// <summary>No volume is thicker: a total above this is that of a set, or mistyped.</summary>
    public const int ThickestVolume = 3000;

    /// <summary>A chapter of more than this share of its book, in per cent, may be no chapter.</summary>
    private const int LargestChapter = 50;

    private const string BorrowInstead = "You can ask to borrow the whole book instead.";

    private static readonly CopyJudgement Within = new();

    public static CopyJudgement Judge(Item item, IEnumerable<PatronRequest> earlier, CopyrightRules law)
    {
        var counted = earlier.Where(Counts).Select(request => request.Item).ToList();
        return Likeness.IsArticle(item) ? OfArticle(item, counted, law) : OfBook(item, counted, law);
    }

    /// <summary>A copy that was not supplied, and never will be, does not count.</summary>
    private static bool Counts(PatronRequest request) => request.Service == ServiceType.Copy && request.Status.Stage() switch
    {
        RequestStage.Closed when request.Status is RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => false,
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit or RequestStage.AtLibrary
            or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable or RequestStage.Closed => true,
    };

    private static CopyJudgement OfArticle(Item item, IReadOnlyList<Item> earlier, CopyrightRules law)
    {
        var pages = PagesOf(item);
        var others = earlier.Where(other => Likeness.OfParts(item, other) != Sameness.Same).Select(other => SameIssue(item, other)).ToList();
        if (others.Contains(Sameness.Same) || (pages is { IsWhole: true } && item.ArticleTitle is null))
        {
            return new($"Only one article of an issue may be copied for you ({law.Clause}). You can ask to borrow the whole issue instead.");
        }

        return others.Contains(Sameness.Unknown) ? new(Unclear: ReasonCode.IssueUnclear)
            : pages?.Count > MostPagesUnseen ? new(Unclear: ReasonCode.MostOfWork)
            : Within;
    }

    /// <summary>Whether two articles are in one issue; unknown if the citations leave it open.</summary>
    private static Sameness SameIssue(Item item, Item other)
    {
        var (journals, volumes, issues) = (Likeness.OfWorks(item, other), Likeness.OfVolumes(item, other), Likeness.OfIssues(item, other));
        var isOtherYear = item.Year is not null && other.Year is not null && item.Year != other.Year;
        if (journals == Sameness.Different || volumes == Sameness.Different || issues == Sameness.Different || isOtherYear)
        {
            return Sameness.Different;
        }

        // Some journals have issues and no volumes. Without any number only the year is left to tell issues apart.
        var isVolumed = item.Volume is not null || other.Volume is not null;
        return journals == Sameness.Same && issues == Sameness.Same && (volumes == Sameness.Same || !isVolumed) ? Sameness.Same
            : volumes == Sameness.Same || issues == Sameness.Same || (item.Year is not null && item.Year == other.Year) ? Sameness.Unknown
            : Sameness.Different;
    }

    private static CopyJudgement OfBook(Item item, IReadOnlyList<Item> earlier, CopyrightRules law)
    {
        var pages = PagesOf(item);
        var others = earlier.Where(other => Likeness.OfVolumes(item, other) != Sameness.Different && Likeness.OfParts(item, other) != Sameness.Same)
            .ToLookup(other => SameBook(item, other));
        if (others[Sameness.Same].Any() && !IsSmall([item, .. others[Sameness.Same]]))
        {
            return new(
                $"Only one chapter, or {CopyrightLaw.PercentOfWork} % of a book, may be copied for you ({law.Clause}). {BorrowInstead}");
        }

        if (item.ChapterTitle is null && pages is { IsWhole: true })
        {
            return new($"At most {CopyrightLaw.PercentOfWork} % of a book may be copied ({law.Clause}). {BorrowInstead}");
        }

        var total = TotalOf(item);
        var share = total is { } all && pages?.Count is { } count ? count * 100m / all : (decimal?)null;
        if (item.ChapterTitle is null && share > CopyrightLaw.PercentOfWork)
        {
            var percent = share.Value.ToString("0.#", CultureInfo.InvariantCulture);
            return new($"The pages are {percent} % of the book; at most {CopyrightLaw.PercentOfWork} % may be copied ({law.Clause}). {BorrowInstead}");
        }

        var mayBeMore = others[Sameness.Unknown].Any() && !IsSmall([item, .. others[Sameness.Same], .. others[Sameness.Unknown]]);
        return mayBeMore ? new(Unclear: ReasonCode.BookUnclear)
            : item.ChapterTitle is { } title && (CitedChapters.AreSeveral(title) || share > LargestChapter) ? new(Unclear: ReasonCode.MostOfWork)
            : total > ThickestVolume || (item.ChapterTitle is null && pages?.Count is null) ? new(Unclear: ReasonCode.PagesUnclear)
            : total is null && item.ChapterTitle is null && pages?.Count > MostOfAnyBook ? new(Unclear: ReasonCode.PagesUnclear)
            : total is null && pages?.Count > MostPagesUnseen ? new(Unclear: ReasonCode.MostOfWork)
            : Within;
    }

    /// <summary>The same title by the same author may be another edition of the book, with another ISBN.</summary>
    private static Sameness SameBook(Item item, Item other) =>
        Likeness.OfWorks(item, other) is Sameness.Different && Likeness.OfWorks(item with { Isbn = null }, other with { Isbn = null }) is Sameness.Same
            ? Sameness.Unknown
            : Likeness.OfWorks(item, other);

    /// <summary>Several parts are within the limit if the pages of all are known and together make up no more than a tenth of the work.</summary>
    private static bool IsSmall(IReadOnlyList<Item> parts) =>
        TotalOf(parts[0]) is { } total && parts.Select(PagesOf).OfType<PageStatement>().ToList() is var pages && pages.Count == parts.Count
        && PageStatement.Together(pages) * 100m / total <= CopyrightLaw.PercentOfWork;

    private static int? TotalOf(Item item) => item.TotalPages is > 0 and var total ? total : null;

    private static PageStatement? PagesOf(Item item) => item.Pages is { } pages ? PageStatement.Read(pages).Value : null;
}
