using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Service.Web;

/// <summary>When the API asks how old a sign-in is.</summary>
public enum FreshnessDemand
{
    /// <summary>Never: the issuer's tokens do not say it.</summary>
    Never,

    /// <summary>Where the token says it.</summary>
    IfStated,

    /// <summary>Always: a token that does not say it does not pass.</summary>
    Always,
}

/// <summary>Marks a route that moves money or addresses, or that gives out people's data: it needs a recent sign-in.</summary>
/// <param name="Actions">If the route takes several actions: those that need it. Empty: all.</param>
public sealed record FreshSignInMark(IReadOnlyList<string> Actions)
{
    public bool AppliesTo(string? action) => Actions.Count == 0 || (action is not null && Actions.Contains(action));
}

/// <summary>
/// A recent sign-in for what a forgotten browser or a stolen token should not do (step-up, RFC 9470). The pages ask their session, the
/// API asks the token's <c>auth_time</c>.
/// </summary>
public static class FreshSignIn
{
    /// <summary>Long enough to work on one thing, shorter than the break in which somebody else sits down.</summary>
    public static readonly TimeSpan For = TimeSpan.FromMinutes(15);

    /// <summary>The actions on a request by which a patron comes to owe money, or no longer owes it.</summary>
    public static readonly string[] MoneyActions = ["charge-fee", "charge-supply"];

    /// <summary>The actions on an invoice that say whether money came, or that it is not owed.</summary>
    public static readonly string[] InvoiceActions = ["paid", "unpaid", "cancel"];

    /// <summary>The most the issuer's clock may be ahead of ours.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <param name="call">A call of the API.</param>
    /// <param name="actions">If the call's path names an action: the actions that need a recent sign-in.</param>
    public static RouteHandlerBuilder NeedsFreshSignIn(this RouteHandlerBuilder call, params string[] actions) =>
        call.WithMetadata(new FreshSignInMark(actions)).AddEndpointFilter(async (invocation, next) =>
            invocation.HttpContext.GetEndpoint()?.Metadata.GetMetadata<FreshSignInMark>() is { } mark
            && mark.AppliesTo(invocation.HttpContext.GetRouteValue("action") as string) && IsStale(invocation.HttpContext)
                ? new Stale()
                : await next(invocation));

    /// <summary>Whether the instant is recent enough.</summary>
    public static bool IsFresh(DateTimeOffset authenticatedAt, DateTimeOffset now) => authenticatedAt > now - For && authenticatedAt <= now + Skew;

    /// <summary>When the provider last saw the person, as a token says it; null if it does not.</summary>
    public static DateTimeOffset? AuthenticatedAt(IEnumerable<Claim> claims) =>
        claims.FirstOrDefault(claim => claim.Type == "auth_time")?.Value is { } text
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static bool IsStale(HttpContext context)
    {
        var demand = context.RequestServices.GetRequiredService<SignInOptions>().Fresh;
        var at = AuthenticatedAt(context.User.Claims);
        var fresh = at is { } known && IsFresh(known, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        return demand switch
        {
            FreshnessDemand.Never => false,
            FreshnessDemand.IfStated => at is not null && !fresh,
            FreshnessDemand.Always => !fresh,
        };
    }

    /// <summary>The answer of RFC 9470: the client may get a token of a new sign-in and call again.</summary>
    private sealed class Stale : IResult, IRefusing
    {
        public bool ShowsSomething => false;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.WWWAuthenticate = string.Create(
                CultureInfo.InvariantCulture, $"Bearer error=\"insufficient_user_authentication\", max_age={(int)For.TotalSeconds}");
            return Problems.Of(
                StatusCodes.Status401Unauthorized, "fresh-sign-in-needed", "This needs a sign-in that is at most 15 minutes old.").ExecuteAsync(httpContext);
        }
    }
}
