using Hkall.Domain.Citations;

namespace Hkall.Domain.Tests.Citations;

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
    [InlineData("ISBN 9780140442939 pbk", "9780140442939")]
    [InlineData("９７８０１４０４４２９３９", "9780140442939")]
    [InlineData("ISBN: 978-0-14-044293-9", "9780140442939")]
    [InlineData("ISBN-13 978-0-14-044293-9", "9780140442939")]
    [InlineData("ISBN-10 0 14 044293 6", "9780140442939")]
    [InlineData("ISBN 10: 0140442936", "9780140442939")]
    [InlineData("9780140442939 (pbk.) : £9.99", "9780140442939")]
    [InlineData("(v. 1) 0140442936", "9780140442939")]
    [InlineData("0140442936 9780140442939", "9780140442939")]
    [InlineData("9780140442938; 9780140442939", "9780140442939")]
    [InlineData("978.0.14.044293.9", "9780140442939")]
    [InlineData("978—0—14—044293—9", "9780140442939")]
    [InlineData("978−0−14−044293−9", "9780140442939")]
    [InlineData("\u200E978\u00A00\u200914\u3000044293\u20119\uFEFF", "9780140442939")]
    [InlineData("9780140\u00AD442939", "9780140442939")]
    [InlineData("urn:isbn:9780140442939", "9780140442939")]
    [InlineData("國際標準書號：9787101003048（平裝）", "9787101003048")]
    [InlineData("０－８０４４－２９５７－Ｘ", "9780804429573")]
    [InlineData("٩٧٨٠١٤٠٤٤٢٩٣٩", "9780140442939")]
    public void An_isbn_is_kept_as_its_thirteen_digits(string pasted, string kept) => Isbn.Read(pasted).Value.ShouldBe(kept);

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
    [InlineData("")]
    public void A_wrong_check_digit_or_length_is_not_an_isbn(string pasted) => Isbn.Read(pasted).Value.ShouldBeNull();

    [Fact]
    public void Every_single_wrong_digit_is_found_out()
    {
        const string right = "9780140442939";
        for (var i = 0; i < right.Length; i++)
        {
            foreach (var digit in "0123456789".Where(digit => digit != right[i]))
            {
                Isbn.Read(right[..i] + digit + right[(i + 1)..]).IsRead.ShouldBeFalse();
            }
        }
    }

    [Theory]
    [InlineData("9780140442938", Flaw.CheckDigit)]
    [InlineData("ISBN 978-0-14-044293-6", Flaw.CheckDigit)]
    [InlineData("0140442937 1998", Flaw.CheckDigit)]
    [InlineData("9770140442938", Flaw.Prefix)]
    [InlineData("014044293", Flaw.Length, 9)]
    [InlineData("97801404429390", Flaw.Length, 14)]
    [InlineData("7", Flaw.Length, 1)]
    [InlineData("a book", Flaw.NoDigits)]
    public void The_reason_is_the_true_one(string pasted, Flaw why, int digits = 0) => Isbn.Read(pasted).ShouldBe(new Reading<string>(null, why, digits));

    [Theory]
    [InlineData("9780140442939", "0140442936")]
    [InlineData("9780804429573", "080442957X")]
    [InlineData("9791034304516", null)]
    public void An_isbn_of_the_first_prefix_has_a_form_of_ten_digits(string isbn, string? ten) => Isbn.Ten(isbn).ShouldBe(ten);
}
