using System.Globalization;
using System.Text;

namespace Hkall.Service.Texts;

/// <summary>
/// Text without the characters that nobody sees: marks of direction, zero-width spaces, byte order marks, tags. They can turn a
/// line round, hide a part of it, and make two texts differ that look alike.
/// </summary>
public static class VisibleText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Signs that Unicode counts among the invisible ones although they are written: Arabic and Syriac number signs, and the like.</summary>
    private static readonly HashSet<int> Written =
        [0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD];

    /// <summary>The text with its invisible characters dropped; a separator of lines becomes a space.</summary>
    public static string Of(string text)
    {
        if (!NeedsChange(text))
        {
            return text;
        }

        var runes = text.EnumerateRunes().ToList();
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < runes.Count; i++)
        {
            if (Rune.GetUnicodeCategory(runes[i]) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                visible.Append(' ');
            }
            else if (!IsInvisible(runes[i]) || IsJoinerAtWork(runes, i))
            {
                visible.Append(runes[i]);
            }
        }

        return visible.ToString();
    }

    /// <summary>Whether all characters can be seen.</summary>
    public static bool Is(string text) => Of(text).Length == text.Length;

    /// <summary>Half a character stays as it is: other checks refuse it.</summary>
    private static bool NeedsChange(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (IsInvisible(new Rune(text[i], text[i + 1])))
                {
                    return !HasBrokenCharacter(text);
                }

                i++;
            }
            else if (!char.IsSurrogate(text[i]) && char.GetUnicodeCategory(text[i])
                is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return !HasBrokenCharacter(text);
            }
        }

        return false;
    }

    private static bool HasBrokenCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && !Written.Contains(rune.Value);

    /// <summary>The two joiners belong to the spelling of Persian, Hindi and others, and hold the parts of an emoji together.</summary>
    private static bool IsJoinerAtWork(List<Rune> runes, int i) =>
        runes[i].Value is ZeroWidthJoiner or ZeroWidthNonJoiner
        && i > 0 && i + 1 < runes.Count
        && ((IsOfJoiningScript(runes[i - 1]) && IsOfJoiningScript(runes[i + 1]))
            || (runes[i].Value == ZeroWidthJoiner && IsOfPicture(runes[i - 1]) && IsOfPicture(runes[i + 1])));

    /// <summary>Arabic and its neighbours, the scripts of India and South-East Asia, Mongolian.</summary>
    private static bool IsOfJoiningScript(Rune rune) =>
        rune.Value is (>= 0x0600 and <= 0x08FF) or (>= 0x0900 and <= 0x109F) or (>= 0x1780 and <= 0x18AF) or (>= 0x1900 and <= 0x1CFF)
            or (>= 0xA800 and <= 0xABFF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10A00 and <= 0x11FFF);

    private static bool IsOfPicture(Rune rune) =>
        rune.Value == 0xFE0F || (rune.Value >= 0x2190 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol);
}
