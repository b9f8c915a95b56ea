using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;

namespace Hkall.Service.Web;

/// <summary>
/// The claims of a sign-in that the service reads. It reads claims through this list alone, and a page session stores exactly
/// these, so that every claim we read from a token is in a session too.
/// </summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "This is the list through which claims are read.")]
public sealed class PersonClaim
{
    private static readonly Dictionary<string, PersonClaim> ByName = [];

    /// <summary>Identifies the person, together with the issuer. All other claims may change.</summary>
    public static readonly PersonClaim Subject = new("sub");

    public static readonly PersonClaim FullName = new("name");
    public static readonly PersonClaim Email = new("email");

    /// <summary>Whether the issuer knows that the address is the person's. Issuers that check all addresses leave it out.</summary>
    public static readonly PersonClaim EmailVerified = new("email_verified");

    public static readonly PersonClaim Locale = new("locale");
    public static readonly PersonClaim Roles = new("roles");
    public static readonly PersonClaim Group = new("patron_group");

    /// <summary>The person's id in the Library's circulation system, if the subject is a different name.</summary>
    public static readonly PersonClaim LibraryId = new("library_id");

    private PersonClaim(string name)
    {
        Name = name;
        ByName.Add(name, this);
    }

    /// <summary>The claim's name, as the issuer writes it.</summary>
    public string Name { get; }

    public static IReadOnlyCollection<PersonClaim> All => ByName.Values;

    /// <summary>Whether the service reads the claim at all; it ignores the rest of the issuer's claims.</summary>
    public static bool IsRead(Claim claim) => ByName.ContainsKey(claim.Type);

    public Claim? In(ClaimsPrincipal user) => user.FindFirst(Name);

    /// <summary>All its values: a claim may occur several times, as roles do.</summary>
    public IEnumerable<string> AllOf(ClaimsPrincipal user) => user.FindAll(Name).Select(claim => claim.Value);

    public string? Of(ClaimsPrincipal user) => In(user)?.Value;

    /// <summary>Whether the user has the claim with this value. A claim may occur several times, as roles do.</summary>
    public bool Says(ClaimsPrincipal user, string value) => user.HasClaim(Name, value);
}
