using Hkall.Domain.Model;

namespace Hkall.Service.Web;

/// <summary>The patron as a person: the one separate row of personal data. All other data know only an opaque key.</summary>
/// <param name="LibraryId">The patron's id in the Library's own circulation system; null if it was not recorded.</param>
/// <param name="Group">Their group at the last sign-in: staff who place a request for them follow its rules. Null in rows of earlier versions, and for a
/// person who is no patron.</param>
public sealed record Person(string Name, string Email, string Language, string? LibraryId = null, PatronGroup? Group = null);

/// <summary>What a sign-in may tell about a person, or leave out.</summary>
[Flags]
public enum PersonFacts
{
    None = 0,
    Name = 1,
    Email = 2,
    Language = 4,
    LibraryId = 8,
}
