using System.Security.Cryptography;
using System.Text;

namespace Hkall.Service.Inbox;

/// <summary>Partners' message ids in stored form: they may be any text, so a long one is stored as its hash.</summary>
public static class MessageIds
{
    public const int Longest = 256;
    private const int LongestKept = 64;

    public static string Bounded(string id) => id.Length <= LongestKept
        ? id
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
