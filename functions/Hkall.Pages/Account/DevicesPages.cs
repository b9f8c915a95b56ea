using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Sessions;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Account;

/// <summary>
/// Where a person is signed in, and how they sign out there. The API has no such calls: its tokens are the provider's, which alone can
/// withdraw them.
/// </summary>
internal static class DevicesPages
{
    private const string Address = "/account/devices";

    public static void MapDevices(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Address, PageRoutes.Reading, ShowAsync);
        pages.MapPost(Address, EndAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string? told, SessionStore sessions, CancellationToken cancellation) =>
        PageRoutes.Page<DevicesPage>(new Dictionary<string, object?>
        {
            ["Sessions"] = await sessions.OfAsync(context.Patron().Id, cancellation),
            ["This"] = context.Features.Get<HeldSession>()?.Hash,
            ["Told"] = told switch
            {
                "ended" => Visit.Of(context).Say("Signed out on that device."),
                "gone" => Visit.Of(context).Say("That device was signed out already."),
                _ => null,
            },
        });

    /// <summary>Ends one session, or all of them: the field <c>session</c> has the hash of one, or says <c>all</c>.</summary>
    private static async Task<IResult> EndAsync(HttpContext context, SessionStore sessions, CancellationToken cancellation)
    {
        var (person, which) = (context.Patron().Id, (await PageForm.ReadAsync(context, cancellation))["session"]);
        if (which == "all")
        {
            await sessions.EndAllAsync(person, cancellation);
        }
        else if (which is null || which != context.Features.Get<HeldSession>()?.Hash)
        {
            return PageRoutes.Then(Address, which is not null && await sessions.EndAsync(person, which, cancellation) ? "ended" : "gone");
        }

        // This device is among them: its cookie goes, too.
        await context.SignOutAsync(PageSession.Scheme);
        return PageRoutes.Then("/signed-out");
    }
}
