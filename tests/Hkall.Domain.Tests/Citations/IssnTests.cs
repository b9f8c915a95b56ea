using Hkall.Domain.Citations;

namespace Hkall.Domain.Tests.Citations;

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
    [InlineData("ISSN 0022-0418", "0022-0418")]
    [InlineData("ISSN: 0022–0418 (print); 1758-7379 (online)", "0022-0418")]
    [InlineData("０３７８－５９５５", "0378-5955")]
    [InlineData("2434-561Ｘ", "2434-561X")]
    [InlineData("0022-0419 0378-5955", "0378-5955")]
    [InlineData("urn:issn:0022\u200B-0418", "0022-0418")]
    public void An_issn_is_kept_with_its_hyphen(string pasted, string kept) => Issn.Read(pasted).Value.ShouldBe(kept);

    [Theory]
    [InlineData("0022-0419")]
    [InlineData("2434-5610")]
    [InlineData("0022-041")]
    [InlineData("0022-04188")]
    [InlineData("X022-0418")]
    [InlineData("")]
    public void A_wrong_check_digit_or_length_is_not_an_issn(string pasted) => Issn.Read(pasted).Value.ShouldBeNull();

    [Theory]
    [InlineData("0022-0419", Flaw.CheckDigit)]
    [InlineData("0022-041", Flaw.Length, 7)]
    [InlineData("9770022041003", Flaw.Length, 13)]
    [InlineData("Nature", Flaw.NoDigits)]
    public void The_reason_is_the_true_one(string pasted, Flaw why, int digits = 0) => Issn.Read(pasted).ShouldBe(new Reading<string>(null, why, digits));
}
