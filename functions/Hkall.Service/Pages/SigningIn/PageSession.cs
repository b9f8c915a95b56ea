using System.Security.Claims;
using Hkall.Service.Notices;
using Hkall.Service.Pages.Kit;
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

namespace Hkall.Service.Pages.SigningIn;

/// <summary>
/// Who is signed in on the pages, in a cookie. It counts for the pages alone: the API takes access tokens, so that another
/// site's page, which can send a browser's cookies but cannot read an answer, has nothing to gain there.
/// </summary>
public static class PageSession
{
    public const string Scheme = "pages";
    public const string PatronPolicy = "pages-patron";
    public const string StaffPolicy = "pages-staff";

    /// <summary>How long a session lasts that nobody uses. Shared machines stand in the Library.</summary>
    public static readonly TimeSpan IdleFor = TimeSpan.FromHours(1);

    public static void AddPageSession(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<PublicAddress, MachineTime>((cookie, address, machine) =>
        {
            cookie.Cookie = Cookie("session", address);
            cookie.ExpireTimeSpan = IdleFor;
            cookie.SlidingExpiration = true;
            cookie.TimeProvider = machine.Clock;
            cookie.Events.OnRedirectToLogin = AskToSignInAsync;
            cookie.Events.OnRedirectToAccessDenied = context =>
                Problems.Of(StatusCodes.Status403Forbidden, "not-allowed", "This is for members of staff.").ExecuteAsync(context.HttpContext);
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
                .AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser().RequireClaim(PersonClaim.Subject.Name).RequireClaim(PersonClaim.Roles.Name, SignIn.StaffRole));

        // Several instances serve one session: its keys lie with the records.
        services.AddDataProtection().SetApplicationName("hkall");

        // It warns at every start that the keys are not encrypted once more: whoever reads the records has everything they would protect.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddSingleton<SessionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<SessionKeys>((keys, rows) => keys.XmlRepository = rows);
    }

    /// <summary>On pages it is the session that says who one is; what goes to the API keeps what its token says.</summary>
    public static void UsePageSession(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            context.User = (await context.AuthenticateAsync(Scheme)).Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
        }

        await next(context);
    });

    /// <param name="claims">What the sign-in says of the person; the issuer of <c>sub</c> is part of who they are.</param>
    public static Task BeginAsync(HttpContext context, IEnumerable<Claim> claims) =>
        context.SignInAsync(Scheme, Principal(claims));

    /// <summary>Keeps of a sign-in what the service reads of it, and nothing else.</summary>
    public static ClaimsPrincipal Principal(IEnumerable<Claim> claims) =>
        new(new ClaimsIdentity(claims.Where(PersonClaim.IsRead), Scheme, PersonClaim.FullName.Name, PersonClaim.Roles.Name));

    /// <summary>Where the service is reached by TLS, a cookie that came without it or from a neighbouring host is not taken.</summary>
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
    /// Back to where one was. A form that came too late is not sent on to the campus sign-in at once (browsers let no form lead
    /// to another site): the page in between says that it was not carried out.
    /// </summary>
    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var reading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var address = PageLinks.SignIn(PageLinks.Page(context.Request));
        return PageRoutes.Then(reading ? address : address + "&late=1").ExecuteAsync(context.HttpContext);
    }
}
