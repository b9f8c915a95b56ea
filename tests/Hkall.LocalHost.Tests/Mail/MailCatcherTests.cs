using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.Mail;
using Hkall.Service.Notices;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Mail;

public sealed class MailCatcherTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly LocalHost.Clock.BenchClock _clock = Times.Manual();

    [Fact]
    public async Task Mail_is_kept_in_the_order_in_which_it_was_sent_and_outlives_a_kill()
    {
        var killed = Catcher();
        await SendAsync(killed, "1", "smith@ln.example");
        _clock.MoveTo(Times.Monday.AddHours(1));
        await SendAsync(killed, "2", "okafor@ln.example");
        await File.AppendAllTextAsync(_folder.File("mail.jsonl"), "{\"id\":\"3\",\"to\":\"sm");

        using var next = Catcher();

        next.To(null).Select(mail => (mail.Id, mail.SentAt)).ShouldBe([("1", Times.Monday), ("2", Times.Monday.AddHours(1))]);
        next.To("SMITH@ln.example").ShouldHaveSingleItem().Subject.ShouldBe("主題 1");
        killed.Dispose();
    }

    [Fact]
    public async Task A_mail_that_is_sent_twice_is_caught_twice()
    {
        using var catcher = Catcher();
        await SendAsync(catcher, "1");
        await SendAsync(catcher, "1");

        catcher.To(null).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_attachment_is_kept_with_its_mail()
    {
        var killed = Catcher();
        await SendAsync(killed, "1", file: new Attachment("k7m2qf-due.ics", "text/calendar; charset=utf-8", "SUMMARY:歸還圖書館資料\r\n"));
        await SendAsync(killed, "2");

        using var next = Catcher();

        next.To(null)[0].Attachments.ShouldBe([new CaughtAttachment("k7m2qf-due.ics", "text/calendar; charset=utf-8", "SUMMARY:歸還圖書館資料\r\n")]);
        next.To(null)[1].Attachments.ShouldBeEmpty();
        killed.Dispose();
    }

    [Fact]
    public async Task Mail_caught_before_there_were_attachments_is_read_without()
    {
        await File.AppendAllTextAsync(
            _folder.File("mail.jsonl"),
            """{"id":"1","to":"a@ln.example","subject":"s","template":"lost","text":"t","html":"h","requestId":"r1","sentAt":"2026-11-23T09:00:00+08:00"}"""
                + "\n");

        using var catcher = Catcher();

        catcher.To(null).ShouldHaveSingleItem().Attachments.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_mail_catcher_knows_exactly_what_was_sent()
    {
        using var catcher = Catcher();
        await SendAsync(catcher, "1");

        (await catcher.WasSentAsync("1", CancellationToken.None)).ShouldBe(true);
        (await catcher.WasSentAsync("2", CancellationToken.None)).ShouldBe(false);
    }

    [Fact]
    public async Task The_next_sends_fail_as_they_are_told_to()
    {
        using var catcher = Catcher();
        catcher.FailNext(2, new MailResult.Later(TimeSpan.FromMinutes(1), "over the quota"));
        (await SendAsync(catcher, "1")).ShouldBeOfType<MailResult.Later>();
        (await SendAsync(catcher, "1")).ShouldBeOfType<MailResult.Later>();
        (await SendAsync(catcher, "1")).ShouldBeOfType<MailResult.Sent>();
        catcher.To(null).Count.ShouldBe(1);

        catcher.FailNext(1, new MailResult.Unknown("the reply was lost"), caughtAllTheSame: true);
        (await SendAsync(catcher, "2")).ShouldBeOfType<MailResult.Unknown>();
        (await catcher.WasSentAsync("2", CancellationToken.None)).ShouldBe(true);
    }

    [Fact]
    public async Task Without_a_folder_mail_is_in_memory_alone()
    {
        using var catcher = new MailCatcher(BenchFolder.None, _clock);
        await SendAsync(catcher, "1");
        catcher.To(null).Count.ShouldBe(1);
    }

    public void Dispose()
    {
        _clock.Dispose();
        _folder.Dispose();
    }

    private static Task<MailResult> SendAsync(MailCatcher catcher, string id, string to = "smith@ln.example", Attachment? file = null) => catcher.SendAsync(
        new Service.Notices.Mail
        {
            OperationId = id,
            To = to,
            Subject = $"主題 {id}",
            Text = "text",
            Html = "<p>text</p>",
            Template = "ready-for-pickup",
            RequestId = "r1",
            Attachment = file,
        },
        CancellationToken.None);

    private MailCatcher Catcher() => new(_folder.Folder, _clock);
}
