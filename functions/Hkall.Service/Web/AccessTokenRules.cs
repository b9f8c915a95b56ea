using System.Security.Claims;
using Hkall.Service.Texts;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Hkall.Service.Web;

/// <summary>A token of the issuer that does not open the API, and why.</summary>
public sealed class RefusedTokenException(Text why) : Exception(why.English)
{
    public Text Why => why;
}

/// <summary>
/// Which of an issuer's signed tokens are access tokens of a person. The issuer signs others with the same keys for the same client: id
/// tokens, logout tokens, security events, and tokens of programs.
/// </summary>
public static class AccessTokenRules
{
    /// <summary>Access tokens say so in their header (RFC 9068).</summary>
    private static readonly string[] OwnTypes = ["at+jwt", "application/at+jwt"];

    /// <summary>Issuers that follow no such convention say this of every token, or nothing.</summary>
    private static readonly string[] PlainTypes = ["JWT", "application/jwt"];

    /// <summary>The longest subject that OpenID Connect allows.</summary>
    private const int LongestSubject = 255;

    /// <returns>Why the token is refused; null if it is an access token of a person.</returns>
    public static Text? WhyNot(JsonWebToken token, IEnumerable<Claim> claims, string? scope)
    {
        if (token.TryGetHeaderValue<object>("crit", out _))
        {
            // RFC 7515, 4.1.11: who does not know an extension refuses the token. We know none.
            return Text.Of("The access token needs extensions that are not known here.");
        }

        var type = token.TryGetHeaderValue<string>("typ", out var stated) ? stated : null;
        var isOwn = OwnTypes.Contains(type, StringComparer.OrdinalIgnoreCase);
        if (!isOwn && (scope is null || (type is not null && !PlainTypes.Contains(type, StringComparer.OrdinalIgnoreCase))))
        {
            return Text.Of("The token is not an access token.");
        }

        var all = claims.ToList();
        if (all.Exists(claim => claim.Type == "events"))
        {
            return Text.Of("The token is not an access token.");
        }

        if (scope is not null && !all.Exists(claim => claim.Type is "scp" or "scope" && claim.Value.Split(' ').Contains(scope)))
        {
            return Text.Of("The access token does not have the scope of this service.");
        }

        if (all.Exists(claim => claim is { Type: "idtyp", Value: "app" }))
        {
            return Text.Of("The access token is a program’s, not a person’s.");
        }

        if (!NamesSomebody(all))
        {
            return Text.Of("The access token names nobody: it has no subject.");
        }

        return null;
    }

    /// <summary>Whether there is one subject, and it is not empty. People without one would all be the same person.</summary>
    public static bool NamesSomebody(IEnumerable<Claim> claims) =>
        claims.Where(claim => claim.Type == PersonClaim.Subject.Name).Select(claim => claim.Value).ToList() is [{ Length: <= LongestSubject } subject]
        && !string.IsNullOrWhiteSpace(subject);
}
