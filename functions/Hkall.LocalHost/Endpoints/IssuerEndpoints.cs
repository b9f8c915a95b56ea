using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.People;

namespace Hkall.LocalHost.Endpoints;

/// <summary>
/// Where the bench's issuer publishes its key, so that a portal or a partner can check the sample people's tokens. Their issuer is a name
/// that leads nowhere, since a bench has another address each day: a program that checks them is told this address beside the name.
/// </summary>
internal static class IssuerEndpoints
{
    private const string Keys = "/.well-known/jwks.json";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var issuer = routes.MapGroup("/.well-known").AllowAnonymous().ExcludeFromDescription();
        issuer.MapGet("/openid-configuration", (BenchAddress address) => Results.Json(
            new Dictionary<string, object>
            {
                ["issuer"] = BenchIssuer.Issuer,
                ["jwks_uri"] = new Uri(address.Url, Keys).AbsoluteUri,
                ["subject_types_supported"] = new[] { "public" },
                ["id_token_signing_alg_values_supported"] = new[] { BenchIssuer.Algorithm },
                ["response_types_supported"] = Array.Empty<string>(),
            },
            BenchJson.Options));
        issuer.MapGet("/jwks.json", (BenchIssuer known) => Results.Json(new { keys = new[] { known.PublicJwk } }, BenchJson.Options));
    }
}
