using System.Security.Cryptography;
using System.Text;

namespace Hkall.Service.Engine;

/// <summary>
/// Ids of lending requests: the letter L, which begins no patron's request, and 125 bits of a hash of the borrower and its own id.
/// A message that repeats a request finds it by that alone, and so do all later messages: the id is the partition.
/// </summary>
public static class LendingIds
{
    private const char First = 'L';
    private const int HashBytes = 16;

    public static string Of(string agencyId, string borrowersId) =>
        First + RequestIds.Base32(SHA256.HashData(Encoding.UTF8.GetBytes($"{agencyId}\n{borrowersId}"))[..HashBytes])[..(RequestIds.Length - 1)];

    /// <summary>Whether the id can only be that of a lending request. Patrons' ids have no L: it looks like a 1.</summary>
    public static bool IsWellFormed(string? id) => id is { Length: RequestIds.Length } && id[0] == First && RequestIds.IsWellFormed('0' + id[1..]);
}
