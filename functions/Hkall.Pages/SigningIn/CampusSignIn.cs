using Hkall.Pages.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Hkall.Pages.SigningIn;

/// <summary>
/// The service as a client of the campus identity provider. Its client id is also the audience of the access tokens: with another
/// id, the provider could name the same person differently.
/// </summary>
/// <param name="Secret">Proves to the provider that the service is redeeming the code.</param>
public sealed record CampusClient(string Secret);

/// <summary>Signs people in to the pages at the campus identity provider: OpenID Connect, authorization code with PKCE.</summary>
public static class CampusSignIn
{
    public const string Scheme = "campus";

    /// <summary>Where the provider sends people back to; registered there as a redirect address.</summary>
    public const string Callback = "/sign-in/callback";

    /// <summary>Where the provider sends people after they sign out; registered there as a post-logout address.</summary>
    public const string SignedOut = "/signed-out";

    public static IServiceCollection AddCampusSignIn(this IServiceCollection services, CampusClient client)
    {
        services.AddAuthentication().AddOpenIdConnect(Scheme, _ => { });
        services.AddSingleton(new SignInDoor(
            returnUrl => Results.Challenge(new AuthenticationProperties { RedirectUri = returnUrl }, [Scheme]),
            () => Results.SignOut(new AuthenticationProperties { RedirectUri = SignedOut }, [Scheme])));
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<SignInOptions, PublicAddress, MachineTime>((oidc, issuer, address, machine) =>
        {
            oidc.MetadataAddress = issuer.MetadataAddress;
            oidc.RequireHttpsMetadata = issuer.MetadataAddress is { } metadata && !new Uri(metadata).IsLoopback;
            oidc.ClientId = issuer.Audience;
            oidc.ClientSecret = client.Secret;
            oidc.SignInScheme = PageSession.Scheme;
            oidc.ResponseType = OpenIdConnectResponseType.Code;
            oidc.UsePkce = true;

            // As a query, because a form posted from another site does not send SameSite cookies.
            oidc.ResponseMode = OpenIdConnectResponseMode.Query;
            oidc.CallbackPath = Callback;
            oidc.SignedOutCallbackPath = "/sign-out/callback";
            oidc.RemoteSignOutPath = "/sign-out/by-provider";
            oidc.Scope.Add("email");
            oidc.MapInboundClaims = false;
            oidc.SaveTokens = false;
            oidc.TimeProvider = machine.Clock;
            oidc.TokenValidationParameters.ValidIssuer = issuer.Issuer;
            oidc.TokenValidationParameters.ValidAlgorithms = SignIn.Algorithms;
            oidc.TokenValidationParameters.NameClaimType = PersonClaim.FullName.Name;
            oidc.TokenValidationParameters.RoleClaimType = PersonClaim.Roles.Name;
            oidc.NonceCookie.SameSite = SameSiteMode.Lax;
            oidc.NonceCookie.SecurePolicy = Secure(address);
            oidc.CorrelationCookie.SameSite = SameSiteMode.Lax;
            oidc.CorrelationCookie.SecurePolicy = Secure(address);

            // A front end may call the app under another host name; the redirect uses the public address.
            oidc.Events.OnRedirectToIdentityProvider = context =>
            {
                context.ProtocolMessage.RedirectUri = address.Page(Callback).AbsoluteUri;
                return Task.CompletedTask;
            };
            oidc.Events.OnRedirectToIdentityProviderForSignOut = context =>
            {
                context.ProtocolMessage.PostLogoutRedirectUri = address.Page(SignedOut).AbsoluteUri;
                return Task.CompletedTask;
            };

            // A session keeps the person's identity, and nothing else from the provider.
            oidc.Events.OnTicketReceived = context =>
            {
                context.Principal = PageSession.Principal(context.Principal!.Claims);
                context.Properties = new AuthenticationProperties();
                return Task.CompletedTask;
            };
            oidc.Events.OnRemoteFailure = context =>
            {
                context.HandleResponse();
                return new ErrorPages().Of(StatusCodes.Status400BadRequest, "sign-in-failed", null, null).ExecuteAsync(context.HttpContext);
            };
        });
        return services;
    }

    private static CookieSecurePolicy Secure(PublicAddress address) => address.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
}
