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

    /// <summary>
    /// What the sign-in left out: an access token may name nobody. <see cref="Person"/> then holds a substitute, and what an earlier sign-in said
    /// is better.
    /// </summary>
    public PersonFacts Untold { get; init; }

    /// <summary>The person as this sign-in and, where it is silent, the earlier ones describe them.</summary>
    /// <param name="known">What is stored of them; null if nothing is.</param>
    public Person Over(Person? known) => known is null || Untold == PersonFacts.None
        ? Person
        : new Person(
            Untold.HasFlag(PersonFacts.Name) ? known.Name : Person.Name,
            Untold.HasFlag(PersonFacts.Email) ? known.Email : Person.Email,
            Untold.HasFlag(PersonFacts.Language) ? known.Language : Person.Language,
            Untold.HasFlag(PersonFacts.LibraryId) ? known.LibraryId ?? Person.LibraryId : Person.LibraryId,
            Person.Group);

    /// <summary>Whether the text has the form of a key; other texts are not looked up.</summary>
    public static bool IsKey(string text) => text is ['p', .. { Length: KeyLength } rest] && rest.All(char.IsAsciiLetterOrDigit);

    /// <summary>26 characters that identify no person: 130 bits of a hash, so that no two persons share a key.</summary>
    public static string KeyOf(string issuer, string subject) =>
        "p" + RequestIds.Base32(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")))[..KeyLength];
}
