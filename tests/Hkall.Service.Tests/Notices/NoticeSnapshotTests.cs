using System.Text;
using Hkall.Domain;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Notices;

/// <summary>All that the service ever writes to a patron, to be read on one page in each language.</summary>
public sealed class NoticeSnapshotTests
{
    private static readonly NoticeRenderer Renderer = NoticeTexts.Renderer;

    [Fact]
    public void The_English_mails_of_a_year_read_as_approved() => Snapshot.ShouldMatch("en.md", Year(NoticeSamples.English, "English"));

    [Fact]
    public void The_Chinese_mails_of_a_year_read_as_approved() => Snapshot.ShouldMatch("zh-Hant.md", Year(NoticeSamples.Chinese, "Traditional Chinese"));

    [Fact]
    public void The_Simplified_Chinese_mails_of_a_year_read_as_approved() =>
        Snapshot.ShouldMatch("zh-Hans.md", Year(NoticeSamples.Simplified, "Simplified Chinese"));

    [Fact]
    public void An_English_mail_looks_as_approved() =>
        Snapshot.ShouldMatch(
            "en-ready-for-pickup.html", Renderer.Render(NoticeSamples.Loan(Notice.ReadyForPickup, NoticeSamples.Full, NoticeSamples.English)).Html);

    [Fact]
    public void A_Chinese_mail_looks_as_approved() =>
        Snapshot.ShouldMatch(
            "zh-Hant-ready-to-download.html", Renderer.Render(NoticeSamples.Copy(Notice.ReadyToDownload, NoticeSamples.Full, NoticeSamples.Chinese)).Html);

    private static string Year(Person person, string language)
    {
        var page = new StringBuilder($"# Every notice in {language}\n\nThe mails as patrons get them, for a sample loan and a sample copy.\n");
        var cases = Enum.GetValues<Notice>().SelectMany(notice => NoticeCases.Of(notice, person).Select(one => (notice, one.What, one.Data)));
        foreach (var (notice, what, data) in cases)
        {
            var mail = Renderer.Render(data);
            page.Append($"\n## {(what.Length == 0 ? Names.Of(notice) : $"{Names.Of(notice)}, {what}")}\n\n**{mail.Subject}**\n\n```text\n{mail.Text}```\n");
        }

        var together = Renderer.RenderTogether(NoticeSamples.Several(person), NoticeSamples.MyRequestsUrl);
        page.Append($"\n## {NoticeTemplates.Reminders}, three of one morning\n\n**{together.Subject}**\n\n```text\n{together.Text}```\n");
        return page.ToString();
    }
}
