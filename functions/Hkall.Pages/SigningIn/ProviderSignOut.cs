using Hkall.Service.Sessions;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.SigningIn;

/// <summary>
/// The campus provider says that a session of its own has ended: to us directly (Back-Channel Logout 1.0), or through a frame in the
/// person's browser (Front-Channel Logout 1.0). Neither needs our cookie, which a browser does not send from another site's frame.
/// </summary>
internal static class ProviderSignOut
{
    public const string BackChannel = "/sign-out/back-channel";
    public const string FrontChannel = "/sign-out/by-provider";

    private const int LongestForm = 16 * 1024;

    public static void MapProviderSignOut(this IEndpointRouteBuilder routes)
    {
        // These are no pages: a token of the provider, or its session's secret name, stands in for the token of a form of ours.
        routes.MapPost(BackChannel, HearAsync).WithFormOptions(valueLengthLimit: LogoutTokens.Longest, bufferBodyLengthLimit: LongestForm)
            .AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        routes.MapGet(FrontChannel, EndAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> HearAsync(
        HttpContext context, LogoutTokens tokens, SpentTokens spent, SessionStore sessions, SignInOptions issuer, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await TokenAsync(context, cancellation) is not { } text || await tokens.ReadAsync(text) is not { } token
            || await spent.IsSpentAsync(token.Id, cancellation))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "bad-logout-token", "This is not a logout token for this service, or it was used before.");
        }

        // The token counts as used only when the sessions have ended: if that fails, the provider sends it again.
        var person = token.Subject is { } subject ? Patron.KeyOf(issuer.Issuer, subject) : null;
        if (token.Session is { } session)
        {
            await sessions.EndByProviderAsync(session, person, cancellation);
        }
        else
        {
            await sessions.EndAllAsync(person!, cancellation);
        }

        await spent.SpendAsync(token.Id, token.UsableUntil, cancellation);
        return Results.Ok();
    }

    /// <summary>Ends just the session that the provider names, so that a link on another site signs nobody out.</summary>
    private static async Task<IResult> EndAsync(
        HttpContext context, string? iss, string? sid, SessionStore sessions, SignInOptions issuer, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (iss != issuer.Issuer || sid is not { Length: > 0 and <= LogoutTokens.Longest })
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "bad-request", "The provider and its session are needed.");
        }

        await sessions.EndByProviderAsync(sid, person: null, cancellation);
        return Results.Ok();
    }

    private static async Task<string?> TokenAsync(HttpContext context, CancellationToken cancellation)
    {
        if (!context.Request.HasFormContentType || context.Request.ContentLength > LongestForm)
        {
            return null;
        }

        try
        {
            return (await context.Request.ReadFormAsync(cancellation))["logout_token"] is [{ Length: > 0 } token] ? token : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
