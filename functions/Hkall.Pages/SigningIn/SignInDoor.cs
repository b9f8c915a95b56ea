using Hkall.Pages.Kit;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.SigningIn;

/// <summary>How people sign in to the pages: the campus sign-in, or the bench's sample people.</summary>
/// <param name="Open">Leads to the sign-in, which leads back to the address within the service.</param>
/// <param name="LeaveElsewhere">Leads to the page that ends the sign-in's own session; null where it has none.</param>
/// <param name="OpenAnew">The same as <paramref name="Open"/>, for a person who has to show again who they are; null where every sign-in asks for it.</param>
public sealed record SignInDoor(Func<string, IResult> Open, Func<IResult>? LeaveElsewhere = null, Func<string, IResult>? OpenAnew = null);

/// <summary>Signs people in and out on the pages.</summary>
public static class SignInPages
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapProviderSignOut();
        routes.MapStepUp();
        var pages = routes.MapPageGroup();
        pages.MapMethods("/sign-in", PageRoutes.Reading, (string? returnUrl, string? late, SignInDoor door) => late is null
            ? door.Open(PageLinks.Within(returnUrl))
            : PageRoutes.Page<SignInAgain>(new { ReturnUrl = PageLinks.Within(returnUrl) }, StatusCodes.Status401Unauthorized));
        pages.MapPost("/sign-out", async (HttpContext context) =>
        {
            await context.SignOutAsync(PageSession.Scheme);
            return PageRoutes.Then("/signed-out");
        });
        pages.MapMethods(
            "/signed-out", PageRoutes.Reading, (SignInDoor door) => PageRoutes.Page<SignedOut>(new { Elsewhere = door.LeaveElsewhere is not null }));
        pages.MapMethods("/sign-out/everywhere", PageRoutes.Reading, (SignInDoor door) => door.LeaveElsewhere?.Invoke() ?? PageRoutes.Then("/signed-out"));
        pages.MapPost("/language", async (HttpContext context, PublicAddress address, CancellationToken cancellation) =>
        {
            var form = await PageForm.ReadAsync(context, cancellation);
            var language = NoticeLanguages.Of(form["to"] ?? string.Empty);
            var cookie = PageSession.Cookie("language", address);
            cookie.Name = Visit.LanguageCookie;
            cookie.MaxAge = TimeSpan.FromDays(365);
            context.Response.Cookies.Append(cookie.Name, NoticeLanguages.Tag(language), cookie.Build(context));
            return PageRoutes.Then(PageLinks.Within(form["returnUrl"]));
        });
    }
}
