using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hkall.Service.Web;
using Microsoft.IdentityModel.Tokens;

namespace Hkall.TestKit.Drivers;

/// <summary>A campus sign-in that can be made to issue any token, good or bad.</summary>
public sealed class AnIssuer : IDisposable
{
    public const string Name = "https://sign-in.example";
    public const string Audience = "hkall";

    /// <summary>When a token begins to be good, in seconds as tokens have it: at the bench's beginning.</summary>
    public static readonly long GoodFrom = DateTimeOffset.Parse(ABench.Begins, CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SignInOptions Options => new(Name, Audience, [new ECDsaSecurityKey(_key) { KeyId = "k1" }]);

    /// <summary>The public key as anybody may read it: what a forger signs with who hopes that the algorithm is not checked.</summary>
    public byte[] PublicKey => Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem());

    /// <summary>A token that is good at the bench's beginning, but for what is changed.</summary>
    public string Token(Action<JsonObject>? claims = null, Action<JsonObject>? header = null, Func<byte[], byte[]>? sign = null)
    {
        var payload = new JsonObject
        {
            ["iss"] = Name,
            ["aud"] = Audience,
            ["sub"] = "okafor",
            ["name"] = "Dr Ngozi Okafor",
            ["email"] = "okafor@ln.example",
            ["patron_group"] = "academic",
            ["iat"] = GoodFrom,
            ["nbf"] = GoodFrom,
            ["exp"] = GoodFrom + 3600,
        };
        var head = new JsonObject { ["alg"] = "ES256", ["typ"] = "at+jwt", ["kid"] = "k1" };
        claims?.Invoke(payload);
        header?.Invoke(head);
        var signed = $"{Base64UrlEncoder.Encode(head.ToJsonString())}.{Base64UrlEncoder.Encode(payload.ToJsonString())}";
        return $"{signed}.{Base64UrlEncoder.Encode((sign ?? Sign)(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static byte[] SignWithSecret(byte[] secret, byte[] content) => HMACSHA256.HashData(secret, content);

    public void Dispose() => _key.Dispose();

    private byte[] Sign(byte[] content) => _key.SignData(content, HashAlgorithmName.SHA256);
}
