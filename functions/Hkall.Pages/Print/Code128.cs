namespace Hkall.Pages.Print;

/// <summary>
/// A bar code of type Code 128 (ISO/IEC 15417) for scanners that read lines only. Numbers are written two digits to a sign, all else one letter to a sign.
/// </summary>
internal static class Code128
{
    private const int StartB = 104;
    private const int StartC = 105;
    private const int ToB = 100;
    private const int ToC = 99;
    private const int Stop = 106;
    private const int Modulus = 103;

    /// <summary>Shorter runs of digits are no shorter for changing the set.</summary>
    private const int WorthC = 6;

    /// <summary>The widths of bars and spaces of each sign, bar first; the last is the stop sign.</summary>
    private static readonly string[] Widths =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312", "231212", "112232", "122132", "122231",
        "113222", "123122", "123221", "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211",
        "212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
        "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
        "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211",
        "241211", "221114", "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
        "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311", "113141", "114131", "311141", "411131", "211412", "211214",
        "211232", "2331112",
    ];

    /// <summary>Whether the text can be written: printable ASCII.</summary>
    public static bool CanWrite(string text) => text.Length > 0 && text.All(c => c is >= ' ' and <= '~');

    /// <summary>The widths of the bars and of the spaces between them, in modules, beginning and ending with a bar.</summary>
    public static IReadOnlyList<int> BarsOf(string text)
    {
        var signs = SignsOf(text);
        var check = signs.Select((sign, at) => sign * Math.Max(1, at)).Sum() % Modulus;
        return [.. signs.Append(check).Append(Stop).SelectMany(sign => Widths[sign]).Select(width => width - '0')];
    }

    /// <summary>The values of the signs, the start sign first.</summary>
    internal static IReadOnlyList<int> SignsOf(string text)
    {
        if (!CanWrite(text))
        {
            throw new ArgumentException("Only printable ASCII can be written.", nameof(text));
        }

        var signs = new List<int>();
        var inC = false;
        for (var at = 0; at < text.Length;)
        {
            var digits = text.Skip(at).TakeWhile(char.IsAsciiDigit).Count();
            var pairs = inC ? digits >= 2 : digits % 2 == 0 && (digits >= WorthC || (digits >= 2 && digits == text.Length));
            if (signs.Count == 0)
            {
                signs.Add(pairs ? StartC : StartB);
            }
            else if (pairs != inC)
            {
                signs.Add(pairs ? ToC : ToB);
            }

            inC = pairs;
            signs.Add(pairs ? ((text[at] - '0') * 10) + (text[at + 1] - '0') : text[at] - ' ');
            at += pairs ? 2 : 1;
        }

        return signs;
    }
}
