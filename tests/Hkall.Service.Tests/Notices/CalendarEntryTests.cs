using System.Text;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Ical.Net.CalendarComponents;

namespace Hkall.Service.Tests.Notices;

/// <summary>The date of a notice for the patron's own calendar.</summary>
public sealed class CalendarEntryTests
{
    private static readonly NoticeRenderer Renderer = NoticeTexts.Renderer;

    [Fact]
    public void A_date_to_come_by_is_attached_and_no_other()
    {
        Enum.GetValues<Notice>().Where(notice => File(notice) is not null)
            .ShouldBe([Notice.ReadyForPickup, Notice.CheckedOut, Notice.Renewed, Notice.Recalled, Notice.DueDateSet], ignoreOrder: true);
        Enum.GetValues<Notice>().ShouldAllBe(notice => File(notice, new NoticeFacts()) == null);
    }

    [Fact]
    public void A_correction_puts_the_date_of_the_entry_right()
    {
        var facts = new NoticeFacts { Undone = Step.CheckIn, Now = RequestStatus.OnLoan, Date = NoticeSamples.Full.Date };

        File(Notice.Corrected, facts)!.Name.ShouldEndWith("-due.ics");
        File(Notice.Corrected, facts with { Undone = Step.CheckOut, Now = RequestStatus.ReadyForPickup })!.Name.ShouldEndWith("-pickup.ics");
        File(Notice.Corrected, facts with { Now = RequestStatus.InTransit, Date = null }).ShouldBeNull();
    }

    [Theory]
    [InlineData(Notice.ReadyForPickup, "Pick up library item [k7m2qf]", "領取圖書館資料 [k7m2qf]")]
    [InlineData(Notice.CheckedOut, "Return library item [k7m2qf]", "歸還圖書館資料 [k7m2qf]")]
    [InlineData(Notice.Renewed, "Return library item [k7m2qf]", "歸還圖書館資料 [k7m2qf]")]
    [InlineData(Notice.Recalled, "Return library item [k7m2qf]", "歸還圖書館資料 [k7m2qf]")]
    public void A_calendar_entry_is_one_whole_day_in_the_language_of_the_mail(Notice notice, string english, string chinese)
    {
        foreach (var (person, summary) in ((Person, string)[])[(NoticeSamples.English, english), (NoticeSamples.Chinese, chinese)])
        {
            var entry = Read(File(notice, person: person)!);

            entry.Summary.ShouldBe(summary);
            entry.IsAllDay.ShouldBeTrue();
            entry.Start!.Date.ShouldBe(NoticeSamples.Tuesday);
            entry.End!.Date.ShouldBe(NoticeSamples.Tuesday.AddDays(1));
            entry.Description!.ShouldEndWith(NoticeSamples.RequestUrl.AbsoluteUri);
            entry.Class.ShouldBe("PRIVATE");
            entry.Transparency.ShouldBe("TRANSPARENT");
        }
    }

    [Fact]
    public void A_new_due_date_replaces_the_entry_of_the_old_one()
    {
        var old = Read(File(Notice.CheckedOut, revision: 12)!);
        var replacing = Read(File(Notice.Renewed, revision: 17)!);

        replacing.Uid.ShouldBe(old.Uid);
        replacing.Uid.ShouldBe("req-20261123-k7m2qf-due@hkall.library.example");
        (old.Sequence, replacing.Sequence).ShouldBe((12, 17));
        Read(File(Notice.ReadyForPickup)!).Uid.ShouldBe("req-20261123-k7m2qf-pickup@hkall.library.example");
    }

    [Fact]
    public void A_calendar_entry_does_not_name_the_item() =>
        File(Notice.Recalled)!.Content.ShouldNotContain(NoticeSamples.Book.Title!);

    [Fact]
    public void An_item_for_use_in_the_Library_is_not_to_be_picked_up() =>
        Read(File(Notice.ReadyForPickup, NoticeSamples.Full with { LibraryUseOnly = true })!).Summary.ShouldBe("Consult library item in the Library [k7m2qf]");

    [Fact]
    public void Lines_of_a_calendar_entry_are_folded_and_escaped_as_the_standard_says()
    {
        foreach (var person in (Person[])[NoticeSamples.English, NoticeSamples.Chinese])
        {
            var text = File(Notice.CheckedOut, person: person)!.Content;

            text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
            text.ShouldEndWith("END:VCALENDAR\r\n");
            text.Replace("\r\n", "").ShouldNotContain('\n');
            text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
            text.ShouldNotContain('\uFFFD');

            var unfolded = text.Replace("\r\n ", "");
            unfolded.ShouldContain("\r\nDTSTART;VALUE=DATE:20261201\r\n");
            unfolded.ShouldContain("\r\nDTSTAMP:20261123T010000Z\r\n");
            unfolded.ShouldContain(
                $"\\n{CalendarWords.MyRequests(person == NoticeSamples.English ? NoticeLanguage.English : NoticeLanguage.TraditionalChinese)}https://");
            unfolded.ShouldNotContain("METHOD");
        }

        File(Notice.CheckedOut)!.Content.Replace("\r\n ", "").ShouldContain("by closing time\\; this day");
    }

    [Fact]
    public void A_calendar_entry_reads_as_approved()
    {
        Snapshot.ShouldMatch("en-renewed.ics", File(Notice.Renewed)!.Content.ReplaceLineEndings("\n"));
        Snapshot.ShouldMatch("zh-Hant-renewed.ics", File(Notice.Renewed, person: NoticeSamples.Chinese)!.Content.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_calendar_entry_is_a_named_file_and_the_same_on_every_try()
    {
        var file = File(Notice.CheckedOut)!;

        file.Name.ShouldBe("k7m2qf-due.ics");
        file.ContentType.ShouldBe("text/calendar; charset=utf-8");
        File(Notice.CheckedOut).ShouldBe(file);
    }

    [Theory]
    [InlineData("req-20261123-k7m2qf:17:mail-renewed", 17)]
    [InlineData("something else", 0)]
    public void The_sequence_of_a_calendar_entry_is_the_number_of_its_decision(string key, int ordinal) =>
        new OutboxItem { Key = key, Effect = new SendNotice(Notice.Renewed, new()), State = Delivery.Waiting, Tries = 3, NextAt = default }.Ordinal.ShouldBe(
            ordinal);

    private static CalendarEvent Read(Attachment file) => Ical.Net.Calendar.Load(file.Content)!.Events.ShouldHaveSingleItem();

    private static Attachment? File(Notice notice, NoticeFacts? facts = null, Person? person = null, int revision = 1) =>
        Renderer.Render(NoticeSamples.Loan(notice, facts ?? NoticeSamples.Full, person ?? NoticeSamples.English) with
        {
            Revision = revision,
            PlacedAt = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8)),
        }).Attachment;
}
