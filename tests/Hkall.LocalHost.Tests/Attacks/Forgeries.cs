using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hkall.TestKit.Drivers;
using Microsoft.IdentityModel.Tokens;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Tokens that the issuer has not signed as they are.</summary>
internal static class Forgeries
{
    public static readonly Dictionary<string, Func<AnIssuer, string>> All = new()
    {
        ["alg none"] = issuer => Unsigned(issuer, "none"),
        ["alg None"] = issuer => Unsigned(issuer, "None"),
        ["alg NONE"] = issuer => Unsigned(issuer, "NONE"),
        ["alg nOnE"] = issuer => Unsigned(issuer, "nOnE"),
        ["alg none with a signature"] = issuer => issuer.Token(header: head => head["alg"] = "none"),
        ["alg empty"] = issuer => Unsigned(issuer, string.Empty),
        ["alg missing"] = issuer => issuer.Token(header: head => head.Remove("alg")),
        ["alg null"] = issuer => issuer.Token(header: head => head["alg"] = null),
        ["alg a number"] = issuer => issuer.Token(header: head => head["alg"] = 256),
        ["alg a list"] = issuer => issuer.Token(header: head => head["alg"] = new JsonArray("ES256")),
        ["alg unknown"] = issuer => issuer.Token(header: head => head["alg"] = "XS256"),
        ["HS256 with the public key as PEM"] = issuer => Hashed(issuer, "HS256", issuer.PublicKey),
        ["HS384 with the public key as PEM"] = issuer =>
            issuer.Token(header: head => head["alg"] = "HS384", sign: content => HMACSHA384.HashData(issuer.PublicKey, content)),
        ["HS512 with the public key as PEM"] = issuer =>
            issuer.Token(header: head => head["alg"] = "HS512", sign: content => HMACSHA512.HashData(issuer.PublicKey, content)),
        ["HS256 with the public key as DER"] = issuer => Hashed(issuer, "HS256", Der(issuer)),
        ["HS256 with the public key without its last line break"] = issuer => Hashed(issuer, "HS256", [.. issuer.PublicKey, (byte)'\n']),
        ["HS256 with an empty secret"] = issuer => Hashed(issuer, "HS256", []),
        ["HS256 with the key's name"] = issuer => Hashed(issuer, "HS256", "k1"u8.ToArray()),
        ["RS256 over the same signature"] = issuer => issuer.Token(header: head => head["alg"] = "RS256"),
        ["PS256 over the same signature"] = issuer => issuer.Token(header: head => head["alg"] = "PS256"),
        ["ES384 over the same signature"] = issuer => issuer.Token(header: head => head["alg"] = "ES384"),
        ["ES512 over the same signature"] = issuer => issuer.Token(header: head => head["alg"] = "ES512"),
        ["EdDSA over the same signature"] = issuer => issuer.Token(header: head => head["alg"] = "EdDSA"),
        ["signed with another key"] = issuer => issuer.Token(sign: ByAnother),
        ["signed with another key, no kid"] = issuer => issuer.Token(header: head => head.Remove("kid"), sign: ByAnother),
        ["another key in jwk"] = issuer => issuer.Token(header: head => head["jwk"] = Jwk(), sign: ByAnother),
        ["another key at jku"] = issuer => issuer.Token(header: head => head["jku"] = "https://evil.example/keys", sign: ByAnother),
        ["another key at x5u"] = issuer => issuer.Token(header: head => head["x5u"] = "https://evil.example/cert", sign: ByAnother),
        ["another certificate in x5c"] = issuer => issuer.Token(header: head => head["x5c"] = new JsonArray("MIIB"), sign: ByAnother),
        ["kid of a file"] = issuer => issuer.Token(header: head => head["kid"] = "../../../../dev/null", sign: ByAnother),
        ["kid of a query"] = issuer => issuer.Token(header: head => head["kid"] = "x' UNION SELECT 'k1", sign: ByAnother),
        ["kid of a command"] = issuer => issuer.Token(header: head => head["kid"] = "k1|id", sign: ByAnother),
        ["kid a number"] = issuer => issuer.Token(header: head => head["kid"] = 1, sign: ByAnother),
        ["signature of zeros"] = issuer => issuer.Token(sign: _ => new byte[64]),
        ["signature of ones"] = issuer => issuer.Token(sign: _ => [.. Enumerable.Repeat((byte)0xFF, 64)]),
        ["signature with r and s zero as DER"] = issuer => issuer.Token(sign: _ => [0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00]),
        ["signature cut off"] = issuer => issuer.Token(sign: _ => []),
        ["signature of half the length"] = issuer => issuer.Token(sign: content => ByAnother(content)[..32]),
        ["signature of random bytes"] = issuer => issuer.Token(sign: _ => RandomNumberGenerator.GetBytes(64)),
        ["one bit of the signature turned"] = issuer => Turned(issuer.Token()),
        ["bytes after the signature"] = issuer => issuer.Token() + "AAAA",
        ["other claims under the old signature"] = issuer => Swapped(issuer.Token(), issuer.Token(claims => claims["sub"] = "petrov")),
        ["staff under the old signature"] = issuer => Swapped(issuer.Token(), issuer.Token(claims => claims["roles"] = "staff")),
        ["another header under the old signature"] = issuer => issuer.Token(header: head => head["typ"] = "x").Split('.')[0] + Rest(issuer.Token()),
        ["four parts"] = issuer => issuer.Token() + ".x",
        ["five parts, as if encrypted"] = issuer => $"{Part("""{"alg":"dir","enc":"A256GCM"}""")}..{Part("iv")}.{Part(issuer.Token())}.{Part("tag")}",
        ["no claims"] = issuer => $"{issuer.Token().Split('.')[0]}..{issuer.Token().Split('.')[2]}",
        ["claims that are a list"] = issuer => $"{issuer.Token().Split('.')[0]}.{Part("[]")}.{issuer.Token().Split('.')[2]}",
        ["claims that are no JSON"] = issuer => $"{issuer.Token().Split('.')[0]}.{Part("{sub:")}.{issuer.Token().Split('.')[2]}",
        ["a header that is no JSON"] = issuer => Part("{alg") + Rest(issuer.Token()),
        ["three dots"] = _ => "...",
        ["a word"] = _ => "no-token",
        ["deep claims"] = issuer =>
            $"{issuer.Token().Split('.')[0]}.{Part(new string('[', 4000) + new string(']', 4000))}.{issuer.Token().Split('.')[2]}",
    };

    private static string Unsigned(AnIssuer issuer, string algorithm) => issuer.Token(header: head => head["alg"] = algorithm, sign: _ => []);

    private static string Hashed(AnIssuer issuer, string algorithm, byte[] secret) =>
        issuer.Token(header: head => head["alg"] = algorithm, sign: content => AnIssuer.SignWithSecret(secret, content));

    private static byte[] Der(AnIssuer issuer) =>
        Convert.FromBase64String(
            string.Concat(Encoding.ASCII.GetString(issuer.PublicKey).Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal))));

    private static byte[] ByAnother(byte[] content)
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return other.SignData(content, HashAlgorithmName.SHA256);
    }

    private static JsonObject Jwk()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = other.ExportParameters(includePrivateParameters: false).Q;
        return new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64UrlEncoder.Encode(point.X!), ["y"] = Base64UrlEncoder.Encode(point.Y!) };
    }

    private static string Turned(string token)
    {
        var signature = Base64UrlEncoder.DecodeBytes(token.Split('.')[2]);
        signature[10] ^= 1;
        return $"{token[..token.LastIndexOf('.')]}.{Base64UrlEncoder.Encode(signature)}";
    }

    private static string Swapped(string signed, string wanted) => $"{signed.Split('.')[0]}.{wanted.Split('.')[1]}.{signed.Split('.')[2]}";

    private static string Rest(string token) => token[token.IndexOf('.', StringComparison.Ordinal)..];

    private static string Part(string text) => Base64UrlEncoder.Encode(text);
}
