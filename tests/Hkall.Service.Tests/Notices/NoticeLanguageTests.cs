using Hkall.Domain;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Texts;

namespace Hkall.Service.Tests.Notices;

public sealed class NoticeLanguageTests
{
    [Theory]
    [InlineData("zh-Hant")]
    [InlineData("zh-hant")]
    [InlineData("zh")]
    [InlineData("zh-HK")]
    [InlineData("zh_HK")]
    [InlineData("zh-TW")]
    [InlineData("zh-Hant-HK")]
    public void A_patron_who_reads_Traditional_Chinese_gets_mail_in_it(string language)
    {
        var mail = Mail(language);

        mail.Subject.ShouldStartWith("資料已到");
        mail.Html.ShouldContain("<html lang=\"zh-Hant\">");
    }

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-hans")]
    [InlineData("zh-CN")]
    [InlineData("zh_CN")]
    [InlineData("zh-SG")]
    [InlineData("zh-MY")]
    [InlineData("zh-Hans-HK")]
    public void A_patron_who_reads_Simplified_Chinese_gets_mail_in_it(string language)
    {
        var mail = Mail(language);

        mail.Subject.ShouldStartWith("文献已到");
        mail.Html.ShouldContain("<html lang=\"zh-Hans\">");
        mail.Html.ShouldContain("PingFang SC");
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", NoticeLanguage.SimplifiedChinese)]
    [InlineData("zh;q=0.9,zh-CN;q=0.8", NoticeLanguage.TraditionalChinese)]
    [InlineData("fr,zh-Hans;q=0.5,en;q=0.3", NoticeLanguage.SimplifiedChinese)]
    [InlineData("en-GB,zh-CN;q=0.5", NoticeLanguage.English)]
    public void A_browser_gets_the_first_of_its_languages_that_the_Library_writes(string header, NoticeLanguage language) =>
        NoticeLanguages.Preferred(header).ShouldBe(language);

    [Theory]
    [InlineData("en")]
    [InlineData("en-GB")]
    [InlineData("fr")]
    [InlineData("")]
    public void Everybody_else_is_written_to_in_English(string language)
    {
        var mail = Mail(language);

        mail.Subject.ShouldStartWith("Ready for pickup");
        mail.Html.ShouldContain("<html lang=\"en\">");
    }

    [Fact]
    public void A_person_is_greeted_by_name_and_a_nameless_one_politely()
    {
        Mail("en").Text.ShouldStartWith("Dear Chan Tai Man,\n");
        Mail("zh-Hant").Text.ShouldStartWith("Chan Tai Man 您好：\n");
        Mail("en", "").Text.ShouldStartWith("Dear reader,\n");
        Mail("zh-Hant", "").Text.ShouldStartWith("讀者您好：\n");
        Mail("zh-Hans").Text.ShouldStartWith("Chan Tai Man 您好：\n");
        Mail("zh-Hans", "").Text.ShouldStartWith("读者您好：\n");
    }

    private static RenderedNotice Mail(string language, string name = "Chan Tai Man") =>
        new NoticeRenderer().Render(NoticeSamples.Loan(
            Notice.ReadyForPickup, NoticeSamples.Full, NoticeSamples.English with { Name = name, Language = language }));
}
