using Hkall.Domain.Citations;

namespace Hkall.Domain.Tests.Citations;

public class DoiTests
{
    [Theory]
    [InlineData("10.1108/JD-05-2020-0080", "10.1108/jd-05-2020-0080")]
    [InlineData("https://doi.org/10.1108/JD-05-2020-0080", "10.1108/jd-05-2020-0080")]
    [InlineData("HTTPS://DOI.ORG/10.1108/jd", "10.1108/jd")]
    [InlineData("http://dx.doi.org/10.1108/jd", "10.1108/jd")]
    [InlineData("doi.org/10.1108/jd", "10.1108/jd")]
    [InlineData("doi: 10.1108/jd", "10.1108/jd")]
    [InlineData("  10.1000.10/123 ", "10.1000.10/123")]
    [InlineData("10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O", "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o")]
    [InlineData("https://www.doi.org/10.1108/jd", "10.1108/jd")]
    [InlineData("info:doi/10.1108/jd", "10.1108/jd")]
    [InlineData("DOI 10.1108/jd", "10.1108/jd")]
    [InlineData("DOI: https://doi.org/10.1108/jd", "10.1108/jd")]
    [InlineData("urn:doi:10.1108/jd", "10.1108/jd")]
    [InlineData("doi:10.1108/jd.", "10.1108/jd")]
    [InlineData("(doi:10.1108/jd)", "10.1108/jd")]
    [InlineData("<https://doi.org/10.1108/jd>", "10.1108/jd")]
    [InlineData("“10.1108/jd”。", "10.1108/jd")]
    [InlineData("https://doi.org/10.1108/jd?utm_source=x#top", "10.1108/jd")]
    [InlineData("https://doi.org/10.1108%2FJD", "10.1108/jd")]
    [InlineData("https%3A%2F%2Fdoi.org%2F10.1108%2Fjd", "10.1108/jd")]
    [InlineData("https://doi-org.lib.example.hk/10.1108/jd", "10.1108/jd")]
    [InlineData("10.1108/jd (accessed 3 May 2026)", "10.1108/jd")]
    [InlineData("10.1108/jd; PMID: 123", "10.1108/jd")]
    [InlineData("10.1016/S0140-6736(05)67728-8", "10.1016/s0140-6736(05)67728-8")]
    [InlineData("10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O", "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o")]
    [InlineData("10.1002/(SICI)1096(199601)99:1&lt;13::AID-A2&gt;3.0.CO;2-#", "10.1002/(sici)1096(199601)99:1<13::aid-a2>3.0.co;2-#")]
    [InlineData("１０．１１０８／ｊｄ", "10.1108/jd")]
    [InlineData("10.1108/jd\u20112020\u200B", "10.1108/jd-2020")]
    public void A_doi_is_kept_in_lower_case_without_its_resolver(string pasted, string kept) => Doi.Read(pasted).Value.ShouldBe(kept);

    [Theory]
    [InlineData("11.1108/jd")]
    [InlineData("10.1108")]
    [InlineData("10.1108/")]
    [InlineData("10.11/jd")]
    [InlineData("10.11o8/jd")]
    [InlineData("10.1108/j d")]
    [InlineData("https://example.org/10.1108/jd")]
    [InlineData("")]
    public void Anything_else_is_not_a_doi(string pasted) => Doi.Read(pasted).Value.ShouldBeNull();

    [Fact]
    public void A_doi_holds_no_control_character() => Doi.Read("10.1108/j\u0007d").Value.ShouldBeNull();

    [Theory]
    [InlineData("10.1108/j d", Flaw.Blank)]
    [InlineData("jd-05", Flaw.Form)]
    public void The_reason_is_the_true_one(string pasted, Flaw why) => Doi.Read(pasted).Why.ShouldBe(why);
}
