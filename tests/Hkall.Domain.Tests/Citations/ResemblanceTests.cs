using Hkall.Domain.Citations;

namespace Hkall.Domain.Tests.Citations;

/// <summary>How sure it is that what was found is what was meant.</summary>
public sealed class ResemblanceTests
{
    private static readonly CitedWork Article = new()
    {
        Kind = CitedKind.Article,
        Title = "Reading in two scripts",
        Container = "Journal of Documentation",
        Authors = ["Smith, J. A."],
        Year = 2010,
        Volume = "12",
        Issue = "3",
        Pages = "45-67",
        Doi = "10.1108/1",
    };

    [Fact]
    public void The_same_number_is_exact_unless_the_titles_are_of_two_works()
    {
        Resemblance.Of(new CitedWork { Doi = "10.1108/1" }, Article).ShouldBe(Sureness.Exact);
        Resemblance.Of(Article with { Title = "Reading in two scripts: a survey" }, Article).ShouldBe(Sureness.Exact);
        Resemblance.Of(Article with { Title = "The price of tea" }, Article).ShouldBeNull();
    }

    [Fact]
    public void Nearly_the_same_title_is_close_if_anything_else_agrees()
    {
        var typed = Article with { Doi = null, Title = "Reading in to scripts" };

        Resemblance.Of(typed, Article).ShouldBe(Sureness.Close);
        Resemblance.Of(typed with { Authors = ["Nguyen, T."] }, Article).ShouldBeNull("another author");
        Resemblance.Of(new CitedWork { Title = "Reading in two scripts" }, Article).ShouldBe(Sureness.Close);
        Resemblance.Of(new CitedWork { Title = "Reading" }, Article).ShouldBeNull();
    }

    [Fact]
    public void A_place_in_a_journal_is_close_without_a_title()
    {
        var typed = new CitedWork { Kind = CitedKind.Article, Container = "J. Doc.", Volume = "vol. 12", Pages = "45", Year = 2010 };

        Resemblance.Of(typed, Article).ShouldBe(Sureness.Close);
        Resemblance.Of(typed with { Pages = "46" }, Article).ShouldBeNull();
    }

    [Fact]
    public void Only_what_says_something_else_differs()
    {
        Resemblance.Differences(Article with { Volume = "Vol. 12", Pages = "pp. 45–67", Authors = ["John Smith"], Container = "J. Doc." }, Article).ShouldBeEmpty();
        Resemblance.Differences(Article with { Volume = "250", Year = 2011 }, Article)
            .ShouldBe([new CitationDifference("year", "2011", "2010"), new CitationDifference("volume", "250", "12")]);
    }

    [Theory]
    [InlineData("紅樓夢研究", "紅樓夢新證")]
    [InlineData("A history of tea", "A history of the sea")]
    public void Different_titles_are_not_nearly_the_same(string one, string other) =>
        Resemblance.TitleLikeness(one, other).ShouldNotBeNull().ShouldBeLessThan(0.85);
}
