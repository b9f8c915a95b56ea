using System.Security.Cryptography;
using System.Text;
using Hkall.LocalHost;
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
    public const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>What the provider knows of the one person.</summary>
    private static readonly Dictionary<string, object> Ada = new()
    {
        ["name"] = "Dr Ada Lo",
        ["email"] = "ada@ln.example",
        ["locale"] = "zh-Hant",
        ["patron_group"] = "academic",
        ["library_id"] = "s1234567",
        ["roles"] = new[] { "reader", "staff" },
    };

    private readonly WebApplication _app;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Dictionary<string, (string Challenge, string Nonce, string RedirectUri)> _codes = [];

    private AnIdentityProvider(WebApplication app, TimeProvider clock) => (_app, Clock) = (app, clock);

    private TimeProvider Clock { get; }

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public string Issuer => Url.ToString().TrimEnd('/');

    /// <summary>Signs with another key than the one it publishes.</summary>
    public bool Forges { get; set; }

    /// <summary>What the next ID tokens say besides.</summary>
    public Dictionary<string, object> InIdToken { get; } = [];

    /// <summary>What the ID tokens say besides takes the place of everything else, the answer to our own question too.</summary>
    public bool LastWord { get; set; }

    /// <summary>The claims about the person are in the UserInfo answer, and in no ID token.</summary>
    public bool KeepsToTheStandard { get; set; }

    /// <summary>What the UserInfo answer says besides.</summary>
    public Dictionary<string, object> InUserInfo { get; } = [];

    /// <summary>It answers every call with an error.</summary>
    public bool IsDown { get; set; }

    /// <summary>With what people were sent here, the last time.</summary>
    public IReadOnlyDictionary<string, string> LastAsked { get; private set; } = new Dictionary<string, string>();

    /// <summary>Where people were sent back to.</summary>
    public List<string> RedirectUris { get; } = [];

    public static async Task<AnIdentityProvider> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var provider = new AnIdentityProvider(app, clock ?? BenchServices.RealTime);
        app.Use(async (context, next) =>
        {
            if (provider.IsDown)
            {
                context.Response.StatusCode = 503;
                return;
            }

            await next(context);
        });
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = provider.Issuer,
            ["authorization_endpoint"] = $"{provider.Issuer}/authorize",
            ["token_endpoint"] = $"{provider.Issuer}/token",
            ["jwks_uri"] = $"{provider.Issuer}/keys",
            ["userinfo_endpoint"] = $"{provider.Issuer}/me",
            ["end_session_endpoint"] = $"{provider.Issuer}/leave",
            ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
        }));
        app.MapGet("/keys", provider.Keys);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.RedeemAsync);
        app.MapGet("/me", () => Results.Json(new Dictionary<string, object>(provider.KeepsToTheStandard ? Ada : []).With(provider.InUserInfo, "sub", "s-1")));
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

        LastAsked = request.Query.ToDictionary(asked => asked.Key, asked => asked.Value.ToString());
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
        Token("at+jwt", [], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    private string IdToken(string nonce) =>
        Token(
            "JWT",
            new Dictionary<string, object>(LastWord ? [] : InIdToken) { ["nonce"] = nonce, ["secret_of_theirs"] = new string('x', 3000) }
                .With(LastWord ? InIdToken : [], "v", 1),
            null,
            null);

    private string Token(string type, Dictionary<string, object> more, DateTime? notBefore, DateTime? expires)
    {
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = ClientId,
            NotBefore = notBefore,
            Expires = expires,
            SigningCredentials = Signing(),
            TokenType = type,
            Claims = new Dictionary<string, object>(type == "JWT" && KeepsToTheStandard ? [] : Ada).With(more, "sub", "s-1"),
        });
    }

    /// <summary>A token by which the provider says that a session has ended, but for what is changed.</summary>
    public string LogoutToken(Action<Dictionary<string, object>>? change = null, string? type = "logout+jwt", string? audience = ClientId, int ageSeconds = 0)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(Clock.GetUtcNow().ToUnixTimeSeconds() - ageSeconds);
        var claims = new Dictionary<string, object>
        {
            ["jti"] = Guid("logout"),
            ["sub"] = "s-1",
            ["events"] = new Dictionary<string, object> { [LogoutEvent] = new Dictionary<string, object>() },
        };
        change?.Invoke(claims);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            Expires = now.UtcDateTime.AddMinutes(5),
            SigningCredentials = Signing(),
            TokenType = type,
            Claims = claims,
        });
    }

    private SigningCredentials Signing()
    {
        var key = Forges ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : _key;
        return new SigningCredentials(
            new ECDsaSecurityKey(key) { KeyId = "k1", CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
            SecurityAlgorithms.EcdsaSha256);
    }

    private static string Guid(string name) => $"{name}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}";
}

internal static class ClaimsOfATest
{
    /// <summary>The claims with some others in their place, and one that is there unless it was given.</summary>
    public static Dictionary<string, object> With(this Dictionary<string, object> claims, Dictionary<string, object> others, string name, object value)
    {
        claims[name] = value;
        foreach (var (other, said) in others)
        {
            claims[other] = said;
        }

        return claims;
    }
}
