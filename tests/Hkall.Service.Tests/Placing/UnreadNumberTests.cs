using Hkall.Domain.Citations;
using Hkall.Service.Placing;
using Hkall.Service.Texts;

namespace Hkall.Service.Tests.Placing;

/// <summary>A number that cannot be read is told with what is truly wrong with it, in the reader's language.</summary>
public class UnreadNumberTests
{
    [Theory]
    [InlineData("9780140442938", "This is not an ISBN: its check digit does not match.", "並非有效的 ISBN：檢查碼不符。")]
    [InlineData("014044293", "This is not an ISBN: it should have 10 or 13 digits, and has 9.", "並非有效的 ISBN：應有 10 或 13 個數字，現有 9 個。")]
    [InlineData("9770140442938", "This is not an ISBN: a number of 13 digits begins with 978 or 979.", "並非有效的 ISBN：13 位數字須以 978 或 979 開始。")]
    [InlineData("a book", "This is not an ISBN: it has no digits.", "並非有效的 ISBN：沒有數字。")]
    public void An_isbn(string typed, string english, string chinese) => Says(UnreadNumber.Isbn(Isbn.Read(typed)), english, chinese);

    [Theory]
    [InlineData("0022-0419", "This is not an ISSN: its check digit does not match.", "並非有效的 ISSN：檢查碼不符。")]
    [InlineData("0022-041", "This is not an ISSN: it should have 8 digits, and has 7.", "並非有效的 ISSN：應有 8 個數字，現有 7 個。")]
    [InlineData("Nature", "This is not an ISSN: it has no digits.", "並非有效的 ISSN：沒有數字。")]
    public void An_issn(string typed, string english, string chinese) => Says(UnreadNumber.Issn(Issn.Read(typed)), english, chinese);

    [Theory]
    [InlineData("11.1108/jd", "This is not a DOI: it begins with 10. and has a slash.", "並非有效的 DOI：應以「10.」開始並包含斜線。")]
    [InlineData("10.1108/j d", "This is not a DOI: there is a blank or a control character in it.", "並非有效的 DOI：當中有空格或控制字元。")]
    public void A_doi(string typed, string english, string chinese) => Says(UnreadNumber.Doi(Doi.Read(typed)), english, chinese);

    private static void Says(Text why, string english, string chinese)
    {
        why.In(NoticeLanguage.English).ShouldBe(english);
        why.In(NoticeLanguage.TraditionalChinese).ShouldBe(chinese);
        why.Find(NoticeLanguage.SimplifiedChinese).ShouldNotBeNull().ShouldNotBe(english);
    }
}
