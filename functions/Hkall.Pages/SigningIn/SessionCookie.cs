using System.Globalization;
using System.Security.Claims;
using Hkall.Service.Sessions;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Hkall.Pages.SigningIn;

/// <summary>What the cookie of a session is when it is given, read and taken back.</summary>
public static class SessionCookie
{
    /// <summary>The items by which a sign-in tells what is no claim about the person.</summary>
    internal const string ProviderSession = "sid";
    internal const string AuthenticatedAt = "auth_time";

    /// <summary>The claim that holds the id in the cookie.</summary>
    private const string IdClaim = "session";

    /// <summary>The most claims kept, and the most characters of one: more than a person has roles, and than the service reads of a name.</summary>
    private const int MostClaims = 100;
    private const int LongestClaim = 500;

    /// <summary>The content of the cookie: an id, and nothing about the person.</summary>
    public static ClaimsPrincipal Content(string id) => new(new ClaimsIdentity([new Claim(IdClaim, id)], PageSession.Scheme));

    /// <summary>What is kept of a sign-in.</summary>
    /// <param name="roles">Which claims give the roles of staff; null: as by default.</param>
    public static NewSession Of(
        ClaimsPrincipal person, string? providerSession, DateTimeOffset? authenticatedAt, string? userAgent, RoleMap? roles = null) => new(
        SignIn.PatronOf(person).Id,
        (roles ?? RoleMap.Usual).Of(person).Count > 0,
        [
            .. person.Claims.Where(PersonClaim.IsRead).Take(MostClaims)
                .Select(claim => new KeptClaim(claim.Type, claim.Value[..Math.Min(claim.Value.Length, LongestClaim)], claim.Issuer)),
        ],
        providerSession,
        authenticatedAt,
        userAgent);

    /// <summary>Each sign-in is a new session with a new id. The one that the browser had ends.</summary>
    internal static async Task BeginAsync(CookieSigningInContext context)
    {
        await EndAsync(context.HttpContext);
        var begun = Of(
            context.Principal!,
            context.Properties.GetString(ProviderSession),
            long.TryParse(context.Properties.GetString(AuthenticatedAt), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null,
            context.Request.Headers[HeaderNames.UserAgent],
            context.HttpContext.RequestServices.GetRequiredService<RoleMap>());
        context.Principal = Content(await Store(context.HttpContext).BeginAsync(begun, context.HttpContext.RequestAborted));
        context.Properties.Items.Clear();
        context.Properties.IssuedUtc = context.Options.TimeProvider!.GetUtcNow();
        context.Properties.ExpiresUtc = context.Properties.IssuedUtc + SessionLimits.LongestOfPatrons;
    }

    internal static Task EndAsync(CookieSigningOutContext context) => EndAsync(context.HttpContext);

    /// <summary>A cookie whose session has ended signs nobody in, whoever kept it.</summary>
    internal static async Task ReadAsync(CookieValidatePrincipalContext context)
    {
        var id = context.Principal?.Claims.FirstOrDefault(claim => claim.Type == IdClaim)?.Value;
        if (id is null || await Store(context.HttpContext).FindAsync(id, context.HttpContext.RequestAborted) is not { } held)
        {
            context.RejectPrincipal();
            return;
        }

        context.HttpContext.Features.Set(held);
        context.ReplacePrincipal(
            PageSession.Principal(held.Session.Claims.Select(kept => new Claim(kept.Name, kept.Value, ClaimValueTypes.String, kept.Issuer))));
    }

    private static async Task EndAsync(HttpContext context)
    {
        if (await Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.AuthenticateAsync(context, PageSession.Scheme) is { Succeeded: true }
            && context.Features.Get<HeldSession>() is { } held)
        {
            await Store(context).EndAsync(held.Session.Person, held.Hash, context.RequestAborted);
        }
    }

    private static SessionStore Store(HttpContext context) => context.RequestServices.GetRequiredService<SessionStore>();
}
