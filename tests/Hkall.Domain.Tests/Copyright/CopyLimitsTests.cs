using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Copyright;

public class CopyLimitsTests
{
    internal static readonly PlaceRequest Order = new()
    {
        RequestId = "R-2",
        PatronId = "P-1",
        Group = PatronGroup.Undergraduate,
        Service = ServiceType.Copy,
        Item = Article,
        Rota = [Library("HKU")],
        AcceptTiers = Enum.GetValues<Tier>(),
        OpenRequests = [],
        Declaration = SignedDeclaration,
        SignedBy = PatronsName,
    };

    private static readonly Item OtherArticle = Article with { ArticleTitle = "Borrowing at home", Pages = "431-450" };

    private static readonly Item Chapter = Book with { ChapterTitle = "The Golden Days" };

    private static Decision<PatronRequest, RequestEvent> Asking(Item item, params PatronRequest[] earlier) =>
        PlacingRules.Decide(Order with { Item = item, EarlierCopies = earlier }, Monday, Rules);

    private static ARequest AskedFor(Item item) => ARequest.Placed(ServiceType.Copy, item, ["HKU"]);

    private static PatronRequest Had(Item item) => AskedFor(item).ReadyToDownload().Downloaded(times: 5).Request;

    [Fact]
    public void A_second_article_of_an_issue_is_refused_with_the_clause_and_the_offer_of_the_loan()
    {
        var refused = Asking(OtherArticle, Had(Article)).ShouldBeOfType<Refused<PatronRequest, RequestEvent>>();

        refused.Refusal.ShouldBe(Refusal.CopyrightLimit);
        refused.Why.ShouldContain("Cap. 528F");
        refused.Why.ShouldContain("borrow the whole issue");
    }

    [Fact]
    public void A_copy_that_is_still_on_its_way_counts() => IsOverTheLimit(Asking(OtherArticle, AskedFor(Article).Request));

    [Fact]
    public void The_same_article_may_be_asked_for_again()
    {
        IsWithinTheLimit(Asking(Article, Had(Article)));
        IsWithinTheLimit(Asking(Article with { ArticleTitle = "Lending Across Borders.", Pages = null }, Had(Article)));
    }

    [Fact]
    public void Pages_tell_apart_articles_without_a_title()
    {
        var untitled = Article with { ArticleTitle = null };

        IsWithinTheLimit(Asking(untitled, Had(Article)));
        IsOverTheLimit(Asking(untitled with { Pages = "431-450" }, Had(untitled)));
    }

    [Fact]
    public void An_article_of_the_next_issue_is_no_second_article_of_this_one()
    {
        IsWithinTheLimit(Asking(OtherArticle with { Issue = "4" }, Had(Article)));
        IsWithinTheLimit(Asking(OtherArticle with { Volume = "83" }, Had(Article)));
    }

    [Fact]
    public void A_copy_that_was_never_supplied_does_not_count()
    {
        IsWithinTheLimit(Asking(OtherArticle, AskedFor(Article).CancelAsked().CancelConfirmed().Request));
        IsWithinTheLimit(Asking(OtherArticle, AskedFor(Article).Declined().GivenUp().Request));
    }

    [Fact]
    public void Two_chapters_that_are_together_no_more_than_a_tenth_of_the_book_are_within_the_limit()
    {
        var first = Chapter with { Pages = "1-20", TotalPages = 400 };
        var second = Chapter with { ChapterTitle = "The Crab-Flower Club", Pages = "51-70", TotalPages = 400 };

        IsWithinTheLimit(Asking(second, Had(first)));
        IsOverTheLimit(Asking(second with { Pages = "51-71" }, Had(first)));
        IsOverTheLimit(Asking(second with { Pages = null }, Had(first)));
        IsOverTheLimit(Asking(second with { TotalPages = null }, Had(first)));
    }

    [Fact]
    public void A_second_chapter_of_a_book_is_refused_with_the_clause_and_the_offer_of_the_loan()
    {
        var refused = IsOverTheLimit(Asking(Chapter with { ChapterTitle = "The Crab-Flower Club" }, Had(Chapter)));

        refused.Why.ShouldContain("Cap. 528F");
        refused.Why.ShouldContain("borrow the whole book");
    }

    [Fact]
    public void The_same_chapter_may_be_asked_for_again_with_or_without_its_pages() =>
        IsWithinTheLimit(Asking(Chapter with { Pages = "1-40" }, Had(Chapter)));

    [Fact]
    public void Having_borrowed_the_book_does_not_count() => IsWithinTheLimit(Asking(Chapter, ARequest.Asking("HKU").OnLoan().Request));

    [Theory]
    [InlineData("1-54", true)]
    [InlineData("1-55", false)]
    [InlineData("7", true)]
    [InlineData("20-1", true)]
    public void A_tenth_of_a_book_may_be_copied_and_no_more(string pages, bool allowed) =>
        (Asking(Book with { Pages = pages, TotalPages = 540 }) is Decided<PatronRequest, RequestEvent>).ShouldBe(allowed);

    [Fact]
    public void The_refusal_says_how_much_too_much_it_is() =>
        IsOverTheLimit(Asking(Book with { Pages = "1-55", TotalPages = 540 })).Why.ShouldContain("10.2 %");

    [Fact]
    public void A_whole_chapter_may_be_copied_however_long() =>
        IsWithinTheLimit(Asking(Chapter with { Pages = "1-90", TotalPages = 540 }));

    private static void IsWithinTheLimit(Decision<PatronRequest, RequestEvent> placed) =>
        placed.ShouldBeOfType<Decided<PatronRequest, RequestEvent>>().Request.Status.ShouldNotBe(RequestStatus.InReview);

    private static Refused<PatronRequest, RequestEvent> IsOverTheLimit(Decision<PatronRequest, RequestEvent> placed)
    {
        var refused = placed.ShouldBeOfType<Refused<PatronRequest, RequestEvent>>();
        refused.Refusal.ShouldBe(Refusal.CopyrightLimit);
        return refused;
    }
}
