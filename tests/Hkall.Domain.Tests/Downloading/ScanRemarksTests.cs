using Hkall.Domain.Downloading;
using Hkall.Domain.Model;

namespace Hkall.Domain.Tests.Downloading;

/// <summary>What staff are pointed at in a scan.</summary>
public class ScanRemarksTests
{
    private static readonly Item Article = new() { Title = "A journal", ArticleTitle = "An article", Pages = "101-120" };

    [Theory]
    [InlineData(20)]
    [InlineData(10)]
    [InlineData(22)]
    public void A_scan_of_about_the_pages_asked_for_needs_no_look(int pages) => Of(Article, pages).ShouldBeEmpty();

    [Fact]
    public void Less_than_half_of_the_pages_is_too_little() =>
        Of(Article, 9).ShouldBe([new ScanRemark(ScanRemarkKind.FewerPages, Asked: 20, Came: 9)]);

    [Fact]
    public void More_than_the_pages_and_a_cover_is_too_much() =>
        Of(Article, 23).ShouldBe([new ScanRemark(ScanRemarkKind.MorePages, Asked: 20, Came: 23)]);

    [Fact]
    public void Pages_of_a_book_are_held_to_a_tenth_of_it()
    {
        var book = new Item { Title = "A book", TotalPages = 100 };
        Of(book, 12).ShouldBeEmpty();
        Of(book, 13).ShouldBe([new ScanRemark(ScanRemarkKind.TooLargeAShare, Asked: 100, Came: 13)]);
        Of(book with { ChapterTitle = "One chapter" }, 40).ShouldBeEmpty();
    }

    [Fact]
    public void Pages_that_nobody_named_are_not_counted() => Of(Article with { Pages = null }, 500).ShouldBeEmpty();

    [Fact]
    public void Pages_with_something_odd_are_named() =>
        ScanRemarks.Of(Article, new ScanChecks { Pages = 20, Blank = [2], Turned = [3], CutOff = [4] })
            .Select(remark => (remark.Kind, remark.Pages![0])).ShouldBe(
        [
            (ScanRemarkKind.CutOffPages, 4), (ScanRemarkKind.BlankPages, 2), (ScanRemarkKind.TurnedPages, 3),
        ]);

    [Theory]
    [InlineData(StampHindrance.CannotBeRead, ScanRemarkKind.CannotBeRead)]
    [InlineData(StampHindrance.Signed, ScanRemarkKind.Signed)]
    [InlineData(StampHindrance.TooLarge, ScanRemarkKind.TooLarge)]
    [InlineData(StampHindrance.NoPdf, ScanRemarkKind.NoPdf)]
    public void What_goes_out_without_a_stamp_says_why(StampHindrance why, ScanRemarkKind kind) =>
        ScanRemarks.Of(Article, new ScanChecks { NotStamped = why }).ShouldBe([new ScanRemark(kind)]);

    private static IReadOnlyList<ScanRemark> Of(Item item, int pages) => ScanRemarks.Of(item, new ScanChecks { Pages = pages });
}
