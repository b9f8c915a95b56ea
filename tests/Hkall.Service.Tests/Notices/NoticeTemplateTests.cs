using System.Text.RegularExpressions;
using Hkall.Domain;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Texts;

namespace Hkall.Service.Tests.Notices;

public sealed partial class NoticeTemplateTests
{
    /// <summary>The notices about money have thousands of combinations, all others fewer than this.</summary>
    private const int Many = 500;

    /// <summary>
    /// Of many combinations the quick run takes one in so many. It shares no factor with the number of values of any fact, so that each value is met beside
    /// each other.
    /// </summary>
    private const int OneIn = 7;

    private static readonly NoticeRenderer Renderer = NoticeTexts.Renderer;

    public static TheoryData<Notice, string> EveryNoticeInEveryLanguage()
    {
        var data = new TheoryData<Notice, string>();
        foreach (var notice in Enum.GetValues<Notice>())
        {
            data.Add(notice, "en");
            data.Add(notice, "zh-Hant");
            data.Add(notice, "zh-Hans");
        }

        return data;
    }

    [Fact]
    public void Every_notice_has_a_template_in_every_language_and_there_is_no_other()
    {
        var notices = Enum.GetValues<Notice>().Select(Names.Of);
        string[] parts = [.. notices, NoticeTemplates.Item, NoticeTemplates.Greeting, NoticeTemplates.Footer, NoticeTemplates.Reminders,
            NoticeTemplates.RemindersFooter];

        new NoticeTemplates().Names.ShouldBe(
            Enum.GetValues<NoticeLanguage>().SelectMany(language => parts.Select(part => $"{language.Tag()}/{part}")),
            ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(EveryNoticeInEveryLanguage))]
    public void Every_notice_reads_well_whatever_is_known(Notice notice, string language)
    {
        var all = NoticeCombinations.Of(notice, NoticeSamples.English with { Language = language }).ToList();

        ShouldReadWell(all.Where((_, number) => all.Count <= Many || number % OneIn == 0), language);
    }

    [Theory]
    [Trait("Run", "Full")]
    [MemberData(nameof(EveryNoticeInEveryLanguage))]
    public void Every_notice_reads_well_in_every_combination_of_facts(Notice notice, string language) =>
        ShouldReadWell(NoticeCombinations.Of(notice, NoticeSamples.English with { Language = language }), language);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public void A_mail_for_several_reminders_reads_well_with_the_most_pressing_first(string language)
    {
        var reminders = NoticeSamples.Several(NoticeSamples.English with { Language = language });
        var mail = Renderer.RenderTogether(reminders, NoticeSamples.MyRequestsUrl);

        Blemish().Match($"{mail.Subject}\n{Unwrapped(mail.Text, language)}").Value.ShouldBeEmpty(mail.Text);
        Link().Matches(mail.Html.Split("border-top")[0]).Select(link => link.Groups["address"].Value).ShouldBe(
        [
            NoticeSamples.RequestUrl.AbsoluteUri,
            NoticeSamples.DownloadUrl.AbsoluteUri, NoticeSamples.RequestUrl.AbsoluteUri,
            NoticeSamples.RequestUrl.AbsoluteUri,
            NoticeSamples.MyRequestsUrl.AbsoluteUri,
        ]);
        var days = (string[])(language == "en" ? ["Monday 30 November", "Tuesday 1 December", "Thursday 3 December"] : ["11月30日", "12月1日", "12月3日"]);
        days.Select(day => mail.Text.IndexOf(day, StringComparison.Ordinal)).ShouldBeInOrder();
        days.ShouldAllBe(day => mail.Text.Contains(day, StringComparison.Ordinal));
        mail.Subject.ShouldNotContain("Hong Kong");
        foreach (var paragraph in reminders.SelectMany(reminder => Body(Renderer.Render(reminder))))
        {
            mail.Text.ShouldContain(paragraph, Case.Sensitive, "What a reminder says in a mail of its own it says here.");
        }
    }

    /// <summary>The paragraphs and facts between the greeting and the footer.</summary>
    private static IEnumerable<string> Body(RenderedNotice mail) => mail.Text.Split("\n-- \n")[0].Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Skip(1);

    [Theory]
    [MemberData(nameof(EveryNoticeInEveryLanguage))]
    public void Every_notice_has_one_button_and_shows_where_it_leads(Notice notice, string language)
    {
        var person = NoticeSamples.English with { Language = language };
        foreach (var data in (NoticeData[])[NoticeSamples.Loan(notice, new(), person), NoticeSamples.Copy(notice, NoticeSamples.Full, person)])
        {
            var mail = Renderer.Render(data);

            var body = mail.Html.Split("border-top")[0];
            var address = Link().Matches(body).ShouldHaveSingleItem().Groups["address"].Value;
            body.ShouldContain($">{address}</p>");
            mail.Text.ShouldContain($"\n{address}\n");
            mail.Text.ShouldContain($"\n{NoticeSamples.RequestUrl}\n");
        }
    }

    [Theory]
    [MemberData(nameof(EveryNoticeInEveryLanguage))]
    public void Text_and_picture_say_the_same(Notice notice, string language)
    {
        var data = NoticeSamples.Copy(notice, NoticeSamples.Full, NoticeSamples.English with { Language = language });
        var mail = Renderer.Render(data);

        // The button is followed by its address in both; only the heading is in the picture alone.
        var picture = Letters(System.Net.WebUtility.HtmlDecode(Tag().Replace(mail.Html.Split("</h1>")[1], "")));
        var text = Letters(mail.Text);
        text.Replace("：", "").Replace(":", "").ShouldBe(picture.Replace("：", "").Replace(":", ""));
    }

    /// <summary>Whatever breaks the line: the words of others may be in another language than the mail.</summary>
    private static void ShouldReadWell(IEnumerable<NoticeData> all, string language)
    {
        foreach (var data in all)
        {
            var mail = Renderer.Render(data);

            var text = Unwrapped(mail.Text, language);
            Blemish().Match($"{mail.Subject}\n{text}").Value.ShouldBeEmpty($"{data.Facts}\n{mail.Text}");
            if (data.Facts.Reason is { } reason)
            {
                Told(text, reason.Text).ShouldBe(NoticeTexts.IsShown(data.Notice, reason.Text), $"{data.Facts}\n{mail.Text}");
            }
        }
    }

    private static bool Told(string text, string words) => Letters(text).Contains(Letters(words), StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Replace("-- \n", "").Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Paragraphs after the greeting and facts as one line each, so that a line's end is a paragraph's.</summary>
    private static string Unwrapped(string text, string language) =>
        SingleBreak().Replace(text.Replace("-- \n", "")[text.IndexOf("\n\n", StringComparison.Ordinal)..], language == "en" ? " " : "");

    [GeneratedRegex(@"(?<!\n)\n(?:    |(?!\n|  ))")]
    private static partial Regex SingleBreak();

    /// <summary>What is left where a fact was missing: braces, bars and marks, words of the machine, empty brackets, stray or doubled punctuation.</summary>
    [GeneratedRegex(@"\{\{|\}\}|\{%|%\}| \| |[\uFDD0\uFDD1]|\b(null|true|false|undefined)\b|\(\s*\)|（\s*）|\[\s*\]|\S  +\S| [.,;!?，。；：！？]|[,;，；、：]$|[.,;，。；：！？]\s*[，。；！？,;]|\.\.|:\.|(?<=\p{IsCJKUnifiedIdeographs}) (?=\p{IsCJKUnifiedIdeographs})|：\s*\n\n", RegexOptions.Multiline)]
    private static partial Regex Blemish();

    [GeneratedRegex("<a href=\"(?<address>[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
