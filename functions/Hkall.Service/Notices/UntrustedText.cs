using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hkall.Service.Notices;

/// <summary>
/// Text that others wrote: titles, names, libraries. It reaches a template as one clean line between two marks, so that the
/// layout always knows it from the Library's own words. A title can then begin like a link of ours and still be a title.
/// </summary>
internal static partial class UntrustedText
{
    /// <summary>Two code points that Unicode keeps out of all text, so that no data can carry them.</summary>
    public const char Begin = '\uFDD0';

    public const char End = '\uFDD1';

    /// <summary>A field longer than this tells the reader nothing more, and some arrive as whole abstracts.</summary>
    public const int LongestField = 300;

    /// <summary>The marked line, or null where nothing readable is left.</summary>
    public static string? Mark(string? text, int longest = LongestField) => Clean(text, longest) is { } clean ? $"{Begin}{clean}{End}" : null;

    public static bool IsIn(string line) => line.Contains(Begin, StringComparison.Ordinal);

    /// <summary>Chinese text with a foreign name in it keeps a space on either side of the name.</summary>
    public static string Apart(string text) => Borders().Replace(text, " ");

    /// <summary>The text as the reader sees it.</summary>
    public static string Unmark(string line) =>
        line.Replace($"{Begin}", null, StringComparison.Ordinal).Replace($"{End}", null, StringComparison.Ordinal);

    /// <summary>One line without control, direction or invisible characters, and with nothing in it that a mail program makes a link of.</summary>
    public static string? Clean(string? text, int longest = LongestField)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (IsReadable(rune))
            {
                line.Append(rune);
            }
        }

        var clean = Unlinked(Shortened(line.ToString().TrimEnd(), longest));
        return clean.Length > 0 ? clean : null;
    }

    /// <summary>Formatting characters can turn a line round or hide a part of it; only the two joiners are spelling.</summary>
    private static bool IsReadable(Rune rune) =>
        rune.Value is 0x200C or 0x200D
        || (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is < 0xFDD0 or > 0xFDEF);

    private static string Shortened(string line, int longest)
    {
        if (line.Length <= longest)
        {
            return line;
        }

        var length = char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest;
        return line[..length].TrimEnd() + "…";
    }

    /// <summary>
    /// Mail programs make links of addresses they find. A citation can be prefilled by somebody else's page, and a mail of the
    /// Library must not carry that page's links: a space without width keeps the address readable and dead.
    /// </summary>
    private static string Unlinked(string line) => line
        .Replace("://", ":\u200B//", StringComparison.Ordinal)
        .Replace("www.", "www\u200B.", StringComparison.OrdinalIgnoreCase)
        .Replace("mailto:", "mailto\u200B:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The places between an ideograph of ours and a mark with a Latin letter or digit behind it.</summary>
    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})(?=\uFDD0[!-~])|(?<=[!-~]\uFDD1)(?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Borders();
}
