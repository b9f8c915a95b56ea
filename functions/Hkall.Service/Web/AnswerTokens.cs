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

    private const string ToSuppliers = "answer:";
    private const string ToBorrowers = "borrower-answer:";

    /// <summary>The token for a letter to a library that we ask.</summary>
    public string For(AnswerLink link) => Write(link, ToSuppliers);

    /// <summary>The token for a letter to a library that borrows from us.</summary>
    public string ForBorrower(AnswerLink link) => Write(link, ToBorrowers);

    /// <returns>Null if we did not make the token, or made it for another kind of letter.</returns>
    public AnswerLink? Read(string token) => Read(token, ToSuppliers) is { } link && RequestIds.IsWellFormed(link.RequestId) ? link : null;

    /// <inheritdoc cref="Read(string)"/>
    public AnswerLink? ReadBorrowers(string token) => Read(token, ToBorrowers) is { } link && LendingIds.IsWellFormed(link.RequestId) ? link : null;

    private string Write(AnswerLink link, string kind)
    {
        var content = Encoding.UTF8.GetBytes(ContentOf(link));
        return Base64Url.EncodeToString([.. keys.Sign(Purpose(kind, content)), .. content]);
    }

    private AnswerLink? Read(string token, string kind)
    {
        if (token.Length > Longest || !Base64Url.IsValid(token, out var length) || length <= DownloadTokens.SignatureBytes)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        var content = bytes[DownloadTokens.SignatureBytes..];
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, DownloadTokens.SignatureBytes), keys.Sign(Purpose(kind, content)))
            && Encoding.UTF8.GetString(content).Split(Between) is [var requestId, var symbol, var letter]
            && int.TryParse(letter, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new AnswerLink(requestId, symbol, number)
                : null;
    }

    private static string ContentOf(AnswerLink link) =>
        string.Create(CultureInfo.InvariantCulture, $"{link.RequestId}{Between}{link.Symbol}{Between}{link.Letter}");

    private static byte[] Purpose(string kind, byte[] content) => [.. Encoding.ASCII.GetBytes(kind), .. content];
}
