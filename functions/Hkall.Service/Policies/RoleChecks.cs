using Hkall.Domain;
using Hkall.Service.Web;

namespace Hkall.Service.Policies;

/// <summary>Checks which claims give which roles.</summary>
internal static class RoleChecks
{
    private const int LongestClaim = 200;
    private const int MostClaims = 100;

    public static IEnumerable<string> FaultsOf(IReadOnlyDictionary<string, IReadOnlyList<StaffRole>> roles)
    {
        if (roles.Count > MostClaims || roles.Keys.Any(claim => claim.Length is 0 or > LongestClaim || claim.Trim() != claim))
        {
            yield return $"roles: at most {MostClaims} values of the claim, each of 1 to {LongestClaim} characters without spaces around it.";
        }

        if (roles.Values.Any(given => given.Count == 0 || given.Any(role => !Enum.IsDefined(role))))
        {
            yield return "roles: each value of the claim gives at least one role.";
        }

        foreach (var role in Enum.GetValues<StaffRole>().Where(role => !roles.Values.Any(given => given.Contains(role))))
        {
            yield return $"roles: nothing gives the role {Names.Of(role)}, so nobody could use its pages.";
        }
    }
}
