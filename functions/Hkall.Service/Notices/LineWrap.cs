using System.Text;

namespace Hkall.Service.Notices;

/// <summary>
/// Breaks plain text into lines. A Chinese character takes two columns, and a line may break anywhere in Chinese except before a
/// closing mark or after an opening one; other text breaks at spaces. A word longer than a line stays whole.
/// </summary>
internal static class LineWrap
{
    /// <summary>The usual width of mail since the days of terminals; short enough to be quoted once.</summary>
    public const int Columns = 72;

    private const string NeverFirst = "，。、；：！？）」』》〉】”’…％%,.;:!?)]";
    private const string NeverLast = "（「『《〈【“‘([";

    public static IEnumerable<string> Wrap(string text, string first = "", string next = "")
    {
        var line = new StringBuilder(first);
        var width = first.Length;
        var empty = true;
        foreach (var piece in Pieces(text))
        {
            var columns = piece.EnumerateRunes().Sum(Width);
            if (!empty && width + columns - (piece is [.., ' '] ? 1 : 0) > Columns)
            {
                yield return line.ToString().TrimEnd();
                line.Clear().Append(next);
                width = next.Length;
            }

            line.Append(piece);
            width += columns;
            empty = false;
        }

        yield return line.ToString().TrimEnd();
    }

    /// <summary>The pieces between two places where a line may break; a space ends its piece.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        Rune? last = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (last is { } before && MayBreak(before, rune))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune);
            last = rune;
        }

        if (piece.Length > 0)
        {
            yield return piece.ToString();
        }
    }

    private static bool MayBreak(Rune before, Rune after) =>
        before.Value == ' '
            ? after.Value != ' '
            : after.Value != ' ' && (Width(before) == 2 || Width(after) == 2) && !Has(NeverLast, before) && !Has(NeverFirst, after);

    private static bool Has(string marks, Rune rune) => rune.IsBmp && marks.Contains((char)rune.Value, StringComparison.Ordinal);

    /// <summary>Ranges that East Asian Width (UAX #11) calls wide or fullwidth, as far as titles and names use them.</summary>
    private static int Width(Rune rune) => rune.Value switch
    {
        0x200B or 0x200C or 0x200D => 0,
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F9FF)
            or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    };
}
