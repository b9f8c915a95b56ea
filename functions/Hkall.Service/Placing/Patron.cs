using System.Security.Cryptography;
using System.Text;
using Hkall.Domain.Placing;
using Hkall.Service.Engine;
using Hkall.Service.Notices;

namespace Hkall.Service.Placing;

/// <summary>Who is signed in, as the token says.</summary>
/// <param name="Id">The opaque key under which everything of theirs is kept: a hash of issuer and subject.</param>
/// <param name="Group">Null for staff members who are no patrons, and for groups the service does not serve.</param>
public sealed record Patron(string Id, Person Person, PatronGroup? Group, bool IsStaff)
{
    private const int KeyLength = 26;

    /// <summary>Whether the text can be such a key at all; what cannot is not looked up.</summary>
    public static bool IsKey(string text) => text is ['p', .. { Length: KeyLength } rest] && rest.All(char.IsAsciiLetterOrDigit);

    /// <summary>26 characters that tell nothing; 130 bits of a hash, so that no two persons share a key.</summary>
    public static string KeyOf(string issuer, string subject) =>
        "p" + RequestIds.Base32(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")))[..KeyLength];
}
