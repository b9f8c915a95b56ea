using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;

namespace Hkall.Service.Web;

/// <summary>
/// The secret part of the link in the mail: the request's id and a signature over it. Anyone with the link can download the
/// file, as with the mail itself; the count and the window belong to the request and are not in the token.
/// </summary>
public sealed class DownloadTokens(byte[] key)
{
    internal const int SignatureBytes = 16;

    public string For(string requestId) => $"{requestId}{Base64Url.EncodeToString(Sign(requestId))}";

    /// <summary>The request the token is for, or null if we did not make it.</summary>
    public string? RequestOf(string token)
    {
        if (token.Length <= RequestIds.Length || token.Length > 64)
        {
            return null;
        }

        var requestId = token[..RequestIds.Length];
        var expected = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(Sign(requestId)));
        var given = Encoding.UTF8.GetBytes(token[RequestIds.Length..]);
        return (RequestIds.IsWellFormed(requestId) || LendingIds.IsWellFormed(requestId)) && CryptographicOperations.FixedTimeEquals(expected, given)
            ? requestId : null;
    }

    /// <summary>Signs what another kind of link is for. Its purpose comes first, so that no link can be taken for one of another kind.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> purpose) => HMACSHA256.HashData(key, purpose)[..SignatureBytes];

    private byte[] Sign(string requestId) => Sign(Encoding.ASCII.GetBytes($"download:{requestId}"));
}
