using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;

namespace Hkall.Service.Web;

/// <summary>What a link in a letter to a library is for: the request, the library, and the letter.</summary>
/// <param name="Letter">The number of the letter: the ordinal of the event that caused it.</param>
public sealed record AnswerLink(string RequestId, string Symbol, int Letter);

/// <summary>
/// The secret part of the link by which a library answers a letter. Anyone with the letter can answer it, as they could reply to the letter
/// itself. A token that we did not make is known without reading anything, so all such tokens cost the same time.
/// </summary>
public sealed class AnswerTokens(DownloadTokens keys)
{
    /// <summary>The longest token: the longest symbol, and a letter beyond any history's length.</summary>
    private const int Longest = 160;

    private const char Between = ' ';

    public string For(AnswerLink link)
    {
        var content = Encoding.UTF8.GetBytes(ContentOf(link));
        return Base64Url.EncodeToString([.. keys.Sign(Purpose(content)), .. content]);
    }

    /// <returns>Null if we did not make the token.</returns>
    public AnswerLink? Read(string token)
    {
        if (token.Length > Longest || !Base64Url.IsValid(token, out var length) || length <= DownloadTokens.SignatureBytes)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        var content = bytes[DownloadTokens.SignatureBytes..];
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, DownloadTokens.SignatureBytes), keys.Sign(Purpose(content)))
            && Encoding.UTF8.GetString(content).Split(Between) is [var requestId, var symbol, var letter]
            && RequestIds.IsWellFormed(requestId)
            && int.TryParse(letter, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new AnswerLink(requestId, symbol, number)
                : null;
    }

    private static string ContentOf(AnswerLink link) =>
        string.Create(CultureInfo.InvariantCulture, $"{link.RequestId}{Between}{link.Symbol}{Between}{link.Letter}");

    private static byte[] Purpose(byte[] content) => [.. "answer:"u8, .. content];
}
