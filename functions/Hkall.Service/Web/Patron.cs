using System.Security.Cryptography;
using System.Text;
using Hkall.Domain.Model;
using Hkall.Service.Engine;

namespace Hkall.Service.Web;

/// <summary>The signed-in person, as the token describes them.</summary>
/// <param name="Id">The opaque key of everything kept about them: a hash of issuer and subject.</param>
/// <param name="Group">Null for staff members who are not patrons, and for groups the service does not serve.</param>
public sealed record Patron(string Id, Person Person, PatronGroup? Group, bool IsStaff)
{
    private const int KeyLength = 26;

    /// <summary>Whether the sign-in named an address and said that nobody has shown it to be theirs: then it is not used.</summary>
    public bool EmailIsUnverified { get; init; }

    /// <summary>Whether the text has the form of a key; other texts are not looked up.</summary>
    public static bool IsKey(string text) => text is ['p', .. { Length: KeyLength } rest] && rest.All(char.IsAsciiLetterOrDigit);

    /// <summary>26 characters that identify no person: 130 bits of a hash, so that no two persons share a key.</summary>
    public static string KeyOf(string issuer, string subject) =>
        "p" + RequestIds.Base32(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")))[..KeyLength];
}
