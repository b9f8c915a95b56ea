using System.Text.Json;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hkall.Pages.SigningIn;

/// <summary>What a logout token says.</summary>
/// <param name="Id">Its own id: it counts once.</param>
/// <param name="Subject">Whose sessions end; null if only <paramref name="Session"/> says it.</param>
/// <param name="Session">The provider's session that ended; null: all of the subject's.</param>
/// <param name="UsableUntil">From then on it is refused by its age.</param>
internal sealed record LogoutToken(string Id, string? Subject, string? Session, DateTimeOffset UsableUntil);

/// <summary>Reads the tokens by which the provider says that a session has ended (OpenID Connect Back-Channel Logout 1.0, 2.6).</summary>
internal sealed class LogoutTokens(SignInOptions issuer, IOptionsMonitor<JwtBearerOptions> bearer, MachineTime machine)
{
    /// <summary>The event that makes a token a logout token.</summary>
    public const string Event = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>A real one has about 700 characters.</summary>
    public const int Longest = 8 * 1024;

    /// <summary>Providers send a logout token at once and try again for minutes; an older one may be a recording.</summary>
    private static readonly TimeSpan UsableFor = TimeSpan.FromMinutes(10);

    private const int LongestText = 255;

    /// <returns>Null if it is not a good logout token for us.</returns>
    public async Task<LogoutToken?> ReadAsync(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var options = bearer.Get(JwtBearerDefaults.AuthenticationScheme);
        var now = machine.Clock.GetUtcNow();
        var parameters = options.TokenValidationParameters.Clone();
        parameters.ValidIssuer = issuer.Issuer;
        parameters.LifetimeValidator = (notBefore, expires, _, _) => SignIn.IsWithin(notBefore, expires, now);
        parameters.ConfigurationManager = options.ConfigurationManager as BaseConfigurationManager;
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(text, parameters);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token || token.TryGetHeaderValue<object>("crit", out _)
            || (token.TryGetHeaderValue<string>("typ", out var type) && !IsLogoutType(type)))
        {
            return null;
        }

        using var payload = JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload));
        return Read(payload.RootElement, now);
    }

    /// <summary>Earlier drafts had no type of their own. Types of other tokens are refused.</summary>
    private static bool IsLogoutType(string type) => type.ToUpperInvariant() is "LOGOUT+JWT" or "APPLICATION/LOGOUT+JWT" or "JWT";

    private static LogoutToken? Read(JsonElement payload, DateTimeOffset now)
    {
        var (id, subject, session) = (Text(payload, "jti"), Text(payload, "sub"), Text(payload, "sid"));
        if (id is null || (subject is null && session is null) || payload.TryGetProperty("nonce", out _) || !SaysThatItEnded(payload)
            || !payload.TryGetProperty("iat", out var issued) || issued.ValueKind != JsonValueKind.Number || !issued.TryGetInt64(out var seconds)
            || seconds < 0 || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() - (long)UsableFor.TotalSeconds)
        {
            return null;
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return at <= now + SignIn.Skew && at + UsableFor > now ? new LogoutToken(id, subject, session, at + UsableFor + SignIn.Skew) : null;
    }

    private static bool SaysThatItEnded(JsonElement payload) =>
        payload.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(Event, out var ended) && ended.ValueKind == JsonValueKind.Object;

    private static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestText } text
            ? text
            : null;
}
