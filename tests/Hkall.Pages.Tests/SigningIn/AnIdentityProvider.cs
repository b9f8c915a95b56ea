using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>A campus identity provider on a free port: it lets one person in, and redeems a code once, for whoever holds its verifier and the secret.</summary>
internal sealed class AnIdentityProvider : IAsyncDisposable
{
    public const string ClientId = "hkall";
    public const string Secret = "a secret of the two";

    private readonly WebApplication _app;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Dictionary<string, (string Challenge, string Nonce, string RedirectUri)> _codes = [];

    private AnIdentityProvider(WebApplication app) => _app = app;

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public string Issuer => Url.ToString().TrimEnd('/');

    /// <summary>Signs with another key than the one it publishes.</summary>
    public bool Forges { get; set; }

    /// <summary>Where people were sent back to.</summary>
    public List<string> RedirectUris { get; } = [];

    public static async Task<AnIdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var provider = new AnIdentityProvider(app);
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = provider.Issuer,
            ["authorization_endpoint"] = $"{provider.Issuer}/authorize",
            ["token_endpoint"] = $"{provider.Issuer}/token",
            ["jwks_uri"] = $"{provider.Issuer}/keys",
            ["end_session_endpoint"] = $"{provider.Issuer}/leave",
            ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
        }));
        app.MapGet("/keys", provider.Keys);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.RedeemAsync);
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Keys()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[] { new { kty = "EC", crv = "P-256", kid = "k1", use = "sig", alg = "ES256", x = Base64UrlEncoder.Encode(
                key.Q.X!), y = Base64UrlEncoder.Encode(key.Q.Y!) } },
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        string Value(string name) => request.Query[name].ToString();
        if (Value("response_type") != "code" || Value("code_challenge_method") != "S256" || Value("client_id") != ClientId)
        {
            return Results.BadRequest();
        }

        var code = Guid("code");
        _codes[code] = (Value("code_challenge"), Value("nonce"), Value("redirect_uri"));
        RedirectUris.Add(Value("redirect_uri"));
        return Results.Redirect($"{Value("redirect_uri")}?code={code}&state={Uri.EscapeDataString(Value("state"))}");
    }

    private async Task<IResult> RedeemAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verifier = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        return _codes.Remove(form["code"].ToString(), out var asked) && asked.Challenge == verifier && form["client_secret"] == Secret
            && form["redirect_uri"] == asked.RedirectUri
            ? Results.Json(new { access_token = "unused", token_type = "Bearer", expires_in = 300, id_token = IdToken(asked.Nonce) })
            : Results.Json(new { error = "invalid_grant" }, statusCode: 400);
    }

    /// <summary>A token of the same person for the API. The bench has its own time, so this one is good at any.</summary>
    public string AccessToken() =>
        Token([], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    private string IdToken(string nonce) =>
        Token(new Dictionary<string, object> { ["nonce"] = nonce, ["secret_of_theirs"] = new string('x', 3000) }, null, null);

    private string Token(Dictionary<string, object> more, DateTime? notBefore, DateTime? expires)
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new ECDsaSecurityKey(Forges ? other : _key)
        {
            KeyId = "k1",
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false }
        };
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = ClientId,
            NotBefore = notBefore,
            Expires = expires,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>(more)
            {
                ["sub"] = "s-1",
                ["name"] = "Dr Ada Lo",
                ["email"] = "ada@ln.example",
                ["locale"] = "zh-Hant",
                ["patron_group"] = "academic",
                ["library_id"] = "s1234567",
                ["roles"] = new[] { "reader", "staff" },
            },
        });
    }

    private static string Guid(string name) => $"{name}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}";
}
