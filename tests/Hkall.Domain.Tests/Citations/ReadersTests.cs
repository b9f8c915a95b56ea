using Hkall.Domain.Citations;

namespace Hkall.Domain.Tests.Citations;

/// <summary>Numbers and parts of a citation as people and systems write them.</summary>
public class ReadersTests
{
    [Theory]
    [InlineData("pmid:19282400", "19282400")]
    [InlineData("PMID: 19282400", "19282400")]
    [InlineData("info:pmid/19282400", "19282400")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/19282400/", "19282400")]
    [InlineData("http://www.ncbi.nlm.nih.gov/pubmed/19282400?dopt=Abstract", "19282400")]
    [InlineData("１９２８２４００", "19282400")]
    public void A_number_in_pubmed_is_read(string written, string number) => Pmid.Read(written).Value.ShouldBe(number);

    [Theory]
    [InlineData("123456789")]
    [InlineData("PMC2657434")]
    [InlineData("")]
    public void Another_number_is_not_one_in_pubmed(string written) => Pmid.Read(written).Why.ShouldBe(Flaw.Form);

    [Theory]
    [InlineData("(OCoLC)00012345")]
    [InlineData("ocm00012345")]
    [InlineData("ocn12345")]
    [InlineData("on12345")]
    [InlineData("OCLC: 12345")]
    [InlineData("OCLC no. 12345")]
    [InlineData("info:oclcnum/12345")]
    [InlineData("https://www.worldcat.org/oclc/12345")]
    [InlineData("https://search.worldcat.org/title/12345")]
    [InlineData("(OCoLC)ocm00012345")]
    public void A_number_in_worldcat_is_read(string written) => OclcNumber.Read(written).Value.ShouldBe("12345");

    [Theory]
    [InlineData("(DE-599)12345")]
    [InlineData("a book")]
    public void Another_number_is_not_one_in_worldcat(string written) => OclcNumber.Read(written).IsRead.ShouldBeFalse();

    [Theory]
    [InlineData("arXiv:2101.00001v2", "2101.00001")]
    [InlineData("https://arxiv.org/abs/2101.00001", "2101.00001")]
    [InlineData("https://arxiv.org/pdf/2101.00001v1.pdf", "2101.00001")]
    [InlineData("arXiv:2101.00001 [cs.LG]", "2101.00001")]
    [InlineData("10.48550/arXiv.2101.00001", "2101.00001")]
    [InlineData("hep-th/9901001", "hep-th/9901001")]
    [InlineData("math.GT/0309136", "math.gt/0309136")]
    public void An_identifier_of_arxiv_is_read(string written, string id) => ArxivId.Read(written).Value.ShouldBe(id);

    [Theory]
    [InlineData("2113.00001")]
    [InlineData("2101.001")]
    public void A_month_or_number_that_cannot_be_is_no_identifier_of_arxiv(string written) => ArxivId.Read(written).IsRead.ShouldBeFalse();

    [Theory]
    [InlineData("1998", 1998)]
    [InlineData("c2000", 2000)]
    [InlineData("©2000", 2000)]
    [InlineData("[1998]", 1998)]
    [InlineData("[1998?]", 1998)]
    [InlineData("1998-03-01", 1998)]
    [InlineData("19980301", 1998)]
    [InlineData("March 1998", 1998)]
    [InlineData("2001/02", 2001)]
    [InlineData("１９９８年", 1998)]
    [InlineData("民國87年", 1998)]
    [InlineData("民國八十七年", 1998)]
    [InlineData("民国元年", 1912)]
    [InlineData("昭和63", 1988)]
    [InlineData("一九九八年", 1998)]
    [InlineData("MCMXCVIII", 1998)]
    public void A_year_is_read(string written, int year) => Year.Read(written).Value.ShouldBe(year);

    [Theory]
    [InlineData("199-")]
    [InlineData("19980")]
    [InlineData("0998")]
    [InlineData("n.d.")]
    public void A_date_without_a_full_year_is_not_read(string written) => Year.Read(written).Why.ShouldBe(Flaw.NoDigits);

    [Theory]
    [InlineData("211", null, "211", null)]
    [InlineData("Vol. 211", "no. 3", "211", "3")]
    [InlineData("v.12", "no.3", "12", "3")]
    [InlineData("v12", "Iss. 03", "12", "3")]
    [InlineData("0211", "03", "211", "3")]
    [InlineData("ＶＯＬ．２１１", "第３期", "211", "3")]
    [InlineData("CCXI", "III", "211", "3")]
    [InlineData("第211卷", "第3期", "211", "3")]
    [InlineData("第二百一十一卷", "第三期", "211", "3")]
    [InlineData("第二一一卷", "三", "211", "3")]
    [InlineData("211卷", "3 號", "211", "3")]
    [InlineData("第211卷第3期", null, "211", "3")]
    [InlineData("211卷3期", null, "211", "3")]
    [InlineData("211(3)", null, "211", "3")]
    [InlineData("211:3", null, "211", "3")]
    [InlineData("211.3", null, "211", "3")]
    [InlineData("Vol. 211, no. 3", null, "211", "3")]
    [InlineData("vol.211 issue 3", null, "211", "3")]
    [InlineData(null, "Vol. 211, No. 3", "211", "3")]
    [InlineData(null, "211(3)", "211", "3")]
    [InlineData("no. 3", null, null, "3")]
    [InlineData("211", "#3", "211", "3")]
    [InlineData("211", "№ 3", "211", "3")]
    [InlineData("211", "3 (March 2012)", "211", "3")]
    [InlineData("211 (2012)", "3, September 2012", "211", "3")]
    [InlineData("211", "3rd", "211", "3")]
    [InlineData("volume twelve", "number three", "12", "3")]
    [InlineData("Bd. 12", "Heft 3", "12", "3")]
    [InlineData("12", "3–4", "12", "3-4")]
    [InlineData("12", "no. 3/4", "12", "3-4")]
    [InlineData("12", "Mar.", "12", "march")]
    [InlineData("12", "Suppl. 1", "12", "s1")]
    [InlineData("12", "3, Suppl. 1", "12", "3s1")]
    [InlineData("12a", "Special issue", "12a", "specialissue")]
    public void A_volume_and_an_issue_are_read_however_they_are_written(string? volume, string? issue, string? readVolume, string? readIssue) =>
        Numbering.Read(volume, issue).ShouldBe(new Numbering(readVolume, readIssue));

    [Fact]
    public void A_double_issue_is_the_same_as_either_and_a_month_cannot_be_compared_with_a_number()
    {
        Numbering.Compare("3-4", "4").ShouldBe(Sameness.Same);
        Numbering.Compare("3", "4").ShouldBe(Sameness.Different);
        Numbering.Compare("3", "march").ShouldBe(Sameness.Unknown);
        Numbering.Compare("3", null).ShouldBe(Sameness.Unknown);
        Numbering.Compare("3", "3s1").ShouldBe(Sameness.Unknown);
    }

    [Fact]
    public void A_volume_or_issue_without_a_number_says_so()
    {
        Numbering.ReadVolume("Vol. 12").Value.ShouldBe("12");
        Numbering.ReadIssue("第三期").Value.ShouldBe("3");
        Numbering.ReadVolume("Special").Why.ShouldBe(Flaw.NoDigits);
        Numbering.ReadIssue("Festschrift").Why.ShouldBe(Flaw.NoDigits);
    }

    [Theory]
    [InlineData("1-150", "1-150", 150)]
    [InlineData("pp. 1-150", "1-150", 150)]
    [InlineData("p.1-150", "1-150", 150)]
    [InlineData("pages 1–150", "1-150", 150)]
    [InlineData("1—150", "1-150", 150)]
    [InlineData("1−150", "1-150", 150)]
    [InlineData("1～150", "1-150", 150)]
    [InlineData("1 to 150", "1-150", 150)]
    [InlineData("1 through 150", "1-150", 150)]
    [InlineData("1至150頁", "1-150", 150)]
    [InlineData("第1頁至第150頁", "1-150", 150)]
    [InlineData("第一至一百五十页", "1-150", 150)]
    [InlineData("１－１５０", "1-150", 150)]
    [InlineData("1\u00AD150", "1-150", 150)]
    [InlineData("1\u200B-\u200B150", "1-150", 150)]
    [InlineData("1 - 150", "1-150", 150)]
    [InlineData("1-100, 101-150", "1-150", 150)]
    [InlineData("1-100;101-150", "1-150", 150)]
    [InlineData("1-100 and 101-150", "1-150", 150)]
    [InlineData("pp. 1-100 & pp. 101-150", "1-150", 150)]
    [InlineData("1-100、121-150", "1-100, 121-150", 130)]
    [InlineData("1-100, 50-150", "1-150", 150)]
    [InlineData("101-50", "101-150", 50)]
    [InlineData("1001-23", "1001-1023", 23)]
    [InlineData("1,001-1,020", "1001-1020", 20)]
    [InlineData("7", "7", 1)]
    [InlineData("p. 7", "7", 1)]
    [InlineData("第7頁", "7", 1)]
    [InlineData("e123", "e123", 1)]
    [InlineData("S12-S20", "s12-s20", 9)]
    [InlineData("S12-20", "s12-s20", 9)]
    [InlineData("i-xx", "i-xx", 20)]
    [InlineData("v-x, 1-10", "v-x, 1-10", 16)]
    [InlineData("45f.", "45-46", 2)]
    [InlineData("45ff.", "45", null)]
    [InlineData("45 ff", "45", null)]
    [InlineData("45-", "45", null)]
    [InlineData("150 pages", "", 150)]
    [InlineData("共150頁", "", 150)]
    public void Pages_are_read_however_they_are_written(string written, string pages, int? count)
    {
        var read = PageStatement.Read(written);

        read.Why.ShouldBeNull();
        read.Value!.Text.ShouldBe(pages);
        read.Value.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("205-104", Flaw.Backwards)]
    [InlineData("v-20", Flaw.Backwards)]
    [InlineData("15頁", Flaw.PageOrCount)]
    [InlineData("15 p.", Flaw.PageOrCount)]
    [InlineData("figures 1-3", Flaw.Form)]
    [InlineData("50%", Flaw.Form)]
    [InlineData("?", Flaw.Form)]
    [InlineData("", Flaw.NoDigits)]
    public void Pages_that_cannot_be_measured_say_why(string written, Flaw why) => PageStatement.Read(written).Why.ShouldBe(why);

    [Theory]
    [InlineData("all")]
    [InlineData("All pages")]
    [InlineData("the whole book")]
    [InlineData("全書")]
    public void The_whole_work_is_a_clear_statement(string written) => PageStatement.Read(written).Value!.IsWhole.ShouldBeTrue();
}
