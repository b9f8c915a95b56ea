using Hkall.Domain.Citations;

namespace Hkall.Domain.Tests.Citations;

/// <summary>Numbers, addresses, and several citations in one text.</summary>
public sealed class PastedTextTests
{
    [Theory]
    [InlineData("10.1108/00220411", "10.1108/00220411")]
    [InlineData("doi: 10.1108/ABC.", "10.1108/abc")]
    [InlineData("https://doi.org/10.1016/S0140-6736(98)00001-2", "10.1016/s0140-6736(98)00001-2")]
    [InlineData("https://www.tandfonline.com/doi/full/10.1080/00220411.2010.123456", "10.1080/00220411.2010.123456")]
    [InlineData("https://onlinelibrary.wiley.com/doi/10.1002/asi.24123?af=R", "10.1002/asi.24123")]
    [InlineData("https://link.springer.com/content/pdf/10.1007/s11192-019-03217-6.pdf", "10.1007/s11192-019-03217-6")]
    [InlineData("https://arxiv.org/abs/2101.00001v2", "10.48550/arxiv.2101.00001")]
    public void A_doi_is_found_alone_and_in_an_address(string pasted, string doi) => One(pasted).Doi.ShouldBe(doi);

    [Theory]
    [InlineData("PMID: 24288374", "24288374")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/24288374/", "24288374")]
    [InlineData("24288374", "24288374")]
    public void A_number_in_pubmed_is_found(string pasted, string pmid) => One(pasted).Pmid.ShouldBe(pmid);

    [Theory]
    [InlineData("978-0-226-45811-3")]
    [InlineData("ISBN 0226458113")]
    [InlineData("ISBN-13: 978 0 226 45811 3 (pbk.)")]
    [InlineData("https://openlibrary.org/isbn/9780226458113")]
    public void An_isbn_is_found(string pasted) => One(pasted).Isbn.ShouldBe("9780226458113");

    [Theory]
    [InlineData("0022-0418")]
    [InlineData("ISSN 00220418")]
    public void An_issn_is_found(string pasted) => One(pasted).Issns.ShouldBe(["0022-0418"]);

    [Theory]
    [InlineData("10.1108/00220411, 10.1016/j.acalib.2019.01.001")]
    [InlineData("10.1108/00220411\n10.1016/j.acalib.2019.01.001")]
    [InlineData("1. https://doi.org/10.1108/00220411\n2. doi:10.1016/j.acalib.2019.01.001")]
    public void Several_numbers_are_several_citations(string pasted) =>
        PastedText.Read(pasted).Items.Select(item => item.Work.Doi).ShouldBe(["10.1108/00220411", "10.1016/j.acalib.2019.01.001"]);

    [Fact]
    public void Lines_of_one_reference_stay_together_and_references_are_told_apart()
    {
        const string Pasted = """
            Smith, J. A., & Brown, B. (2010). Reading in two
               scripts. Journal of Documentation, 12(3), 45–67.
               https://doi.org/10.1108/00220411
            Said, E. W. (1978). Orientalism: Western conceptions of the Orient. Pantheon Books.

            錢穆：《國史大綱》，臺北：臺灣商務印書館，1995年。
            """;
        PastedText.Read(Pasted).Items.Select(item => item.Work.Title).ShouldBe(
            ["Reading in two scripts", "Orientalism: Western conceptions of the Orient", "國史大綱"]);
    }

    [Fact]
    public void Entries_of_a_file_are_told_apart()
    {
        PastedText.Read("TY  - BOOK\nTI  - One\nER  - \n\nTY  - BOOK\nTI  - Two\nER  - ").Items.Select(item => item.Work.Title).ShouldBe(["One", "Two"]);
        PastedText.Read("@book{a, title={One}}\n@book{b, title={Two}}").Items.Select(item => item.Work.Title).ShouldBe(["One", "Two"]);
    }

    [Fact]
    public void Ten_citations_are_read_and_the_rest_is_counted()
    {
        var read = PastedText.Read(string.Join('\n', Enumerable.Range(1, 14).Select(n => $"10.1000/{n}")));
        read.Items.Count.ShouldBe(PastedText.Most);
        read.Left.ShouldBe(4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n \t ")]
    [InlineData("…—!?")]
    public void A_text_without_words_is_no_citation(string pasted) => PastedText.Read(pasted).Items.ShouldBeEmpty();

    [Fact]
    public void A_text_of_no_style_is_a_title() => One("the structure of scientific revolutions").Title.ShouldBe("the structure of scientific revolutions");

    private static CitedWork One(string pasted) => PastedText.Read(pasted).Items.ShouldHaveSingleItem().Work;
}
