using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Notices;

/// <summary>Subjects, and the first lines that are shown with them, stand on locked screens.</summary>
public sealed class NoticeSubjectTests
{
    private static readonly NoticeRenderer Renderer = NoticeTexts.Renderer;

    private static readonly Item Revealing = new()
    {
        Title = "SECRET-title",
        Author = "SECRET-author",
        ArticleTitle = "SECRET-article",
        ArticleAuthor = "SECRET-article-author",
        ChapterTitle = "SECRET-chapter",
        Volume = "SECRET-volume",
        Pages = "SECRET-pages",
    };

    public static TheoryData<Notice> EveryNotice => [.. Enum.GetValues<Notice>()];

    [Theory]
    [MemberData(nameof(EveryNotice))]
    public void No_subject_says_what_was_asked_for(Notice notice)
    {
        foreach (var mail in Mails(notice))
        {
            mail.Subject.ShouldNotContain("SECRET");
            mail.Html.Split("<title>")[1].Split("</title>")[0].ShouldNotContain("SECRET");
        }
    }

    [Theory]
    [MemberData(nameof(EveryNotice))]
    public void The_first_paragraph_does_not_say_it_either(Notice notice)
    {
        foreach (var mail in Mails(notice))
        {
            mail.Text.Split("\n\n").Take(2).ShouldAllBe(paragraph => !paragraph.Contains("SECRET"));
        }
    }

    [Theory]
    [MemberData(nameof(EveryNotice))]
    public void Every_subject_ends_in_the_short_reference_on_one_short_line(Notice notice)
    {
        foreach (var mail in Mails(notice))
        {
            mail.Subject.ShouldEndWith(" [k7m2qf]");
            mail.Subject.ShouldNotContain('\n');
            mail.Subject.Length.ShouldBeLessThan(90);
            mail.Text.ShouldContain("k7m2qf");
        }
    }

    [Theory]
    [InlineData("en", "2 items due soon, 1 pickup reminder, 1 copy to download")]
    [InlineData("zh-Hant", "2項資料即將到期、1項領取提示、1份複製本待下載")]
    [InlineData("zh-Hans", "2项文献即将到期、1项领取提示、1份复制件待下载")]
    public void The_subject_of_several_reminders_says_what_they_are_about(string language, string subject)
    {
        var person = NoticeSamples.English with { Language = language };
        NoticeData[] reminders = [.. NoticeSamples.Several(person), NoticeSamples.Loan(Notice.DueSoon, NoticeSamples.Full, person)];

        Renderer.RenderTogether(reminders, NoticeSamples.MyRequestsUrl).Subject.ShouldBe(subject);
    }

    [Fact]
    public void The_reference_is_the_end_of_the_id_and_nothing_but_letters_and_digits()
    {
        NoticeFields.Reference("req-20261123-k7m2qf").ShouldBe("k7m2qf");
        NoticeFields.Reference("a1b2").ShouldBe("a1b2");
        NoticeFields.Reference("abc\r\nBcc: x@y.example").ShouldBe("xample");
    }

    private static IEnumerable<RenderedNotice> Mails(Notice notice) =>
        from person in (Person[])[NoticeSamples.English, NoticeSamples.Chinese]
        from reason in (string?[])[null, .. NoticeSamples.Reasons(notice)]
        from service in Enum.GetValues<ServiceType>()
        select Renderer.Render(NoticeSamples.Copy(notice, NoticeSamples.Full with { Reason = NoticeSamples.ReasonOf(reason) }, person) with
        {
            Service = service,
            Item = Revealing,
        });
}
