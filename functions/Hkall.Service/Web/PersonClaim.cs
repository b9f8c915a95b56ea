using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;

namespace Hkall.Service.Web;

/// <summary>
/// What a sign-in says of a person, as far as it is read here. Claims are read through this list alone, and a page session keeps
/// what is in it: a claim that is read from a token cannot be missing from a session.
/// </summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "This is the list through which claims are read.")]
public sealed class PersonClaim
{
    private static readonly Dictionary<string, PersonClaim> ByName = [];

    /// <summary>With its issuer, who the person is. All else may change.</summary>
    public static readonly PersonClaim Subject = new("sub");

    public static readonly PersonClaim FullName = new("name");
    public static readonly PersonClaim Email = new("email");
    public static readonly PersonClaim Locale = new("locale");
    public static readonly PersonClaim Roles = new("roles");
    public static readonly PersonClaim Group = new("patron_group");

    /// <summary>What the Library's circulation system knows the person by, where the subject is another name.</summary>
    public static readonly PersonClaim LibraryId = new("library_id");

    private PersonClaim(string name)
    {
        Name = name;
        ByName.Add(name, this);
    }

    /// <summary>As the issuer writes it.</summary>
    public string Name { get; }

    public static IReadOnlyCollection<PersonClaim> All => ByName.Values;

    /// <summary>Whether the claim is read at all; the rest of what an issuer says is of no use here.</summary>
    public static bool IsRead(Claim claim) => ByName.ContainsKey(claim.Type);

    public Claim? In(ClaimsPrincipal user) => user.FindFirst(Name);

    public string? Of(ClaimsPrincipal user) => In(user)?.Value;

    /// <summary>A claim may be made several times, as roles are.</summary>
    public bool Says(ClaimsPrincipal user, string value) => user.HasClaim(Name, value);
}
