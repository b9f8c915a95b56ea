using System.Diagnostics;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Copyright;

/// <summary>The limits go by what a citation says, and not by how it is spelt.</summary>
public class SpellingTests
{
    private const string Refused = "copyright-limit";
    private const string Allowed = "allowed";
    private const string PagesUnclear = "pages-unclear";
    private const string IssueUnclear = "issue-unclear";
    private const string BookUnclear = "book-unclear";
    private const string MostOfWork = "most-of-work";

    private static readonly Item Untitled = Book with { TotalPages = 300 };

    private static string Answer(Item item, params Item[] earlier)
    {
        var decision = PlacingRules.Decide(
            CopyLimitsTests.Order with
            {
                Item = item,
                EarlierCopies = [.. earlier.Select(had => ARequest.Placed(ServiceType.Copy, had, ["HKU"]).ReadyToDownload().Downloaded(times: 5).Request)],
            },
            Libraries.Monday,
            Libraries.Rules);
        return decision switch
        {
            Refused<PatronRequest, RequestEvent> refused => Names.Of(refused.Refusal),
            Decided<PatronRequest, RequestEvent> decided => decided.Events.OfType<SentToReview>().SingleOrDefault() is { } review ? review.Why.Text : Allowed,
            _ => throw new UnreachableException($"Placing gave {decision.GetType().Name}."),
        };
    }

    [Theory]
    [InlineData("1-30", Allowed)]
    [InlineData("pp. 1–30", Allowed)]
    [InlineData("1-10, 41-60", Allowed)]
    [InlineData("271-300", Allowed)]
    [InlineData("271-00", PagesUnclear)]
    [InlineData("281-95", Allowed)]
    [InlineData("30 pages", Allowed)]
    [InlineData("i-xx", Allowed)]
    [InlineData("7", Allowed)]
    [InlineData("1-31", Refused)]
    [InlineData("1-300", Refused)]
    [InlineData("1 - 300", Refused)]
    [InlineData("1–300", Refused)]
    [InlineData("1—150", Refused)]
    [InlineData("1−150", Refused)]
    [InlineData("1~150", Refused)]
    [InlineData("１－１５０", Refused)]
    [InlineData("1\u2011150", Refused)]
    [InlineData("pp. 1-150", Refused)]
    [InlineData("p.1-150", Refused)]
    [InlineData("Pages 1-150", Refused)]
    [InlineData("1 to 150", Refused)]
    [InlineData("1 through 150", Refused)]
    [InlineData("1至150頁", Refused)]
    [InlineData("第1-150页", Refused)]
    [InlineData("1-150, 151-300", Refused)]
    [InlineData("1-100;101-200", Refused)]
    [InlineData("1-20 and 31-50", Refused)]
    [InlineData("1-10, 21-30, 41-51", Refused)]
    [InlineData("101-50", Refused)]
    [InlineData("150 pages", Refused)]
    [InlineData("共150頁", Refused)]
    [InlineData("i-xl", Refused)]
    [InlineData("all", Refused)]
    [InlineData("the whole book", Refused)]
    [InlineData("全書", Refused)]
    [InlineData("45 ff.", PagesUnclear)]
    [InlineData("100-", PagesUnclear)]
    [InlineData("200-150", PagesUnclear)]
    [InlineData("15頁", PagesUnclear)]
    [InlineData("chapters 1-3", PagesUnclear)]
    [InlineData("half of it", PagesUnclear)]
    [InlineData("50%", PagesUnclear)]
    public void The_pages_of_a_book_of_three_hundred_are_measured_however_they_are_written(string pages, string answer) =>
        Answer(Untitled with { Pages = pages }).ShouldBe(answer, pages);

    [Theory]
    [InlineData("7-10", null, Allowed)]
    [InlineData("7-11", null, PagesUnclear)]
    [InlineData("1-55", null, PagesUnclear)]
    [InlineData("all", null, Refused)]
    [InlineData("1-55", 0, PagesUnclear)]
    [InlineData("1-300", null, PagesUnclear)]
    [InlineData("1-300", 30_000, PagesUnclear)]
    public void A_length_that_is_unknown_or_cannot_be_is_for_staff(string pages, int? total, string answer) =>
        Answer(Book with { Pages = pages, TotalPages = total }).ShouldBe(answer);

    [Theory]
    [InlineData("The Golden Days", "1-60", Allowed)]
    [InlineData("The Golden Days", "1-300", MostOfWork)]
    [InlineData("All", "1-300", MostOfWork)]
    [InlineData("All", null, MostOfWork)]
    [InlineData("Whole book", "1-30", MostOfWork)]
    [InlineData("Chapters 1-12", "1-60", MostOfWork)]
    [InlineData("Chapter 1 and chapter 2", "1-60", MostOfWork)]
    [InlineData("第一至三章", "1-60", MostOfWork)]
    [InlineData("Chapter 1: To the lighthouse", "1-60", Allowed)]
    public void A_chapter_that_may_be_most_of_the_book_is_for_staff(string chapter, string? pages, string answer) =>
        Answer(Untitled with { ChapterTitle = chapter, Pages = pages }).ShouldBe(answer);

    [Theory]
    [InlineData("82", "3", Refused)]
    [InlineData("Vol. 82", "3", Refused)]
    [InlineData("v.82", "no. 3", Refused)]
    [InlineData("82", "no.3", Refused)]
    [InlineData("82", "03", Refused)]
    [InlineData("082", "Iss. 3", Refused)]
    [InlineData("82", "issue 3", Refused)]
    [InlineData("８２", "３", Refused)]
    [InlineData("LXXXII", "III", Refused)]
    [InlineData("第82卷", "第3期", Refused)]
    [InlineData("第八十二卷", "第三期", Refused)]
    [InlineData("82(3)", null, Refused)]
    [InlineData("第82卷第3期", null, Refused)]
    [InlineData(null, "Vol. 82, no. 3", Refused)]
    [InlineData("82", "3 (May 2026)", Refused)]
    [InlineData("82", "3-4", Refused)]
    [InlineData("82", null, IssueUnclear)]
    [InlineData(null, "3", IssueUnclear)]
    [InlineData("82", "May", IssueUnclear)]
    [InlineData("82", "special issue", IssueUnclear)]
    [InlineData("82", "4", Allowed)]
    [InlineData("83", "3", Allowed)]
    [InlineData("Vol. 83", "no. 3", Allowed)]
    [InlineData("第83卷第3期", null, Allowed)]
    public void A_second_article_of_an_issue_is_known_however_the_issue_is_written(string? volume, string? issue, string answer) =>
        Answer(Article with { ArticleTitle = "Borrowing at home", Pages = "431-450", Volume = volume, Issue = issue }, Article).ShouldBe(answer);

    [Theory]
    [InlineData("1758-7379", "Journal of Documentation", Refused)]
    [InlineData(null, "The Journal of documentation", Refused)]
    [InlineData(null, "J. Doc.", IssueUnclear)]
    [InlineData("0036-8075", "Science", Allowed)]
    public void The_journal_is_known_by_either_issn_and_by_its_title(string? issn, string title, string answer) =>
        Answer(Article with { ArticleTitle = "Borrowing at home", Pages = "431-450", Issn = issn, Title = title }, Article).ShouldBe(answer);

    [Fact]
    public void An_article_by_its_doi_is_the_same_article_under_another_title() =>
        Answer(Article with { ArticleTitle = "跨境借閱", Doi = "10.1108/jd-1" }, Article with { Doi = "10.1108/jd-1" }).ShouldBe(Allowed);

    [Fact]
    public void An_article_of_four_hundred_pages_or_all_of_an_issue_is_not_let_through()
    {
        Answer(Article with { Pages = "1-400" }).ShouldBe(MostOfWork);
        Answer(Article with { Pages = "all", ArticleTitle = null }).ShouldBe(Refused);
    }

    [Fact]
    public void A_further_part_of_the_same_book_counts_without_its_isbn_and_goes_to_staff_with_another()
    {
        var second = Chapter with { ChapterTitle = "The Crab-Flower Club", Pages = "71-90" };

        Answer(second with { Isbn = null, Author = "CAO, Xueqin" }, Chapter).ShouldBe(Refused);
        Answer(second with { Isbn = null, Author = null }, Chapter).ShouldBe(BookUnclear);
        Answer(second with { Isbn = "9780804429573" }, Chapter).ShouldBe(BookUnclear);
        Answer(second with { Isbn = "9780804429573", Title = "Another book" }, Chapter).ShouldBe(Allowed);
        Answer(second with { Volume = "2" }, Chapter with { Volume = "v.1" }).ShouldBe(Allowed);
    }

    [Fact]
    public void Lists_of_pages_of_several_requests_are_added_once_each()
    {
        Answer(Untitled with { Pages = "11-30" }, Untitled with { Pages = "pp. 1–10, 11-15" }).ShouldBe(Allowed);
        Answer(Untitled with { Pages = "11-31" }, Untitled with { Pages = "pp. 1–10, 11-15" }).ShouldBe(Refused);
    }
}
