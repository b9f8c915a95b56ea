using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Hkall.Scans;

/// <summary>Text in two fonts: one for the alphabets, one for Chinese, Japanese and Korean. What is used of them is embedded.</summary>
internal sealed class Lettering
{
    private const string Alphabets = "alphabets";
    private const string Ideographs = "ideographs";

    /// <summary>Stands for a character that neither font has (〓, as printers do), instead of an empty box.</summary>
    private const string Unknown = "\u3013";

    private Lettering()
    {
    }

    /// <summary>Null if the machine has not both fonts.</summary>
    public static Lettering? Find()
    {
        if (FileOf("dejavu", "DejaVuSans.ttf") is not { } alphabets || FileOf("droid", "DroidSansFallbackFull.ttf") is not { } ideographs)
        {
            return null;
        }

        GlobalFontSettings.FontResolver ??= new Files(alphabets, ideographs);
        return new Lettering();
    }

    /// <summary>Draws one line; what does not fit is left out.</summary>
    public void DrawLine(XGraphics canvas, string text, double size, double left, double baseline, double width)
    {
        var at = left;
        foreach (var (piece, font) in Runs(text, size))
        {
            foreach (var token in Tokens(piece))
            {
                var wide = canvas.MeasureString(token, font).Width;
                if (at + wide > left + width + 0.5)
                {
                    return;
                }

                canvas.DrawString(token, font, XBrushes.Black, at, baseline);
                at += wide;
            }
        }
    }

    /// <summary>Lines no wider than given: broken between words, and between ideographs.</summary>
    public IEnumerable<string> Wrap(XGraphics canvas, string text, double size, double width)
    {
        var line = new StringBuilder();
        var used = 0.0;
        foreach (var token in Tokens(text))
        {
            var wide = Runs(token, size).Sum(run => canvas.MeasureString(run.Text, run.Font).Width);
            if (used + wide > width && line.Length > 0)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                used = 0;
            }

            line.Append(token);
            used += wide;
        }

        yield return line.ToString().TrimEnd();
    }

    /// <summary>Words with the space after them, single ideographs, and pieces of words that no line holds.</summary>
    private static IEnumerable<string> Tokens(string text)
    {
        const int Longest = 40;
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsIdeograph(rune))
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }

                yield return rune.ToString();
                continue;
            }

            word.Append(rune.ToString());
            if (rune.Value == ' ' || word.Length >= Longest)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static IEnumerable<(string Text, XFont Font)> Runs(string text, double size)
    {
        var run = new StringBuilder();
        bool? ideographs = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var isIdeograph = IsIdeograph(rune);
            if (ideographs is { } before && before != isIdeograph)
            {
                yield return (run.ToString(), FontOf(before, size));
                run.Clear();
            }

            ideographs = isIdeograph;
            run.Append(rune.Value > 0xFFFF ? Unknown : rune.Value < ' ' ? " " : rune.ToString());
        }

        if (ideographs is { } last)
        {
            yield return (run.ToString(), FontOf(last, size));
        }
    }

    private static bool IsIdeograph(Rune rune) => rune.Value is (>= 0x1100 and < 0x1200) or >= 0x2E80 and not (>= 0xFB00 and < 0xFE30);

    private static XFont FontOf(bool ideographs, double size) => new(ideographs ? Ideographs : Alphabets, size);

    private static string? FileOf(string folder, string name) =>
        new[] { Path.Combine(AppContext.BaseDirectory, "fonts", name), Path.Combine("/usr/share/fonts/truetype", folder, name) }.FirstOrDefault(File.Exists);

    private sealed class Files(string alphabets, string ideographs) : IFontResolver
    {
        public byte[] GetFont(string faceName) => File.ReadAllBytes(faceName == Ideographs ? ideographs : alphabets);

        public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(familyName);
    }
}
