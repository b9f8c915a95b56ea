using System.Security.Claims;
using System.Security.Cryptography;
using Hkall.Domain;
using Hkall.LocalHost.Keeping;
using Hkall.Service.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hkall.LocalHost.People;

/// <summary>
/// Simulates the campus sign-in: it issues signed tokens to the sample people, and the service checks them as it checks those of
/// any issuer. The key is created at the first start and saved, so that tokens stay valid after a restart.
/// </summary>
public sealed class BenchIssuer : IDisposable
{
    public const string Issuer = "https://sign-in.bench.invalid";

    public const string Audience = "hkall";

    /// <summary>The only algorithm; the service allows no other.</summary>
    public const string Algorithm = SecurityAlgorithms.EcdsaSha256;

    /// <summary>Long enough for a day's work, by the bench's clock.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ECDsa _private;
    private readonly ECDsa _public;
    private readonly SigningCredentials _credentials;

    public BenchIssuer(BenchFolder folder)
    {
        var file = new KeptFile<SignInKey>(folder, "sign-in-key.json", secret: true);
        _private = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (file.Read() is { } kept)
        {
            _private.ImportPkcs8PrivateKey(kept.Pkcs8, out _);
        }
        else
        {
            file.Write(new SignInKey(_private.ExportPkcs8PrivateKey()));
        }

        _public = ECDsa.Create(_private.ExportParameters(includePrivateParameters: false));
        var id = Base64UrlEncoder.Encode(SHA256.HashData(_public.ExportSubjectPublicKeyInfo()));
        SigningKey = new ECDsaSecurityKey(_public) { KeyId = id };
        _credentials = new SigningCredentials(new ECDsaSecurityKey(_private) { KeyId = id }, Algorithm);
    }

    /// <summary>The public key.</summary>
    public SecurityKey SigningKey { get; }

    /// <summary>The public key as others read it, to check the bench's tokens (RFC 7517).</summary>
    public IReadOnlyDictionary<string, string> PublicJwk
    {
        get
        {
            var point = _public.ExportParameters(includePrivateParameters: false).Q;
            return new Dictionary<string, string>
            {
                ["kty"] = "EC",
                ["crv"] = "P-256",
                ["use"] = "sig",
                ["alg"] = Algorithm,
                ["kid"] = SigningKey.KeyId,
                ["x"] = Base64UrlEncoder.Encode(point.X!),
                ["y"] = Base64UrlEncoder.Encode(point.Y!),
            };
        }
    }

    public string Issue(SamplePerson person, DateTimeOffset now) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            SigningCredentials = _credentials,

            // The issuer signs nothing but access tokens (RFC 9068).
            TokenType = "at+jwt",
            Claims = new Dictionary<string, object>(
                ClaimsOf(person).Where(claim => claim.Type != PersonClaim.Roles.Name).Select(claim => KeyValuePair.Create(claim.Type, (object)claim.Value)))
            {
                // Always a list: a single role must not become another kind of claim.
                [PersonClaim.Roles.Name] = person.Roles.ToArray(),

                // Whoever asks for a token of a sample person signs in at that moment.
                ["auth_time"] = now.ToUnixTimeSeconds(),
            },
        });

    /// <summary>The issuer's claims about a person, in a token and in a session of the pages.</summary>
    public static IReadOnlyList<Claim> ClaimsOf(SamplePerson person)
    {
        Claim Claim(PersonClaim claim, string value) => new(claim.Name, value, ClaimValueTypes.String, Issuer);
        return
        [
            Claim(PersonClaim.Subject, person.Person),
            Claim(PersonClaim.FullName, person.Name),
            Claim(PersonClaim.Email, person.Email),
            Claim(PersonClaim.Locale, person.Language),
            Claim(PersonClaim.Group, Names.Of(person.Group)),
            .. person.Roles.Select(role => Claim(PersonClaim.Roles, role)),
        ];
    }

    public void Dispose()
    {
        _private.Dispose();
        _public.Dispose();
    }

    private sealed record SignInKey(byte[] Pkcs8);
}
