using System.Text;
using System.Text.RegularExpressions;
using Hkall.Service.Texts;
using MimeKit;
using MimeKit.Text;

namespace Hkall.Service.Replies;

/// <summary>What somebody wrote in their answer: without the mail that it answers, and without a signature.</summary>
internal static partial class ReplyWords
{
    /// <summary>Ends what is kept of a text that is too long.</summary>
    private const string Cut = " […]";

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase) { "p", "div", "br", "tr", "li", "h1", "h2", "h3", "pre", "hr" };

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "head", "title", "blockquote" };

    /// <param name="longest">The most characters.</param>
    /// <returns>Empty if nothing is left.</returns>
    public static string Of(MimeMessage message, int longest)
    {
        var text = message.TextBody is { } plain && !string.IsNullOrWhiteSpace(plain) ? plain : OfHtml(message.HtmlBody ?? string.Empty);
        var words = Answer(text);
        return words.Length <= longest ? words : words[..(longest - Cut.Length)].TrimEnd() + Cut;
    }

    /// <summary>Everything before the first line that begins the quoted mail or the signature, without the lines that are quoted.</summary>
    internal static string Answer(string text)
    {
        var kept = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => VisibleText.Of(line).TrimEnd()))
        {
            if (line is "--" || Begins().IsMatch(line))
            {
                break;
            }

            if (!line.StartsWith('>'))
            {
                kept.Append(line).Append('\n');
            }
        }

        return ManyEmpty().Replace(kept.ToString().Trim(), "\n\n");
    }

    /// <summary>The text that a reader sees. Quoted parts, scripts and styles are left out.</summary>
    internal static string OfHtml(string html)
    {
        var text = new StringBuilder();
        var hidden = new Stack<string>();
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true, IgnoreTruncatedTags = true };
        while (tokens.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken { IsEndTag: true } end when hidden.TryPeek(out var open) && open.Equals(end.Name, StringComparison.OrdinalIgnoreCase):
                    hidden.Pop();
                    break;
                case HtmlTagToken { IsEndTag: false, IsEmptyElement: false } start when Unread.Contains(start.Name):
                    hidden.Push(start.Name);
                    break;
                case HtmlTagToken tag when hidden.Count == 0 && Blocks.Contains(tag.Name):
                    text.Append('\n');
                    break;
                case HtmlDataToken data when hidden.Count == 0 && token is not HtmlScriptDataToken:
                    text.Append(Spaces().Replace(data.Data, " "));
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// How mail programs begin the mail that is answered: "On … wrote:" in English and Chinese, Outlook's line and its block of headers, which begins
    /// with the sender.
    /// </summary>
    [GeneratedRegex(
        @"^\s*(?:On\b.{4,200}\bwrote:|.{0,200}(?:寫道|写道|寫了|写了)\s*[:：]|-{2,}\s*(?:Original Message|Forwarded message|原始郵件|原始邮件|轉寄郵件).*|_{20,}|(?:\*?From|寄件者|寄件人|发件人|發件人)\*?\s*[:：].*)\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Begins();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyEmpty();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
