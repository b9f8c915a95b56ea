using System.Security.Claims;
using Hkall.Domain;

namespace Hkall.Service.Web;

/// <summary>The roles that each value of the claim <c>roles</c> gives. A value that is not in the map gives none.</summary>
public sealed class RoleMap(IReadOnlyDictionary<string, IReadOnlyList<StaffRole>> byClaim)
{
    /// <summary>Each role by its own name, and all of them for <c>staff</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<StaffRole>> Default { get; } =
        Enum.GetValues<StaffRole>().ToDictionary(Names.Of, role => (IReadOnlyList<StaffRole>)[role], StringComparer.Ordinal)
            .Append(KeyValuePair.Create(SignIn.StaffRole, (IReadOnlyList<StaffRole>)Enum.GetValues<StaffRole>()))
            .ToDictionary(StringComparer.Ordinal);

    public static RoleMap Usual { get; } = new(Default);

    private readonly Dictionary<string, IReadOnlyList<StaffRole>> _byClaim = new(byClaim, StringComparer.Ordinal);

    /// <summary>The person's roles; none if they are no member of staff.</summary>
    public IReadOnlySet<StaffRole> Of(ClaimsPrincipal user) =>
        PersonClaim.Roles.AllOf(user).SelectMany(value => _byClaim.GetValueOrDefault(value) ?? []).ToHashSet();
}
