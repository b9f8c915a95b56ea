using System.Text;
using System.Text.RegularExpressions;

namespace Hkall.Service.Placing;

/// <summary>
/// Values of links that were not written in UTF-8. The server decodes no escape that is not UTF-8, so "Café" in Latin-1 arrives as
/// <c>Caf%E9</c>. Old catalogues in Hong Kong write Big5.
/// </summary>
internal static partial class OldEncodings
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Encoding Chinese =
        CodePagesEncodingProvider.Instance.GetEncoding(950, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <param name="declared">The value of <c>ctx_enc</c>, such as <c>info:ofi/enc:ISO-8859-1</c>.</param>
    public static string Decoded(string value, string? declared)
    {
        if (!Escape().IsMatch(value) || !value.All(char.IsAscii))
        {
            return value;
        }

        var bytes = Encoding.Latin1.GetBytes(Escape().Replace(value, escape => ((char)Convert.ToByte(escape.Value[1..], 16)).ToString()));
        return declared?.Contains("8859", StringComparison.Ordinal) == true || !Pair().IsMatch(value) ? Western.GetString(bytes) : InChinese(bytes);
    }

    private static string InChinese(byte[] bytes)
    {
        try
        {
            return Chinese.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Western.GetString(bytes);
        }
    }

    [GeneratedRegex("%[89A-Fa-f][0-9A-Fa-f]")]
    private static partial Regex Escape();

    /// <summary>A character of Big5 has two bytes, of which the second may be an ASCII character; two in a row are not Western text.</summary>
    [GeneratedRegex("%[89A-Fa-f][0-9A-Fa-f](?:%[89A-Fa-f][0-9A-Fa-f]|[@-~]%)")]
    private static partial Regex Pair();
}
