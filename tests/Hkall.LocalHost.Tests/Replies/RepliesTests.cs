using Hkall.Service.Replies;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Hkall.LocalHost.Tests.Replies;

/// <summary>A patron answers a mail of ours, and it stands in the thread of the request.</summary>
public sealed class RepliesTests : IAsyncLifetime
{
    private static readonly InboundMail Settings =
        new("127.0.0.1", 1, MailSecurity.None, "ill@library.example", "unused", Service.Web.ReplyMailbox.TryParse("ill@library.example")!);

    private readonly ReplyBox _box = new();
    private ABench _bench = null!;
    private APatron _patron = null!;
    private string _id = null!;
    private int _mails;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync(services => services.AddSingleton<IReplyMailbox>(_box), arguments => arguments with { Imap = Settings });
        _patron = _bench.NewPatron();
        _id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.SettleAsync();
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task An_answer_by_mail_is_a_message_of_the_request_and_counts_once_however_often_it_is_read()
    {
        var answer = await MailAsync("Any edition will do.\n\nOn Mon, 23 Nov 2026 HKALL wrote:\n> Which edition?");
        _box.Arrives(answer);
        _box.Arrives(answer);
        await LookAsync();

        (await MessagesAsync()).ShouldBe(["patron: Any edition will do."]);
        _box.Filed.ShouldBe([true, true]);
        (await _bench.LendingStaff().GetAsync("/api/staff/worklists/unread-messages")).ShouldBe(200).Text.ShouldContain(_id);
    }

    [Fact]
    public async Task Somebody_else_s_answer_and_a_machine_s_reach_nobody_and_get_no_mail()
    {
        var before = (await _patron.MailAsync(_id)).Count;
        _box.Arrives(await MailAsync("I am somebody else.", from: "somebody@evil.example"));
        var away = await MailAsync("I am away.");
        away.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        _box.Arrives(away);
        _box.ArrivesUnread();
        await LookAsync();

        (await MessagesAsync()).ShouldBeEmpty();
        _box.Filed.ShouldBe([false, false, false]);
        (await _patron.MailAsync(_id)).Count.ShouldBe(before);
    }

    [Fact]
    public async Task The_files_of_an_answer_are_not_taken_and_the_patron_is_told_once()
    {
        var answer = await MailAsync("The title page is attached.", file: true);
        _box.Arrives(answer);
        _box.Arrives(answer);
        await LookAsync();

        (await MessagesAsync()).ShouldBe(["patron: The title page is attached."]);
        var told = (await _patron.LettersAsync(_id)).Where(mail => mail.At("template") == "reply-not-taken").ToList();
        told.ShouldHaveSingleItem().At("text")!.ReplaceLineEndings(" ").ShouldContain("The files in your email were not taken.");
    }

    [Fact]
    public async Task Who_writes_more_than_the_policy_allows_or_writes_nothing_is_told()
    {
        foreach (var i in Enumerable.Range(1, 6))
        {
            _box.Arrives(await MailAsync($"Message {i}"));
        }

        _box.Arrives(await MailAsync("> only what you wrote"));
        await LookAsync();

        (await MessagesAsync()).Count.ShouldBe(5);
        _box.Filed.ShouldBe([true, true, true, true, true, false, false]);
        var told = (await _patron.LettersAsync(_id)).Where(mail => mail.At("template") == "reply-not-taken").Select(mail => mail.At("text")!.ReplaceLineEndings(" ")).ToList();
        told[0].ShouldContain("You can write 5 messages a day about a request.");
        told[1].ShouldContain("There was no text in your email");
    }

    [Fact]
    public async Task Without_a_mailbox_no_mail_names_an_address_for_answers()
    {
        await using var bench = await ABench.InMemoryAsync();
        var patron = bench.NewPatron();
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        await bench.SettleAsync();

        (await patron.LettersAsync(id)).ShouldAllBe(mail => mail.At("replyTo") == null);
    }

    /// <summary>An answer to the newest mail about the request.</summary>
    private async Task<MimeMessage> MailAsync(string text, string? from = null, bool file = false)
    {
        var address = (await _patron.LettersAsync(_id))[0].At("replyTo").ShouldNotBeNull();
        var message = new MimeMessage { MessageId = $"{++_mails}@ln.example" };
        message.From.Add(new MailboxAddress("Dr New Comer", from ?? _patron.Email));
        message.To.Add(new MailboxAddress("HKALL", address));
        var body = new BodyBuilder { TextBody = text };
        if (file)
        {
            body.Attachments.Add("title.jpg", new byte[100]);
        }

        message.Body = body.ToMessageBody();
        return message;
    }

    private async Task LookAsync() => await _bench.AdvanceAsync("PT2M");

    private async Task<IReadOnlyList<string>> MessagesAsync() =>
        [.. (await _patron.SeesAsync(_id)).GetProperty("messages").EnumerateArray().Select(message => $"{message.At("from")}: {message.At("text")}")];
}
