using System.Text;
using Hkall.Service.Replies;
using Hkall.Service.Web;
using MimeKit;

namespace Hkall.Service.Tests.Replies;

/// <summary>Which mails count as answers, by what stands in them.</summary>
public sealed class ReplyTests
{
    private const string Request = "7YBQX1AGBZGB011HGEBPCXG3EV";
    private const string Server = "mx.library.example";
    private const string From = "From: Dr Okafor <okafor@ln.example>";

    private static readonly ReplyAddresses Addresses = new(new ReplyMailbox("ill", "library.example"), new DownloadTokens(new byte[32]));

    private static string To => $"To: HKALL <{Addresses.For(Request)}>";

    [Fact]
    public void An_answer_names_its_request_its_sender_and_its_words()
    {
        var (reply, fault) = Read([From, To, "Message-ID: <1@ln.example>"], null);

        fault.ShouldBeNull();
        reply.ShouldBe(new Reply(Request, "1@ln.example", "okafor@ln.example", "Yes.", 0));
    }

    [Theory]
    [InlineData("Cc: {0}")]
    [InlineData("Delivered-To: {0}")]
    [InlineData("X-Original-To: <{0}>")]
    public void The_address_may_stand_elsewhere_among_the_recipients(string header) =>
        Read([From, "To: somebody@library.example", string.Format(System.Globalization.CultureInfo.InvariantCulture, header, Addresses.For(Request))], null).Reply!.RequestId.ShouldBe(Request);

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", ReplyFault.Automatic)]
    [InlineData("Auto-Submitted: auto-generated; owner=x", ReplyFault.Automatic)]
    [InlineData("Precedence: bulk", ReplyFault.Automatic)]
    [InlineData("Precedence: auto_reply", ReplyFault.Automatic)]
    [InlineData("X-Autoreply: yes", ReplyFault.Automatic)]
    [InlineData("List-Id: <list.example>", ReplyFault.Automatic)]
    [InlineData("Return-Path: <>", ReplyFault.Automatic)]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=b", ReplyFault.Automatic)]
    [InlineData("Auto-Submitted: no", null)]
    [InlineData("Precedence: first-class", null)]
    [InlineData("Return-Path: <okafor@ln.example>", null)]
    public void A_machine_is_not_answered_and_not_believed(string header, ReplyFault? fault) => Read([From, To, header], null).Fault.ShouldBe(fault);

    [Theory]
    [InlineData("From: ill@library.example")]
    [InlineData("From: \"HKALL\" <ILL+x@Library.Example>")]
    public void A_mail_of_our_own_is_no_answer(string from) => Read([from, To], null).Fault.ShouldBe(ReplyFault.Own);

    [Theory]
    [InlineData("From: a@ln.example, b@ln.example")]
    [InlineData("X-Nothing: x")]
    [InlineData("From: undisclosed-recipients:;")]
    public void A_mail_of_several_senders_or_of_none_is_nobodys(string from) => Read([from, To], null).Fault.ShouldBe(ReplyFault.AnotherSender);

    [Theory]
    [InlineData("mx.library.example; dmarc=pass header.from=ln.example", true)]
    [InlineData("MX.library.example; spf=fail smtp.mailfrom=x@evil.example; dkim=pass header.d=ln.example", true)]
    [InlineData("mx.library.example; spf=pass smtp.mailfrom=bounce@ln.example", true)]
    [InlineData("mx.library.example; dkim=pass header.d=evil.example", false)]
    [InlineData("mx.library.example; spf=pass smtp.mailfrom=x@evil.example", false)]
    [InlineData("mx.library.example; dkim=pass header.d=example", false)]
    [InlineData("mx.library.example; dkim=fail header.d=ln.example; dmarc=fail header.from=ln.example", false)]
    [InlineData("mx.library.example; dmarc=pass header.from=evil.example", false)]
    [InlineData("mx.library.example; none", false)]
    [InlineData("mx.evil.example; dmarc=pass header.from=ln.example", false)]
    [InlineData("nonsense", false)]
    public void Only_a_sender_for_whom_our_server_vouches_counts(string verdict, bool vouched) =>
        Read([$"Authentication-Results: {verdict}", From, To], Server).Fault.ShouldBe(vouched ? null : ReplyFault.NotVouchedFor);

    [Fact]
    public void A_verdict_that_the_mail_brought_with_it_does_not_count_below_the_one_of_our_server() =>
        Read(
            ["Authentication-Results: mx.library.example; dmarc=fail header.from=ln.example", "Authentication-Results: mx.library.example; dmarc=pass header.from=ln.example", From, To],
            Server).Fault.ShouldBe(ReplyFault.NotVouchedFor);

    [Fact]
    public void Without_a_verdict_nobody_is_believed() => Read([From, To], Server).Fault.ShouldBe(ReplyFault.NotVouchedFor);

    [Fact]
    public void A_mail_to_no_request_is_none_of_ours() => Read([From, "To: ill@library.example"], null).Fault.ShouldBe(ReplyFault.NoRequest);

    [Fact]
    public void Files_are_counted_and_not_read()
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress("Dr Okafor", "okafor@ln.example"));
        message.To.Add(new MailboxAddress("HKALL", Addresses.For(Request)!));
        var body = new BodyBuilder { TextBody = "See the file." };
        body.Attachments.Add("a.exe", new byte[10]);
        message.Body = body.ToMessageBody();

        var (reply, _) = Reply.Read(message, Addresses, null);

        (reply!.Files, reply.Words).ShouldBe((1, "See the file."));
    }

    private static (Reply? Reply, ReplyFault? Fault) Read(IEnumerable<string> headers, string? server)
    {
        var text = $"{string.Join("\r\n", headers)}\r\nDate: Mon, 23 Nov 2026 09:00:00 +0800\r\n\r\nYes.\r\n";
        return Reply.Read(MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(text))), Addresses, server);
    }
}
