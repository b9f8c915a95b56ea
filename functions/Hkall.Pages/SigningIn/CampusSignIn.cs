using System.Globalization;
using Hkall.Service.Engine;
using Hkall.Service.Sessions;
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

    /// <summary>Marks a sign-in for which the person has to show again who they are.</summary>
    private const string Anew = "anew";

    /// <summary>How long the provider may take for one answer. A person is waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddCampusSignIn(this IServiceCollection services, CampusClient client)
    {
        services.AddAuthentication().AddOpenIdConnect(Scheme, _ => { });
        services.AddSingleton(new SignInDoor(
            returnUrl => new AtTheProvider(context => context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = returnUrl })),
            () => new AtTheProvider(context => context.SignOutAsync(Scheme, new AuthenticationProperties { RedirectUri = SignedOut })),
            returnUrl => new AtTheProvider(context => context.ChallengeAsync(Scheme, AnewTo(returnUrl)))));
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<SignInOptions, PublicAddress, MachineTime>((oidc, issuer, address, machine) =>
        {
            oidc.MetadataAddress = issuer.MetadataAddress;
            oidc.RequireHttpsMetadata = issuer.MetadataAddress is { } metadata && !new Uri(metadata).IsLoopback;
            oidc.BackchannelTimeout = Patience;
            oidc.ClientId = issuer.Audience;
            oidc.ClientSecret = client.Secret;
            oidc.SignInScheme = PageSession.Scheme;
            oidc.ResponseType = OpenIdConnectResponseType.Code;
            oidc.UsePkce = true;

            // No session lasts longer than this, so the sign-in at the provider may be no older when one begins. Asked so, the provider
            // has to say when that was (OpenID Connect Core, 3.1.2.1).
            oidc.MaxAge = SessionLimits.LongestOfPatrons;

            // As a query, because a form posted from another site does not send SameSite cookies.
            oidc.ResponseMode = OpenIdConnectResponseMode.Query;
            oidc.CallbackPath = Callback;
            oidc.SignedOutCallbackPath = "/sign-out/callback";

            // The handler's own answer needs our cookie, which no frame of another site sends, and without one it signs out whoever comes.
            oidc.RemoteSignOutPath = default;
            oidc.Scope.Add("email");
            oidc.MapInboundClaims = false;
            oidc.SaveTokens = false;
            oidc.TimeProvider = machine.Clock;
            oidc.TokenValidationParameters.ValidIssuer = issuer.Issuer;
            oidc.TokenValidationParameters.ValidAlgorithms = SignIn.Algorithms;
            oidc.TokenValidationParameters.NameClaimType = PersonClaim.FullName.Name;
            oidc.TokenValidationParameters.RoleClaimType = PersonClaim.Roles.Name;
            oidc.TokenValidationParameters.LifetimeValidator = (notBefore, expires, _, _) => SignIn.IsWithin(notBefore, expires, machine.Clock.GetUtcNow());
            oidc.NonceCookie.SameSite = SameSiteMode.Lax;
            oidc.NonceCookie.SecurePolicy = Secure(address);
            oidc.CorrelationCookie.SameSite = SameSiteMode.Lax;
            oidc.CorrelationCookie.SecurePolicy = Secure(address);
            oidc.AskForClaims(issuer);
            oidc.Events = Events(address, machine);
        });
        return services;
    }

    /// <summary>
    /// Providers that keep to the standard put the person's claims into the UserInfo answer and not into the ID token (OpenID Connect
    /// Core, 5.4). The same list of claims is read from both.
    /// </summary>
    private static void AskForClaims(this OpenIdConnectOptions oidc, SignInOptions issuer)
    {
        oidc.GetClaimsFromUserInfoEndpoint = true;
        oidc.ClaimsIssuer = issuer.Issuer;
        oidc.ClaimActions.Clear();
        foreach (var claim in PersonClaim.All)
        {
            oidc.ClaimActions.MapUniqueJsonKey(claim.Name, claim.Name);
        }

        // A person has several roles, and each is a claim of its own.
        oidc.ClaimActions.Remove(PersonClaim.Roles.Name);
        oidc.ClaimActions.MapJsonKey(PersonClaim.Roles.Name, PersonClaim.Roles.Name);
    }

    private static OpenIdConnectEvents Events(PublicAddress address, MachineTime machine) => new()
    {
        // A front end may call the app under another host name; the redirect uses the public address.
        OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = address.Page(Callback).AbsoluteUri;
            return Task.CompletedTask;
        },
        OnRedirectToIdentityProviderForSignOut = context =>
        {
            context.ProtocolMessage.PostLogoutRedirectUri = address.Page(SignedOut).AbsoluteUri;
            return Task.CompletedTask;
        },

        // A session keeps the person's identity, and nothing else from the provider.
        OnTicketReceived = context =>
        {
            var claims = context.Principal!.Claims.ToList();
            if (!AccessTokenRules.NamesSomebody(claims))
            {
                context.Fail("The provider named nobody.");
                return Task.CompletedTask;
            }

            var at = FreshSignIn.AuthenticatedAt(claims) ?? (context.Properties!.Items.ContainsKey(Anew) ? machine.Clock.GetUtcNow() : null);
            context.Principal = PageSession.Principal(claims);
            context.Properties = PageSession.Properties(claims.Find(claim => claim.Type == "sid")?.Value, at);
            return Task.CompletedTask;
        },
        OnRemoteFailure = async context =>
        {
            context.HandleResponse();
            await AtTheProvider.Answer(context.Failure).ExecuteAsync(context.HttpContext);
        },
    };

    /// <summary>The provider must ask the person, and say when it did.</summary>
    private static OpenIdConnectChallengeProperties AnewTo(string returnUrl)
    {
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = returnUrl, Prompt = OpenIdConnectPrompt.Login, MaxAge = FreshSignIn.For };
        properties.Items[Anew] = true.ToString(CultureInfo.InvariantCulture);
        return properties;
    }

    private static CookieSecurePolicy Secure(PublicAddress address) => address.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
}
