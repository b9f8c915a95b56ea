using Hkall.Domain.Citations;
using Hkall.Domain.Model;

namespace Hkall.Domain.Tests.Citations;

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
        AreAlike(Article, Article with { Issn = "0005-8580", Title = "Bell System Technical Journal" }).ShouldBeFalse();
        AreAlike(Article with { Doi = "10.1038/171737a0" }, Article with { Doi = "10.1038/171738a0" }).ShouldBeFalse();
    }

    [Fact]
    public void Parts_of_one_work_are_different_things()
    {
        AreAlike(Article, Article with { ArticleTitle = "Another article" }).ShouldBeFalse();
        AreAlike(Article, Article with { Volume = "172" }).ShouldBeFalse();
        AreAlike(Article with { Issue = "4355" }, Article with { Issue = "4356" }).ShouldBeFalse();
        AreAlike(Article, Article with { Pages = "739-740" }).ShouldBeFalse();
        AreAlike(Book with { ChapterTitle = "Introduction" }, Book with { ChapterTitle = "Crisis" }).ShouldBeFalse();
        AreAlike(Book with { ChapterTitle = "Introduction" }, Book).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("9780394740676", "")]
    [InlineData("", "9780394740676")]
    public void A_book_is_the_same_with_and_without_its_isbn_in_either_form_of_its_words(string isbn, string other)
    {
        static Item Cited(string title, string author, string isbn) => new() { Title = title, Author = author, Isbn = isbn.Length > 0 ? isbn : null };

        AreAlike(Cited("Café", "Simone de Beauvoir", isbn), Cited("Cafe\u0301", "Beauvoir, Simone de", other)).ShouldBeTrue();
        AreAlike(Cited("ＡＢＣ", "Cao Xueqin", isbn), Cited("ABC", "Cao, Xueqin", other)).ShouldBeTrue();
        AreAlike(Cited("𨋢", "𠮷", isbn), Cited("𠝹", "𡃁", other)).ShouldBeFalse();
        AreAlike(Cited("！？", "莫言", isbn), Cited("……", "莫言", other)).ShouldBeFalse();
    }

    [Fact]
    public void A_record_from_a_catalogue_and_a_short_citation_are_the_same_book()
    {
        var record = Book with { Isbn = "9780394740676", Year = 1978, Edition = "1st", OclcNumber = "ocm04831769" };

        AreAlike(record, Book).ShouldBeTrue();
        AreAlike(record, Book with { Year = 2003 }).ShouldBeFalse();
        AreAlike(record, Book with { Title = "Culture and Imperialism" }).ShouldBeFalse();
        AreAlike(record with { Isbn = null }, new Item { Title = "Orientalism : western conceptions", OclcNumber = "(OCoLC)4831769" }).ShouldBeTrue();
    }

    /// <summary>The same article, as the same patron or another may cite it.</summary>
    public static TheoryData<string, Item> SameArticle => new()
    {
        { "either ISSN", Article with { Issn = "1476-4687" } },
        { "no ISSN", Article with { Issn = null } },
        { "no issue", Article with { Issue = "4356" } },
        { "labelled volume", Article with { Volume = "Vol. 171" } },
        { "Chinese volume", Article with { Volume = "第171卷" } },
        { "Roman volume", Article with { Volume = "CLXXI" } },
        { "both in one field", Article with { Volume = "171(4356)" } },
        { "labelled pages", Article with { Pages = "pp. 737–738" } },
        { "shortened pages", Article with { Pages = "737-8" } },
        { "first page", Article with { Pages = "737" } },
        { "no pages", Article with { Pages = null } },
        { "with a DOI", Article with { Doi = "10.1038/171737a0" } },
        { "other case", Article with { ArticleTitle = "MOLECULAR STRUCTURE." } },
        { "longer title", Article with { ArticleTitle = "Molecular structure of nucleic acids" } },
        { "no title", Article with { ArticleTitle = null } },
        { "The in front", Article with { Issn = null, Title = "The Nature" } },
    };

    [Theory, MemberData(nameof(SameArticle))]
    public void One_article_is_known_however_it_is_cited(string how, Item cited)
    {
        AreAlike(Article, cited).ShouldBeTrue(how);
        AreAlike(cited, Article).ShouldBeTrue(how);
        Likeness.MayBeAlike(Article, cited).ShouldBeTrue(how);
        Likeness.Keys(Article).Intersect(Likeness.Keys(cited)).ShouldNotBeEmpty(how);
    }

    /// <summary>Perhaps the same article: staff see both, and no patron is refused.</summary>
    public static TheoryData<string, Item> PerhapsTheSame => new()
    {
        { "translated title", Article with { ArticleTitle = "核酸的分子結構" } },
        { "abbreviated journal", Article with { Issn = null, Title = "Nature: weekly", Volume = "v.171" } },
        { "unreadable pages", Article with { Pages = "last pages", Volume = null } },
    };

    [Theory, MemberData(nameof(PerhapsTheSame))]
    public void What_may_be_one_article_is_for_staff_to_see(string how, Item cited)
    {
        Likeness.MayBeAlike(Article, cited).ShouldBeTrue(how);
        Likeness.MayBeAlike(cited, Article).ShouldBeTrue(how);
        Likeness.Keys(Article).Intersect(Likeness.Keys(cited)).ShouldNotBeEmpty(how);
    }

    [Fact]
    public void Other_articles_are_not_shown_as_related()
    {
        Likeness.MayBeAlike(Article, Article with { Volume = "172" }).ShouldBeFalse();
        Likeness.MayBeAlike(Article, Article with { Pages = "800-801", ArticleTitle = "Another" }).ShouldBeFalse();
        Likeness.MayBeAlike(Article, Article with { Issn = "0036-8075", Title = "Science" }).ShouldBeFalse();
        Likeness.MayBeAlike(Article with { Doi = "10.1038/1" }, Article with { Doi = "10.1038/2" }).ShouldBeFalse();
        Likeness.MayBeAlike(
            Book with { ChapterTitle = "Introduction", Isbn = "9780394740676" },
            Book with { ChapterTitle = "Introduction", Isbn = "9780140442939", Title = "The Story of the Stone" }).ShouldBeFalse();
    }

    private static bool AreAlike(Item one, Item other) => Likeness.AreAlike(one, other);
}
