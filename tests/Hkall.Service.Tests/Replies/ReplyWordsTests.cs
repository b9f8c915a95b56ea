using Hkall.Service.Replies;
using MimeKit;

namespace Hkall.Service.Tests.Replies;

/// <summary>What is left of an answer without the mail that it answers, as the common programs write them.</summary>
public sealed class ReplyWordsTests
{
    [Theory]
    [InlineData("Yes, please.\n\nOn Mon, 23 Nov 2026 at 09:00, HKALL <ill@ln.example> wrote:\n> Your item is here.", "Yes, please.")]
    [InlineData("Any edition.\r\n\r\n> Which edition?\r\n> Kind regards", "Any edition.")]
    [InlineData("> Which edition?\nThe second.\n> By when?\nBy Friday.", "The second.\nBy Friday.")]
    [InlineData("Thanks\n-- \nDr Okafor\nDepartment of History", "Thanks")]
    [InlineData("好的，謝謝。\n\n嶺南大學圖書館 於 2026年11月23日 週一 上午9:00寫道：\n> 您的資料已到館", "好的，謝謝。")]
    [InlineData("好的\n在 2026年11月23日，圖書館 写道：\n> 您", "好的")]
    [InlineData("Yes\n\n-----Original Message-----\nFrom: Library\nSent: Monday", "Yes")]
    [InlineData("Yes\n\nFrom: Library <ill@ln.example>\nSent: Monday", "Yes")]
    [InlineData("可以\n\n寄件者: 圖書館\n寄件日期: 2026年11月23日", "可以")]
    [InlineData("Yes\n________________________________\nFrom: Library", "Yes")]
    [InlineData("One\n\n\n\n\nTwo", "One\n\nTwo")]
    [InlineData("I wrote: it is the second volume.", "I wrote: it is the second volume.")]
    [InlineData("On Monday I go away.", "On Monday I go away.")]
    [InlineData("> only what was quoted", "")]
    [InlineData("a\u200bb\u202ec", "abc")]
    public void The_quoted_mail_and_the_signature_are_left_out(string text, string words) => ReplyWords.Answer(text).ShouldBe(words);

    [Theory]
    [InlineData("<p>Yes,&nbsp;please.</p><blockquote><p>Your item</p></blockquote>", "Yes, please.")]
    [InlineData("<html><head><title>x</title><style>p{}</style></head><body>One<br>Two<script>alert(1)</script></body></html>", "One\nTwo")]
    [InlineData("<div>One</div><div>Two &lt;b&gt;</div>", "One\n\nTwo <b>")]
    [InlineData("<blockquote>a<blockquote>b</blockquote>c</blockquote>d", "d")]
    [InlineData("<p>broken <b", "broken")]
    [InlineData("", "")]
    public void Html_is_read_as_its_reader_sees_it(string html, string words) => ReplyWords.Answer(ReplyWords.OfHtml(html)).ShouldBe(words);

    [Fact]
    public void The_plain_text_is_preferred_and_a_long_one_is_cut()
    {
        var message = new MimeMessage { Body = new BodyBuilder { TextBody = new string('x', 50), HtmlBody = "<p>other</p>" }.ToMessageBody() };

        ReplyWords.Of(message, longest: 20).ShouldBe($"{new string('x', 16)} […]");
        ReplyWords.Of(new MimeMessage { Body = new BodyBuilder { HtmlBody = "<p>only</p>" }.ToMessageBody() }, 20).ShouldBe("only");
    }

    [Fact]
    public void Html_that_never_ends_is_read_all_the_same() =>
        ReplyWords.OfHtml(string.Concat(Enumerable.Repeat("<blockquote>", 100_000))).ShouldBeEmpty();
}
