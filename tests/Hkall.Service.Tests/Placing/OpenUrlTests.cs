using Hkall.Domain.Model;
using Hkall.Service.Placing;

namespace Hkall.Service.Tests.Placing;

/// <summary>Links as databases and catalogues write them.</summary>
public class OpenUrlTests
{
    private static Citation Read(string query) =>
        OpenUrl.Read(query.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1])));

    [Theory]
    [InlineData("rft_id=http://doi.org/10.1108/JD")]
    [InlineData("rft_id=https://dx.doi.org/10.1108/jd")]
    [InlineData("rft_id=https://www.doi.org/10.1108/jd")]
    [InlineData("rft_id=info:doi/10.1108/jd")]
    [InlineData("id=doi:10.1108/jd")]
    [InlineData("rft.doi=10.1108/jd.")]
    public void A_doi_is_read_behind_every_address_and_by_itself_is_an_article(string query)
    {
        Read(query).Item.Doi.ShouldBe("10.1108/jd");
        Read(query).Service.ShouldBe(ServiceType.Copy);
    }

    [Fact]
    public void The_first_number_that_can_be_read_counts_and_a_wrong_one_is_left_to_be_corrected()
    {
        Read("isbn=bad&isbn=9780140442939").Item.Isbn.ShouldBe("9780140442939");
        Read("rft.isbn=&rft.eisbn=978-0-14-044293-9").Item.Isbn.ShouldBe("9780140442939");
        Read("rft.isbn=9780140442938").Item.Isbn.ShouldBe("9780140442938");
    }

    [Theory]
    [InlineData("rft.aulast=Dennis&rft.aufirst=J.+E.&rft.au=Schnabel, Robert B.", "Dennis, J.+E.; Schnabel, Robert B.")]
    [InlineData("rft.au=,", null)]
    [InlineData("rft.aulast=Kuhn&rft.aufirst=Thomas S.&rft.au=Kuhn, T. S.", "Kuhn, Thomas S.")]
    [InlineData("rft.au=Watson, J.&rft.au=Crick, F.", "Watson, J.; Crick, F.")]
    [InlineData("rft.creator=Lu Xun", "Lu Xun")]
    [InlineData("rft.invlast=Bell&rft.invfirst=A.", "Bell, A.")]
    public void All_authors_are_kept_and_the_first_is_first(string query, string? author) => Read(query).Item.Author.ShouldBe(author);

    [Fact]
    public void Nothing_that_helps_to_find_the_item_is_lost()
    {
        Read("date=c2000").Item.Year.ShouldBe(2000);
        Read("date=[1998]").Item.Year.ShouldBe(1998);
        Read("rft.tpages=300 p.&rft.tpages=300").Item.TotalPages.ShouldBeNull();
        Read("rft.tpages=300").Item.TotalPages.ShouldBe(300);
        Read("rft.artnum=e123").Item.Pages.ShouldBe("e123");
        Read("id=pmid:19282400&sid=Entrez:PubMed").Item.Source.ShouldBe("Entrez:PubMed; PMID 19282400");
        Read("id=pmid:19282400").Service.ShouldBe(ServiceType.Copy);
        Read("rft_val_fmt=info:ofi/fmt:kev:mtx:patent&rft.number=US7123456").Item.Issue.ShouldBeNull();
        Read("rft_val_fmt=info:ofi/fmt:kev:mtx:patent&rft.number=US7123456").Item.Source.ShouldBe("patent US7123456");
    }

    [Theory]
    [InlineData("title=Caf%E9", "Café")]
    [InlineData("ctx_enc=info:ofi/enc:ISO-8859-1&title=M%E9xico", "México")]
    [InlineData("title=%AC%F5%BC%D3%B9%DA", "紅樓夢")]
    [InlineData("title=100% cotton", "100% cotton")]
    [InlineData("title=Café %E9", "Café %E9")]
    public void A_title_in_an_old_encoding_is_legible(string query, string title) => Read(query).Item.Title.ShouldBe(title);
}
