using Hkall.Domain.Model;
using Hkall.Domain.Placing;

namespace Hkall.Domain.Tests.Placing;

/// <summary>When two descriptions are of one thing: by it duplicates and requests of several patrons for one part are known.</summary>
public class LikenessTests
{
    private static readonly Item Book = new() { Title = "Orientalism", Author = "Edward W. Said" };

    private static readonly Item Article = new()
    {
        Title = "Nature",
        Issn = "0028-0836",
        ArticleTitle = "Molecular Structure",
        Volume = "171",
        Pages = "737-738"
    };

    [Fact]
    public void However_it_is_written_the_same_title_author_edition_and_year_are_the_same_book()
    {
        AreAlike(Book, Book with { Title = "orientalism!", Author = "EDWARD W SAID" }).ShouldBeTrue();
        AreAlike(Book, Book with { Edition = "2nd" }).ShouldBeFalse();
        AreAlike(Book, Book with { Year = 1978 }).ShouldBeFalse();
        AreAlike(Book, Book with { Author = "Another" }).ShouldBeFalse();
    }

    [Fact]
    public void An_identifier_counts_more_than_the_words()
    {
        AreAlike(Book with { Isbn = "9780394740676" }, Book with { Isbn = "9780394740676", Title = "Orientalism (Vintage)" }).ShouldBeTrue();
        AreAlike(Book with { Isbn = "9780394740676" }, Book with { Isbn = "9780140442939" }).ShouldBeFalse();
        AreAlike(Article, Article with { Title = "Nature (London)" }).ShouldBeTrue();
        AreAlike(Article, Article with { Issn = "0005-8580" }).ShouldBeFalse();
        AreAlike(Article with { Doi = "10.1038/171737a0" }, Article with { Doi = "10.1038/171738a0" }).ShouldBeFalse();
    }

    [Fact]
    public void Parts_of_one_work_are_different_things()
    {
        AreAlike(Article, Article with { ArticleTitle = "Another article" }).ShouldBeFalse();
        AreAlike(Article, Article with { Volume = "172" }).ShouldBeFalse();
        AreAlike(Article, Article with { Issue = "4356" }).ShouldBeFalse();
        AreAlike(Article, Article with { Pages = "739-740" }).ShouldBeFalse();
        AreAlike(Book with { ChapterTitle = "Introduction" }, Book with { ChapterTitle = "Crisis" }).ShouldBeFalse();
        AreAlike(Book with { ChapterTitle = "Introduction" }, Book).ShouldBeFalse();
    }

    private static bool AreAlike(Item one, Item other) => PlacingRules.Likeness(one) == PlacingRules.Likeness(other);
}
