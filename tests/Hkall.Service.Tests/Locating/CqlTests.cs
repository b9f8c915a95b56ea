using Hkall.Domain.Model;
using Hkall.Service.Locating;

namespace Hkall.Service.Tests.Locating;

/// <summary>What a catalogue is asked.</summary>
public class CqlTests
{
    private static readonly Item Book = new() { Title = "The Story of the Stone: volume one", Author = "Cao, Xueqin", Isbn = "9780143039433" };

    private static readonly CatalogueIndexes Indexes = new();

    [Fact]
    public void A_book_is_asked_for_by_both_forms_of_its_isbn_and_then_by_title_and_author() =>
        Asked(Book).ShouldBe(
        [
            $"{Indexes.Isbn}=\"9780143039433\" or {Indexes.Isbn}=\"0143039431\"",
            $"{Indexes.Title} all \"The Story of the Stone\" and {Indexes.Author} all \"Cao\"",
        ]);

    [Fact]
    public void A_number_without_a_form_of_ten_digits_is_asked_for_by_itself() =>
        Asked(Book with { Isbn = "9791034304516", Author = null }).ShouldBe([$"{Indexes.Isbn}=\"9791034304516\""]);

    [Fact]
    public void A_journal_is_asked_for_by_its_issn_and_then_by_its_title_which_may_find_others() =>
        Cql.Of(new Item { Title = "Nature", Issn = "0028-0836", Author = "Crick" }, Indexes)
            .ShouldBe([new CqlQuery($"{Indexes.Issn}=\"0028-0836\""), new CqlQuery($"{Indexes.Title} all \"Nature\"", MayFindOthers: true)]);

    [Fact]
    public void An_item_of_nothing_but_punctuation_is_not_asked_for() => Asked(new Item { Title = "……" }).ShouldBeEmpty();

    private static IEnumerable<string> Asked(Item item) => Cql.Of(item, Indexes).Select(query => query.Text);
}
