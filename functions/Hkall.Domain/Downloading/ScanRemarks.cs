using System.Text.Json.Serialization;
using Hkall.Domain.Citations;
using Hkall.Domain.Copyright;
using Hkall.Domain.Model;

namespace Hkall.Domain.Downloading;

/// <summary>What staff should look at in a scan. The names are served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanRemarkKind>))]
public enum ScanRemarkKind
{
    [JsonStringEnumMemberName("cannot-be-read")] CannotBeRead,

    /// <summary>Fewer pages came than were asked for.</summary>
    [JsonStringEnumMemberName("fewer-pages")] FewerPages,

    /// <summary>More pages came than were asked for, beyond a cover.</summary>
    [JsonStringEnumMemberName("more-pages")] MorePages,

    /// <summary>The pages are more of the work than may be copied without a chapter.</summary>
    [JsonStringEnumMemberName("too-large-a-share")] TooLargeAShare,

    [JsonStringEnumMemberName("blank-pages")] BlankPages,

    [JsonStringEnumMemberName("turned-pages")] TurnedPages,

    [JsonStringEnumMemberName("cut-off-pages")] CutOffPages,

    [JsonStringEnumMemberName("signed")] Signed,

    [JsonStringEnumMemberName("too-large")] TooLarge,

    [JsonStringEnumMemberName("no-pdf")] NoPdf,
}

/// <param name="Pages">The pages it is about; null if it is about the whole.</param>
/// <param name="Asked">How many pages were asked for, where that is the point.</param>
/// <param name="Came">How many came.</param>
public sealed record ScanRemark(ScanRemarkKind Kind, IReadOnlyList<int>? Pages = null, int? Asked = null, int? Came = null);

/// <summary>Holds what was seen in a scan against what was asked for.</summary>
public static class ScanRemarks
{
    /// <summary>Libraries put a cover and a notice in front of their scans.</summary>
    public const int CoverPages = 2;

    public static IReadOnlyList<ScanRemark> Of(Item item, ScanChecks checks) =>
        [.. OfStamping(checks), .. OfExtent(item, checks), .. OfPages(checks)];

    private static IEnumerable<ScanRemark> OfStamping(ScanChecks checks) => checks.NotStamped is { } why ? [new ScanRemark(KindOf(why))] : [];

    private static ScanRemarkKind KindOf(StampHindrance why) => why switch
    {
        StampHindrance.CannotBeRead => ScanRemarkKind.CannotBeRead,
        StampHindrance.Signed => ScanRemarkKind.Signed,
        StampHindrance.TooLarge => ScanRemarkKind.TooLarge,
        StampHindrance.NoPdf => ScanRemarkKind.NoPdf,
    };

    private static IEnumerable<ScanRemark> OfExtent(Item item, ScanChecks checks)
    {
        if (checks.Pages is not { } came)
        {
            yield break;
        }

        // A scan of an opened book shows two pages at a time, so only less than half is certain to be too little.
        var asked = item.Pages is { } pages ? PageStatement.Read(pages).Value?.Count : null;
        if (asked is { } expected && came * 2 < expected)
        {
            yield return new ScanRemark(ScanRemarkKind.FewerPages, Asked: expected, Came: came);
        }
        else if (asked is { } fewer && came > fewer + CoverPages)
        {
            yield return new ScanRemark(ScanRemarkKind.MorePages, Asked: fewer, Came: came);
        }

        if (item is { ChapterTitle: null, ArticleTitle: null, TotalPages: > 0 and var total }
            && (came - CoverPages) * 100L > (long)total * CopyrightLaw.PercentOfWork)
        {
            yield return new ScanRemark(ScanRemarkKind.TooLargeAShare, Asked: total, Came: came);
        }
    }

    private static IEnumerable<ScanRemark> OfPages(ScanChecks checks)
    {
        if (checks.CutOff is { } cutOff)
        {
            yield return new ScanRemark(ScanRemarkKind.CutOffPages, cutOff);
        }

        if (checks.Blank is { } blank)
        {
            yield return new ScanRemark(ScanRemarkKind.BlankPages, blank);
        }

        if (checks.Turned is { } turned)
        {
            yield return new ScanRemark(ScanRemarkKind.TurnedPages, turned);
        }
    }
}
