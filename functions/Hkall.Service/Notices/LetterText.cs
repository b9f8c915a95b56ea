using System.Diagnostics;
using System.Text;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>A letter as plain text: an empty line between paragraphs, facts indented, addresses on lines of their own.</summary>
internal static class LetterText
{
    public static string Lay(Letter letter, NoticeLanguage language)
    {
        var text = new StringBuilder();
        Append(text, letter.Body, language);

        // "-- " begins a signature in mail and news; programs show the text after it smaller, or fold it.
        text.Append("-- \n");
        Append(text, letter.Footer, language);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, IReadOnlyList<Block> blocks, NoticeLanguage language)
    {
        foreach (var block in blocks)
        {
            text.AppendJoin('\n', Lines(block, language)).Append("\n\n");
        }
    }

    private static IEnumerable<string> Lines(Block block, NoticeLanguage language) => block switch
    {
        Heading heading => LineWrap.Wrap(UntrustedText.Unmark(heading.Text)),
        Paragraph paragraph => LineWrap.Wrap(UntrustedText.Unmark(paragraph.Text)),
        Facts facts => facts.List.SelectMany(fact =>
            LineWrap.Wrap(fact.Name + language.Colon() + UntrustedText.Unmark(fact.Value), first: "  ", next: "    ")),
        Link link => [link.Words + language.Colon().TrimEnd(), link.Address],
        _ => throw new UnreachableException($"No layout for {block.GetType().Name}."),
    };
}
