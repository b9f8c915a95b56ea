using Hkall.Domain;
using Hkall.Service.Notices;

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
    [InlineData("en")]
    [InlineData("en-GB")]
    [InlineData("fr")]
    [InlineData("zh-Hans")]
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
    }

    private static RenderedNotice Mail(string language, string name = "Chan Tai Man") =>
        new NoticeRenderer().Render(NoticeSamples.Loan(
            Notice.ReadyForPickup, NoticeSamples.Full, NoticeSamples.English with { Name = name, Language = language }));
}
