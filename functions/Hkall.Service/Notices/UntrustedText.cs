using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hkall.Service.Web;

namespace Hkall.Service.Notices;

/// <summary>
/// Text from outside the Library: titles, names, libraries. It reaches a template as one clean line between two marks, so that the
/// layout can always separate it from the Library's own text. A title that begins like one of our links is still a title.
/// </summary>
internal static partial class UntrustedText
{
    /// <summary>Two code points that Unicode excludes from text, so that no data can contain them.</summary>
    public const char Begin = '\uFDD0';

    public const char End = '\uFDD1';

    /// <summary>In characters. A longer field says no more to the reader, and some contain whole abstracts.</summary>
    public const int LongestField = 300;

    /// <summary>The marked line, or null if nothing readable is left.</summary>
    public static string? Mark(string? text, int longest = LongestField) => Clean(text, longest) is { } clean ? $"{Begin}{clean}{End}" : null;

    public static bool IsIn(string line) => line.Contains(Begin, StringComparison.Ordinal);

    /// <summary>In Chinese text, keeps a space on either side of a Latin name.</summary>
    public static string Apart(string text) => Borders().Replace(text, " ");

    /// <summary>The text as the reader sees it.</summary>
    public static string Unmark(string line) =>
        line.Replace($"{Begin}", null, StringComparison.Ordinal).Replace($"{End}", null, StringComparison.Ordinal);

    /// <summary>One line without control, direction or invisible characters, and with nothing that a mail program turns into a link.</summary>
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

    /// <summary>Formatting characters can reverse a line or hide a part of it; only the two joiners belong to spelling.</summary>
    private static bool IsReadable(Rune rune) =>
        rune.Value is 0x200C or 0x200D
        || (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is < 0xFDD0 or > 0xFDEF);

    private static string Shortened(string line, int longest) => line.Length <= longest ? line : Excerpt.Of(line, longest).TrimEnd() + "…";

    /// <summary>
    /// Mail programs make links of addresses they find. Another site's page can prefill a citation, and a mail of the Library must
    /// not carry that page's links: a zero-width space keeps the address readable but unlinked.
    /// </summary>
    private static string Unlinked(string line) => line
        .Replace("://", ":\u200B//", StringComparison.Ordinal)
        .Replace("www.", "www\u200B.", StringComparison.OrdinalIgnoreCase)
        .Replace("mailto:", "mailto\u200B:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The places between a Chinese character of ours and a mark next to a Latin letter or digit.</summary>
    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})(?=\uFDD0[!-~])|(?<=[!-~]\uFDD1)(?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Borders();
}
