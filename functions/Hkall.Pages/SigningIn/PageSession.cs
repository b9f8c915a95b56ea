using System.Globalization;
using System.Security.Claims;
using Hkall.Pages.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Sessions;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hkall.Pages.SigningIn;

/// <summary>
/// The session of the person signed in on the pages. The cookie holds a random id, and <see cref="SessionStore"/> all the rest, so that
/// a session can be ended. It counts for the pages only. The API takes access tokens, so that another site's page, which can send a
/// browser's cookies but cannot read a response, gains nothing there.
/// </summary>
public static class PageSession
{
    public const string Scheme = "pages";
    public const string PatronPolicy = "pages-patron";
    public const string StaffPolicy = "pages-staff";

    public static void AddPageSession(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<PublicAddress, MachineTime>((cookie, address, machine) =>
        {
            cookie.Cookie = Cookie("session", address);

            // The row of the session says when it ends; the cookie may not outlive it, and the browser forgets it when it closes.
            cookie.ExpireTimeSpan = SessionLimits.LongestOfPatrons;
            cookie.SlidingExpiration = false;
            cookie.TimeProvider = machine.Clock;

            // Not an ITicketStore: the cookie handler gives a browser that signs in again its old id, which may be known to others.
            cookie.Events.OnSigningIn = SessionCookie.BeginAsync;
            cookie.Events.OnSigningOut = SessionCookie.EndAsync;
            cookie.Events.OnValidatePrincipal = SessionCookie.ReadAsync;
            cookie.Events.OnRedirectToLogin = AskToSignInAsync;
            cookie.Events.OnRedirectToAccessDenied = context => Roles.Refuse(context.HttpContext).ExecuteAsync(context.HttpContext);
        });
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<PublicAddress>((forms, address) =>
        {
            forms.Cookie = Cookie("forms", address);
            forms.FormFieldName = "form-token";
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(PatronPolicy, policy => policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser().RequireClaim(PersonClaim.Subject.Name))
            .AddPolicy(StaffPolicy, policy => policy
                .AddAuthenticationSchemes(Scheme)
                .RequireAuthenticatedUser().RequireClaim(PersonClaim.Subject.Name).RequireAssertion(Roles.IsStaff));

        // Several instances serve one session, so its keys are stored with the records.
        services.AddDataProtection().SetApplicationName("hkall");

        // ASP.NET Core warns at every start that the keys are not encrypted again. A reader of the records already has everything the keys would protect.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddSingleton<SessionKeys>();
        services.AddSingleton<LogoutTokens>();
        services.AddOptions<KeyManagementOptions>().Configure<SessionKeys>((keys, rows) => keys.XmlRepository = rows);
    }

    /// <summary>
    /// On pages the session identifies the person; API calls keep the identity in their token. Files need nobody, and an address that
    /// does not exist has a page as well.
    /// </summary>
    public static void UsePageSession(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            var isPage = context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<PageMark>() is not null;
            context.User = (isPage ? (await context.AuthenticateAsync(Scheme)).Principal : null) ?? new ClaimsPrincipal(new ClaimsIdentity());
        }

        await next(context);
    });

    /// <summary>Signs in a person who has just shown who they are.</summary>
    /// <param name="claims">The sign-in's claims about the person; the issuer of <c>sub</c> is part of their identity.</param>
    public static Task BeginAsync(HttpContext context, IEnumerable<Claim> claims)
    {
        var now = context.RequestServices.GetRequiredService<MachineTime>().Clock.GetUtcNow();
        return context.SignInAsync(Scheme, Principal(claims), Properties(providerSession: null, now));
    }

    /// <summary>Keeps only the claims that the service reads.</summary>
    public static ClaimsPrincipal Principal(IEnumerable<Claim> claims) =>
        new(new ClaimsIdentity(claims.Where(PersonClaim.IsRead), Scheme, PersonClaim.FullName.Name, PersonClaim.Roles.Name));

    /// <summary>What a sign-in says besides who the person is.</summary>
    /// <param name="providerSession">The provider's <c>sid</c>.</param>
    /// <param name="authenticatedAt">When the person showed who they are; null: it is not known.</param>
    public static AuthenticationProperties Properties(string? providerSession, DateTimeOffset? authenticatedAt)
    {
        var properties = new AuthenticationProperties();
        properties.SetString(SessionCookie.ProviderSession, providerSession);
        properties.SetString(SessionCookie.AuthenticatedAt, authenticatedAt?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return properties;
    }

    /// <summary>Where the public address uses TLS, the browser accepts this cookie only over TLS and from this host.</summary>
    public static CookieBuilder Cookie(string name, PublicAddress address) => new()
    {
        Name = address.IsSecure ? $"__Host-hkall-{name}" : $"hkall-{name}",
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        SecurePolicy = address.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None,
        IsEssential = true,
    };

    /// <summary>
    /// Returns the person to the page they came from after they sign in. A form sent after the session ended does not lead to the
    /// campus sign-in at once, because browsers let no form lead to another site: a page in between says that the form was not
    /// carried out.
    /// </summary>
    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var reading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var address = PageLinks.SignIn(PageLinks.Page(context.Request));
        return PageRoutes.Then(reading ? address : address + "&late=1").ExecuteAsync(context.HttpContext);
    }
}
