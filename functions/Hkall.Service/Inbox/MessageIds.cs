using System.Security.Cryptography;
using System.Text;

namespace Hkall.Service.Inbox;

/// <summary>Partners' message ids as they are kept: any text, so an overlong one is kept as its hash.</summary>
public static class MessageIds
{
    public const int Longest = 256;
    private const int LongestKept = 64;

    public static string Bounded(string id) => id.Length <= LongestKept
        ? id
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
