using Hkall.Domain.Placing;

namespace Hkall.Domain.Tests.Placing;

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
    public void A_doi_is_kept_in_lower_case_without_its_resolver(string pasted, string kept) => Doi.Normalise(pasted).ShouldBe(kept);

    [Theory]
    [InlineData("11.1108/jd")]
    [InlineData("10.1108")]
    [InlineData("10.1108/")]
    [InlineData("10.11/jd")]
    [InlineData("10.11o8/jd")]
    [InlineData("10.1108/j d")]
    [InlineData("https://example.org/10.1108/jd")]
    [InlineData("")]
    public void Anything_else_is_not_a_doi(string pasted) => Doi.Normalise(pasted).ShouldBeNull();

    [Fact]
    public void A_doi_holds_no_control_character() => Doi.Normalise("10.1108/j\u0007d").ShouldBeNull();
}
