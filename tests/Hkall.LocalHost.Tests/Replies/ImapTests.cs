using Hkall.Service.Replies;
using Hkall.Service.Web;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using MailKit;
using MailKit.Net.Imap;
using MimeKit;
using Xunit.Abstractions;

namespace Hkall.LocalHost.Tests.Replies;

/// <summary>Answers read from a real mail server.</summary>
public sealed class ImapTests(DovecotServer server, ITestOutputHelper output) : IClassFixture<DovecotServer>
{
    [Fact]
    public async Task An_answer_is_read_from_the_server_and_filed_there_and_one_that_is_not_taken_lies_beside_it()
    {
        if (!IsThere())
        {
            return;
        }

        await using var bench = await ABench.InMemoryAsync(arguments: given => given with { Imap = Settings(server.Port, "ill@library.example") });
        var patron = bench.NewPatron();
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        await bench.SettleAsync();
        var address = (await patron.LettersAsync(id))[0].At("replyTo").ShouldNotBeNull();
        await ArrivesAsync(
            "ill@library.example", Mail(patron.Email, address, "Any edition will do."), Mail("somebody@evil.example", address, "Hello"), Mail(patron.Email, address, new string('x', 2_000_000)));

        await bench.AdvanceAsync("PT2M");

        (await patron.SeesAsync(id)).GetProperty("messages").EnumerateArray().Select(message => message.At("text")).ShouldBe(["Any edition will do."]);
        (await CountAsync("INBOX"), await CountAsync(ImapMailbox.Taken), await CountAsync(ImapMailbox.NotTaken)).ShouldBe((0, 1, 2));
    }

    [Fact]
    public async Task A_mail_stays_unread_if_the_service_fails_on_it_and_is_handed_over_again()
    {
        if (!IsThere())
        {
            return;
        }

        var mailbox = new ImapMailbox(Settings(server.Port, "again@library.example"));
        await ArrivesAsync("again@library.example", Mail("a@ln.example", "b@ln.example", "One"), Mail("a@ln.example", "b@ln.example", "Two"));

        await Should.ThrowAsync<TimeoutException>(() => mailbox.EachNewAsync(100, (_, _) => throw new TimeoutException(), CancellationToken.None));
        var read = new List<string>();
        await mailbox.EachNewAsync(
            100,
            (mail, _) =>
            {
                read.Add(mail.Message!.TextBody!.Trim());
                return Task.FromResult(true);
            },
            CancellationToken.None);

        read.ShouldBe(["One", "Two"]);
    }

    [Fact]
    public async Task A_server_that_is_away_stops_nothing()
    {
        await using var bench = await ABench.InMemoryAsync(arguments: given => given with { Imap = Settings(1, "ill@library.example") });
        var id = await bench.NewPatron().HasPlacedAsync(Orders.Kuhn);

        await bench.AdvanceAsync("P1D");

        id.ShouldNotBeEmpty();
    }

    private static InboundMail Settings(int port, string user) =>
        new("127.0.0.1", port, MailSecurity.None, user, DovecotServer.Password, ReplyMailbox.TryParse(user)!);

    private static MimeMessage Mail(string from, string to, string text)
    {
        var message = new MimeMessage { Body = new TextPart("plain") { Text = text }, Subject = "Re: Your request" };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(to));
        return message;
    }

    private async Task ArrivesAsync(string user, params MimeMessage[] messages)
    {
        using var client = await ConnectedAsync(user);
        foreach (var message in messages)
        {
            await client.Inbox.AppendAsync(message);
        }
    }

    private async Task<int> CountAsync(string folder)
    {
        using var client = await ConnectedAsync("ill@library.example");
        var opened = await client.GetFolderAsync(folder);
        await opened.OpenAsync(FolderAccess.ReadOnly);
        return opened.Count;
    }

    private async Task<ImapClient> ConnectedAsync(string user)
    {
        var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", server.Port, MailKit.Security.SecureSocketOptions.None);
        await client.AuthenticateAsync(user, DovecotServer.Password);
        return client;
    }

    private bool IsThere()
    {
        if (!DovecotServer.CanRun)
        {
            output.WriteLine("dovecot is not installed here, or cannot be started: this test proves nothing.");
        }

        return DovecotServer.CanRun;
    }
}
