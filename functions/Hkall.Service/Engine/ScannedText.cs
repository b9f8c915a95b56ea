using System.Text.RegularExpressions;

namespace Hkall.Service.Engine;

/// <summary>Reads a barcode as scanners send it. What is stored is the barcode alone, so every scanner finds it again.</summary>
public static partial class ScannedText
{
    /// <param name="sent">
    /// What the scanner typed: with the return or tab that ends a scan, the symbology identifier of AIM (<c>]C1</c>), the asterisks of Code 39,
    /// or in full-width characters where an input method was on.
    /// </param>
    /// <returns>Null if nothing is left.</returns>
    public static string? Read(string? sent)
    {
        // The length is checked afterwards by the form; a longer text is no barcode and is not worth reading.
        if (sent is null || sent.Length > 4 * Barcodes.Longest)
        {
            return sent;
        }

        var text = Ends(Narrow(sent));
        text = Identifier().Replace(text, string.Empty);
        text = Code39().Match(text) is { Success: true } framed ? framed.Groups[1].Value : text;
        text = Codabar().Match(text) is { Success: true } digits ? digits.Groups[1].Value : text;
        return text.Length == 0 ? null : text;
    }

    /// <summary>The full-width forms of ASCII stand in its order, 0xFEE0 later; the wide space stands alone.</summary>
    private static string Narrow(string text) => string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var index = 0; index < wide.Length; index++)
        {
            narrow[index] = wide[index] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(wide[index] - 0xFEE0),
                '\u3000' => ' ',
                var sign => sign,
            };
        }
    });

    private static string Ends(string text)
    {
        var (from, to) = (0, text.Length);
        while (from < to && IsEnd(text[from]))
        {
            from++;
        }

        while (to > from && IsEnd(text[to - 1]))
        {
            to--;
        }

        return text[from..to];
    }

    private static bool IsEnd(char sign) => char.IsWhiteSpace(sign) || char.IsControl(sign);

    /// <summary>ISO/IEC 15424: a bracket, the letter of the symbology and a modifier.</summary>
    [GeneratedRegex(@"^\][A-Za-z][0-9A-Za-z](?=.)")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^\*([^*]+)\*$")]
    private static partial Regex Code39();

    /// <summary>The labels of libraries in Codabar have 14 digits between two of the letters A to D.</summary>
    [GeneratedRegex("^[A-Da-d]([0-9]{14})[A-Da-d]$")]
    private static partial Regex Codabar();
}
