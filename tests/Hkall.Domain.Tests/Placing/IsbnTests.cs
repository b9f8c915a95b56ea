using Hkall.Domain.Placing;

namespace Hkall.Domain.Tests.Placing;

public class IsbnTests
{
    [Theory]
    [InlineData("9780140442939", "9780140442939")]
    [InlineData("978-0-14-044293-9", "9780140442939")]
    [InlineData("978 0 14 044293 9", "9780140442939")]
    [InlineData("978\u20110\u201114\u2011044293\u20119", "9780140442939")]
    [InlineData("0140442936", "9780140442939")]
    [InlineData("0-14-044293-6", "9780140442939")]
    [InlineData("080442957X", "9780804429573")]
    [InlineData("080442957x", "9780804429573")]
    [InlineData("0-306-40615-2", "9780306406157")]
    [InlineData("9791034304516", "9791034304516")]
    [InlineData("9787101003048", "9787101003048")]
    public void An_isbn_is_kept_as_its_thirteen_digits(string pasted, string kept) => Isbn.Normalise(pasted).ShouldBe(kept);

    [Theory]
    [InlineData("9780140442938")]
    [InlineData("0140442937")]
    [InlineData("0804429579")]
    [InlineData("X804429570")]
    [InlineData("978080442957X")]
    [InlineData("9770140442938")]
    [InlineData("9770140442930")]
    [InlineData("014044293")]
    [InlineData("97801404429390")]
    [InlineData("ISBN 9780140442939 pbk")]
    [InlineData("９７８０１４０４４２９３９")]
    [InlineData("")]
    public void A_wrong_check_digit_or_length_is_not_an_isbn(string pasted) => Isbn.Normalise(pasted).ShouldBeNull();

    [Fact]
    public void Every_single_wrong_digit_is_found_out()
    {
        const string right = "9780140442939";
        for (var i = 0; i < right.Length; i++)
        {
            foreach (var digit in "0123456789".Where(digit => digit != right[i]))
            {
                Isbn.Normalise(right[..i] + digit + right[(i + 1)..]).ShouldBeNull();
            }
        }
    }
}
