using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Hkall.Domain.Citations;

/// <summary>
/// A text as a plain keyboard would write it. People paste from PDF files, catalogues and Chinese input methods: full-width digits,
/// ligatures, many kinds of dash and blank, and characters that nobody sees.
/// </summary>
public static class PlainText
{
    private const string Decompositions = "decompositions.txt";

    private const int FirstHangul = 0xAC00;
    private const int LastHangul = 0xD7A3;
    private const int Vowels = 21;
    private const int Finals = 28;

    /// <summary>
    /// The compatibility decompositions of Unicode. The service runs without the data of ICU (<c>InvariantGlobalization</c>), and
    /// there <see cref="string.Normalize()"/> returns its input.
    /// </summary>
    private static readonly FrozenDictionary<int, string> Table = Load();

    /// <summary>The compatibility decomposition, with one kind of dash and of blank, ASCII digits, and nothing invisible.</summary>
    public static string Of(string? text)
    {
        var plain = new StringBuilder();
        var typed = (text ?? string.Empty).EnumerateRunes().ToArray();
        for (var i = 0; i < typed.Length; i++)
        {
            // Some PDF files have soft hyphens for the dashes of a range.
            if (typed[i].Value == 0xAD && i > 0 && i < typed.Length - 1 && Rune.IsDigit(typed[i - 1]) && Rune.IsDigit(typed[i + 1]))
            {
                plain.Append('-');
                continue;
            }

            foreach (var rune in Decomposed(typed[i]).EnumerateRunes())
            {
                Append(plain, rune);
            }
        }

        return InOrder(plain.ToString().Trim());
    }

    private static void Append(StringBuilder plain, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }
        else if (Rune.IsDigit(rune))
        {
            plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        }
        else if (IsDash(rune))
        {
            plain.Append('-');
        }
        else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && !IsVariationSelector(rune))
        {
            plain.Append(rune.Value == 0x223C ? "~" : rune.ToString());
        }
    }

    private static bool IsDash(Rune rune) => rune.Value switch
    {
        // The two wave dashes stand for "to", as a tilde does; the others are minus signs, a bullet and a line of a box.
        0x301C or 0x3030 => true,
        0x2212 or 0x02D7 or 0x2043 or 0x2500 => true,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation,
    };

    private static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180D);

    /// <summary>Marks on one letter in one order, in whichever order they were typed.</summary>
    private static string InOrder(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var ordered = new StringBuilder();
        List<Rune> marks = [];
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                marks.Add(rune);
                continue;
            }

            Flush();
            ordered.Append(rune.ToString());
        }

        Flush();
        return ordered.ToString();

        void Flush()
        {
            foreach (var mark in marks.Order())
            {
                ordered.Append(mark.ToString());
            }

            marks.Clear();
        }
    }

    private static string Decomposed(Rune rune)
    {
        if (rune.IsAscii)
        {
            return rune.ToString();
        }

        if (rune.Value is >= FirstHangul and <= LastHangul)
        {
            var (syllable, final) = Math.DivRem(rune.Value - FirstHangul, Finals);
            var (lead, vowel) = Math.DivRem(syllable, Vowels);
            var open = $"{(char)(0x1100 + lead)}{(char)(0x1161 + vowel)}";
            return final == 0 ? open : open + (char)(0x11A7 + final);
        }

        return Table.TryGetValue(rune.Value, out var parts) ? parts : rune.ToString();
    }

    private static FrozenDictionary<int, string> Load()
    {
        using var stream = typeof(PlainText).Assembly.GetManifestResourceStream(Decompositions)
            ?? throw new InvalidOperationException($"The assembly lacks {Decompositions}.");
        using var reader = new StreamReader(stream);
        Dictionary<int, string> table = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var points = line.Split(' ').Select(point => int.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
            table[points[0]] = string.Concat(points.Skip(1).Select(point => new Rune(point).ToString()));
        }

        return table.ToFrozenDictionary();
    }
}
