using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Notices;

/// <summary>Titles come from forms, from catalogues and from other people's links: they are words in our mail and nothing more.</summary>
public sealed partial class NoticeInjectionTests
{
    private static readonly NoticeRenderer Renderer = NoticeTexts.Renderer;

    /// <summary>Every notice with these words in it: three tests look at the same mails.</summary>
    private static readonly ConcurrentDictionary<string, IReadOnlyList<RenderedNotice>> Mails = new(StringComparer.Ordinal);

    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>",
        "</dd></dl><a href=\"https://evil.example\">Download</a>",
        "\" onmouseover=\"alert(1)",
        "' style='display:none",
        "&lt;b&gt; &amp;",
        "a\n\n=> Download the file | https://evil.example",
        "=> Download the file | https://evil.example",
        "* Pick up by | never",
        "a\r\n* Due on | 1 January 2099\r\nBcc: all@evil.example\r\n\r\n",
        "a\u2028=> Here | https://evil.example\u2029\u0085\u000B\u000C",
        "{{ request_url }} {% if true %}x{% endif %}",
        "See http://evil.example and WWW.evil.example or mailto:a@evil.example",
        "\u202Eelpmaxe.live//:sptth\u202C \u2066x\u2069\uFEFF",
        "\uFDD1<b>\uFDD0 | \uFFFE\uFFFF\0\u0007\u001B[31m",
        "-- \nDear reader,",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Nothing_that_others_wrote_changes_the_structure_of_a_mail(string words)
    {
        foreach (var (calm, hostile) in Pairs(words))
        {
            Tags(hostile.Html).ShouldBe(Tags(calm.Html));
            Paragraphs(hostile.Text).ShouldBe(Paragraphs(calm.Text));
            hostile.Subject.ShouldBe(calm.Subject);
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_mail_has_no_link_but_ours(string words)
    {
        foreach (var (calm, hostile) in Pairs(words))
        {
            Addresses().Matches(hostile.Html).Select(match => match.Value).ShouldBe(Addresses().Matches(calm.Html).Select(match => match.Value));
            Addresses().Matches(hostile.Text).Select(match => match.Value).ShouldBe(Addresses().Matches(calm.Text).Select(match => match.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_control_direction_or_hidden_character_reaches_a_mail(string words)
    {
        foreach (var (_, hostile) in Pairs(words))
        {
            Invisible().IsMatch(hostile.Text).ShouldBeFalse();
            Invisible().IsMatch(hostile.Html).ShouldBeFalse();
            Invisible().IsMatch(hostile.Subject).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_title_is_encoded_in_the_page_and_plain_in_the_text()
    {
        var mail = Renderer.Render(NoticeSamples.Loan(Notice.ReadyForPickup, NoticeSamples.Full, NoticeSamples.English) with
        {
            Item = new Item { Title = "Tom & \"Jerry\" <1 {{ 香港 }} 𠮷" },
        });

        mail.Text.ShouldContain("  Title: Tom & \"Jerry\" <1 {{ 香港 }} 𠮷\n");
        mail.Html.ShouldContain("Tom &amp; &quot;Jerry&quot; &lt;1 {{ 香港 }} ");
    }

    [Fact]
    public void A_title_as_long_as_an_abstract_is_cut_between_characters()
    {
        UntrustedText.Clean(string.Concat(Enumerable.Repeat("𠮷", 400)))
            .ShouldBe(string.Concat(Enumerable.Repeat("𠮷", UntrustedText.LongestField / 2)) + "…");
        UntrustedText.Clean("x" + string.Concat(Enumerable.Repeat("𠮷", 400)))!.ShouldEndWith("𠮷…");
        UntrustedText.Clean(new string('a', UntrustedText.LongestField)).ShouldBe(new string('a', UntrustedText.LongestField));
    }

    [Fact]
    public void A_link_that_is_no_web_address_is_refused()
    {
        var data = NoticeSamples.Copy(Notice.ReadyToDownload, NoticeSamples.Full, NoticeSamples.English);

        Should.Throw<ArgumentException>(() => Renderer.Render(data with { DownloadUrl = new Uri("javascript:alert(1)") }));
        Should.Throw<ArgumentException>(() => Renderer.Render(data with { RequestUrl = new Uri("/requests/1", UriKind.Relative) }));
    }

    /// <summary>Each notice as it is with an ordinary word, and with the hostile one, in every place that others fill.</summary>
    private static IEnumerable<(RenderedNotice Calm, RenderedNotice Hostile)> Pairs(string words) => With("word").Zip(With(words));

    private static IReadOnlyList<RenderedNotice> With(string words) => Mails.GetOrAdd(words, _ =>
    [
        .. from notice in Enum.GetValues<Notice>()
           from person in (Person[])[NoticeSamples.English, NoticeSamples.Chinese]
           from reason in (string?[])[null, "lost-in-transit"]
           select Mail(notice, person, words, reason),
    ]);

    private static RenderedNotice Mail(Notice notice, Person person, string word, string? reason) =>
        Renderer.Render(
            NoticeSamples.Copy(
                notice, NoticeSamples.Full with { Library = word, Reason = NoticeSamples.ReasonOf(reason ?? word) }, person with { Name = word }) with
            {
                Item = new Item
                {
                    Title = word,
                    ArticleTitle = word,
                    ArticleAuthor = word,
                    Author = word,
                    Edition = word,
                    Volume = word,
                    Issue = word,
                    Pages = word
                },
            });

    private static IEnumerable<string> Tags(string html) => Tag().Matches(html).Select(match => match.Value);

    private static int Paragraphs(string text) => text.Split("\n\n").Length;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?:https?://|www\\.|mailto:)[^\\s<\"]*", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    [GeneratedRegex("[\\p{Cc}\\p{Cn}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFDD0\\uFDD1-[\\n\\uD800-\\uDFFF]]")]
    private static partial Regex Invisible();
}
