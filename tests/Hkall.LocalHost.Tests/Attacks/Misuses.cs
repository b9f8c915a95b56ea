using System.Text.Json.Nodes;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Tokens that the issuer has signed, and that are still no access tokens of a person for this service now.</summary>
internal static class Misuses
{
    public static readonly Dictionary<string, Func<AnIssuer, string>> All = new()
    {
        ["of another issuer"] = issuer => issuer.Token(claims => claims["iss"] = "https://sign-in.invalid"),
        ["of the issuer with a slash"] = issuer => issuer.Token(claims => claims["iss"] = AnIssuer.Name + "/"),
        ["of the issuer in capitals"] = issuer => issuer.Token(claims => claims["iss"] = AnIssuer.Name.ToUpperInvariant()),
        ["of an issuer whose name begins alike"] = issuer => issuer.Token(claims => claims["iss"] = AnIssuer.Name + ".evil.example"),
        ["of no issuer"] = issuer => issuer.Token(claims => claims.Remove("iss")),
        ["of an empty issuer"] = issuer => issuer.Token(claims => claims["iss"] = string.Empty),
        ["for another audience"] = issuer => issuer.Token(claims => claims["aud"] = "somebody-else"),
        ["for no audience"] = issuer => issuer.Token(claims => claims.Remove("aud")),
        ["for an empty list of audiences"] = issuer => issuer.Token(claims => claims["aud"] = new JsonArray()),
        ["for other audiences"] = issuer => issuer.Token(claims => claims["aud"] = new JsonArray("a", "b")),
        ["for the audience in capitals"] = issuer => issuer.Token(claims => claims["aud"] = "HKALL"),
        ["for an audience whose name begins alike"] = issuer => issuer.Token(claims => claims["aud"] = "hkall-2"),
        ["expired"] = issuer => issuer.Token(claims => claims["exp"] = AnIssuer.GoodFrom - 61),
        ["expired in 1970"] = issuer => issuer.Token(claims => claims["exp"] = 0),
        ["without an end"] = issuer => issuer.Token(claims => claims.Remove("exp")),
        ["with an end in words"] = issuer => issuer.Token(claims => claims["exp"] = "tomorrow"),
        ["with an end that is null"] = issuer => issuer.Token(claims => claims["exp"] = null),
        ["not valid yet"] = issuer => issuer.Token(claims => claims["nbf"] = AnIssuer.GoodFrom + 61),
        ["of nobody"] = issuer => issuer.Token(claims => claims.Remove("sub")),
        ["of an empty subject"] = issuer => issuer.Token(claims => claims["sub"] = string.Empty),
        ["of a blank subject"] = issuer => issuer.Token(claims => claims["sub"] = " "),
        ["of a subject that is null"] = issuer => issuer.Token(claims => claims["sub"] = null),
        ["of two subjects"] = issuer => issuer.Token(claims => claims["sub"] = new JsonArray("okafor", "petrov")),
        ["of a subject that is too long"] = issuer => issuer.Token(claims => claims["sub"] = new string('a', 256)),
        ["an id token"] = issuer => issuer.Token(claims => claims["nonce"] = "n", header: head => head["typ"] = "JWT"),
        ["of no type"] = issuer => issuer.Token(header: head => head.Remove("typ")),
        ["a logout token"] = issuer => issuer.Token(header: head => head["typ"] = "logout+jwt"),
        ["a security event"] = issuer => issuer.Token(header: head => head["typ"] = "secevent+jwt"),
        ["a security event, in full"] = issuer => issuer.Token(header: head => head["typ"] = "application/secevent+jwt"),
        ["a proof of possession"] = issuer => issuer.Token(header: head => head["typ"] = "dpop+jwt"),
        ["an answer of introspection"] = issuer => issuer.Token(header: head => head["typ"] = "token-introspection+jwt"),
        ["a request object"] = issuer => issuer.Token(header: head => head["typ"] = "oauth-authz-req+jwt"),
        ["a type that begins alike"] = issuer => issuer.Token(header: head => head["typ"] = "at+jwt2"),
        ["a type that is a number"] = issuer => issuer.Token(header: head => head["typ"] = 1),
        ["an access token with an event"] = issuer => issuer.Token(claims => claims["events"] = new JsonObject()),
        ["of a program"] = issuer => issuer.Token(claims => claims["idtyp"] = "app"),
        ["with an unknown extension"] = issuer => issuer.Token(header: head => head["crit"] = new JsonArray("exp")),
        ["with an extension that is not there"] = issuer => issuer.Token(header: head => head["crit"] = new JsonArray("x-secure")),
        ["with an empty list of extensions"] = issuer => issuer.Token(header: head => head["crit"] = new JsonArray()),
        ["with the extension b64"] = issuer => issuer.Token(header: head =>
        {
            head["crit"] = new JsonArray("b64");
            head["b64"] = true;
        }),
    };
}
