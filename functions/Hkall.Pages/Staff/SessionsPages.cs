using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Auditing;
using Hkall.Service.Sessions;
using Hkall.Service.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>Ends every session of a person, for administrators. The page shows no session: where a person is signed in is that person's affair.</summary>
internal static class SessionsPages
{
    private const string Address = "/staff/sessions";

    public static void MapSessionsPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Address, PageRoutes.Reading, (HttpContext context, string? person, string? told) => Show(context, person, told));
        pages.MapPost(Address, EndAsync).AuditedAs(AuditAction.EndedSessions, about: "sessions").NeedsFreshSession();
    }

    private static IResult Show(HttpContext context, string? person, string? told) => PageRoutes.Page<SessionsPage>(new Dictionary<string, object?>
    {
        ["Person"] = person,
        ["Told"] = told switch
        {
            "ended" => Visit.Of(context).Say("Signed out everywhere."),
            "none" => Visit.Of(context).Say("This person was signed in nowhere."),
            _ => null,
        },
    });

    private static async Task<IResult> EndAsync(HttpContext context, SessionStore sessions, CancellationToken cancellation)
    {
        var person = (await PageForm.ReadAsync(context, cancellation))["person"]?.Trim() ?? string.Empty;
        return await EndingSessions.EndAllAsync(context, person, sessions, cancellation) is { } ended
            ? PageRoutes.Then(Address, ended > 0 ? "ended" : "none")
            : PageRoutes.Page<SessionsPage>(
                new Dictionary<string, object?> { ["Person"] = person, ["IsWrong"] = true }, StatusCodes.Status400BadRequest);
    }
}
