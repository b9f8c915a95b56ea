using Hkall.Domain.Placing;

namespace Hkall.Domain.Tests.Placing;

public class IssnTests
{
    [Theory]
    [InlineData("0022-0418", "0022-0418")]
    [InlineData("00220418", "0022-0418")]
    [InlineData("0022 0418", "0022-0418")]
    [InlineData("2434-561X", "2434-561X")]
    [InlineData("2434-561x", "2434-561X")]
    [InlineData("0000-0000", "0000-0000")]
    [InlineData("0378\u20135955", "0378-5955")]
    public void An_issn_is_kept_with_its_hyphen(string pasted, string kept) => Issn.Normalise(pasted).ShouldBe(kept);

    [Theory]
    [InlineData("0022-0419")]
    [InlineData("2434-5610")]
    [InlineData("0022-041")]
    [InlineData("0022-04188")]
    [InlineData("X022-0418")]
    [InlineData("")]
    public void A_wrong_check_digit_or_length_is_not_an_issn(string pasted) => Issn.Normalise(pasted).ShouldBeNull();
}
