using System.Globalization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Copyright;

/// <summary>How much of one publication a patron may have copied, counting earlier copies.</summary>
public static class CopyLimits
{
    /// <returns>Why the copy exceeds the limit, or null if it does not. The sentence offers a loan of the whole instead.</returns>
    public static string? Exceeded(Item item, IEnumerable<PatronRequest> earlier, CopyrightRules law)
    {
        var counted = earlier.Where(Counts).ToList();
        if (OtherArticleOfSameIssue(item, counted))
        {
            return $"Only one article of an issue may be copied for you ({law.Clause}). You can ask to borrow the whole issue instead.";
        }

        if (OtherPartOfSameBook(item, counted))
        {
            return $"Only one chapter, or {CopyrightLaw.PercentOfWork} % of a book, may be copied for you ({law.Clause}). You can ask to borrow the whole book instead.";
        }

        return item.ChapterTitle is null && Share(item) > CopyrightLaw.PercentOfWork
            ? $"The pages are {Share(item)!.Value.ToString("0.#", CultureInfo.InvariantCulture)} % of the book; at most {CopyrightLaw.PercentOfWork} % may be copied ({law.Clause}). You can ask to borrow the whole book instead."
            : null;
    }

    /// <summary>A copy that was not supplied, and never will be, does not count.</summary>
    private static bool Counts(PatronRequest request) => request.Service == ServiceType.Copy && request.Status.Stage() switch
    {
        RequestStage.Closed when request.Status is RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => false,
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit or RequestStage.AtLibrary
            or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable or RequestStage.Closed => true,
    };

    private static bool OtherArticleOfSameIssue(Item item, IEnumerable<PatronRequest> earlier) =>
        item is { Issn: not null, Issue: not null } && earlier.Any(request =>
            request.Item.Issn == item.Issn && Same(request.Item.Volume, item.Volume) && Same(request.Item.Issue, item.Issue)
            && !SamePart(request.Item.ArticleTitle, item.ArticleTitle, request.Item, item));

    /// <summary>A second part is within the limit if the pages of all parts are known and together make up no more than a tenth of the work.</summary>
    private static bool OtherPartOfSameBook(Item item, IEnumerable<PatronRequest> earlier)
    {
        var others = earlier
            .Where(request => item.Isbn is not null && request.Item.Isbn == item.Isbn
                && !SamePart(request.Item.ChapterTitle, item.ChapterTitle, request.Item, item))
            .Select(request => request.Item)
            .DistinctBy(other => Plain(other.Pages))
            .ToList();
        return others.Count > 0 && !(Together([item, .. others], item.TotalPages) <= CopyrightLaw.PercentOfWork);
    }

    private static decimal? Together(IEnumerable<Item> parts, int? totalPages) =>
        totalPages is > 0 ? parts.Aggregate((decimal?)0, (sum, part) => sum + PagesOf(part)) * 100 / totalPages : null;

    /// <summary>Compares two parts by title, or by pages if either title is missing.</summary>
    private static bool SamePart(string? title, string? other, Item one, Item another) =>
        title is not null && other is not null ? Same(title, other) : Same(one.Pages, another.Pages);

    /// <summary>The requested pages in per cent of the work; null if either number is unknown.</summary>
    private static decimal? Share(Item item) =>
        item is { TotalPages: > 0, Isbn: not null } ? PagesOf(item) * 100 / item.TotalPages : null;

    /// <summary>The number of pages, if given as a range.</summary>
    private static decimal? PagesOf(Item item) => item.Pages?.Split('-', '–') is [var first, var last]
        && int.TryParse(first.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(last.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var to)
        && to >= from
            ? to - from + 1m
            : null;

    /// <summary>Ignores full stops, hyphens and capitals: they do not make another article.</summary>
    private static bool Same(string? one, string? other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string? text) => string.Concat((text ?? string.Empty).Where(char.IsLetterOrDigit));
}
