using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>
/// A letter as a complete HTML document: one column, no tables, no images, styles on the elements because webmail drops style
/// sheets. Colours have a contrast of at least 7:1 against their background (WCAG 2.2, AAA).
/// </summary>
internal static class LetterHtml
{
    private const string Latin = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto";

    /// <summary>Keeps Chinese readable in the source; the default encoder would turn it into numbers.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Lay(Letter letter, NoticeLanguage language)
    {
        var subject = Encode(letter.Subject);
        return $"""
            <!DOCTYPE html>
            <html lang="{language.Tag()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light">
            <title>{subject}</title>
            </head>
            <body style="margin:0;padding:0;background:#f1f1ee">
            <div lang="{language.Tag()}" style="max-width:36em;margin:0 auto;padding:24px 20px;background:#ffffff;color:#1f1f1f;font:16px/1.6 {Fonts(language)};overflow-wrap:break-word">
            <h1 style="margin:0 0 16px;font-size:22px;line-height:1.35">{subject}</h1>
            {Join(letter.Body, block => InBody(block, language))}
            <div style="margin:28px 0 0;padding:16px 0 0;border-top:1px solid #8a8a86;color:#454545;font-size:14px">
            {Join(letter.Footer, block => InFooter(block, language))}
            </div>
            </div>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>The same characters are drawn differently in Hong Kong and on the mainland, so that each script has its own fonts.</summary>
    private static string Fonts(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English or NoticeLanguage.TraditionalChinese =>
            $"{Latin},'PingFang HK','Microsoft JhengHei','Noto Sans HK','Noto Sans CJK TC',sans-serif",
        NoticeLanguage.SimplifiedChinese => $"{Latin},'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',sans-serif",
    };

    private static string InBody(Block block, NoticeLanguage language) => block switch
    {
        Heading heading => $"""<h2 style="margin:28px 0 12px;font-size:18px;line-height:1.35">{Marked(heading.Text)}</h2>""",
        Paragraph paragraph => $"""<p style="margin:0 0 16px">{Marked(paragraph.Text)}</p>""",
        Facts facts => $"""
            <dl style="margin:0 0 20px;padding:12px 16px;background:#f1f5f8;border-left:4px solid #124a6b">
            {Join(facts.List, fact => Row(fact, language))}
            </dl>
            """,
        Link link => $"""
            <p style="margin:20px 0 8px"><a href="{Encode(link.Address)}" style="display:inline-block;padding:12px 20px;background:#124a6b;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px">{Encode(link.Words)}</a></p>
            <p style="margin:0 0 20px;color:#454545;font-size:14px;word-break:break-all">{Encode(link.Address)}</p>
            """,
        _ => throw new UnreachableException($"No layout for {block.GetType().Name}."),
    };

    private static string InFooter(Block block, NoticeLanguage language) => block switch
    {
        Paragraph paragraph => $"""<p style="margin:0 0 10px">{Marked(paragraph.Text)}</p>""",
        Facts facts => InBody(facts, language),
        Link link => $"""<p style="margin:0 0 10px">{Encode(link.Words + language.Colon())}<a href="{Encode(link.Address)}" style="color:#124a6b;word-break:break-all">{Encode(link.Address)}</a></p>""",
        _ => throw new UnreachableException($"No layout for {block.GetType().Name}."),
    };

    /// <summary>One line for a fact, so that a phone still shows the button below the facts.</summary>
    private static string Row(Fact fact, NoticeLanguage language) =>
        $"""<div style="margin:2px 0"><dt style="display:inline;margin:0;color:#454545">{Encode(fact.Name + language.Colon())}</dt><dd style="display:inline;margin:0;font-weight:bold">{Marked(fact.Value)}</dd></div>""";

    private static string Join<T>(IEnumerable<T> parts, Func<T, string> lay) => string.Join('\n', parts.Select(lay));

    private static string Encode(string text) => Encoder.Encode(text);

    /// <summary>
    /// Isolates untrusted text, so that a title in a right-to-left script does not disturb the order of our sentence around it.
    /// </summary>
    private static string Marked(string text)
    {
        var html = new StringBuilder();
        foreach (var part in text.Split(UntrustedText.Begin))
        {
            html.Append(part.Split(UntrustedText.End, 2) is [var theirs, var ours]
                ? $"<bdi>{Encode(theirs)}</bdi>{Encode(ours)}"
                : Encode(part));
        }

        return html.ToString();
    }
}
