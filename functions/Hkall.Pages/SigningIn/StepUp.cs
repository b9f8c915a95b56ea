using Hkall.Pages.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Sessions;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.SigningIn;

/// <summary>
/// Pages that need a recent sign-in. A form that comes too late is kept; after the new sign-in its person sees what they typed and
/// sends it with one press.
/// </summary>
internal static class StepUp
{
    /// <param name="actions">If the form says by its field <c>action</c> what to do: the actions that need a recent sign-in.</param>
    public static RouteHandlerBuilder NeedsFreshSession(this RouteHandlerBuilder page, params string[] actions) =>
        page.WithMetadata(new FreshSignInMark(actions)).AddEndpointFilter(async (invocation, next) =>
            await AskAsync(invocation.HttpContext) ?? await next(invocation));

    public static void MapStepUp(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup(PageSession.PatronPolicy);
        pages.MapMethods("/sign-in/anew", PageRoutes.Reading, (string? returnUrl, SignInDoor door) =>
            (door.OpenAnew ?? door.Open)(PageLinks.Within(returnUrl)));
        pages.MapMethods("/sign-in/continue/{form}", PageRoutes.Reading, ContinueAsync);
    }

    /// <returns>The page that asks for a new sign-in; null if the last one is recent enough, or does not matter here.</returns>
    private static async Task<IResult?> AskAsync(HttpContext context)
    {
        var mark = context.GetEndpoint()!.Metadata.GetRequiredMetadata<FreshSignInMark>();
        var session = context.Features.GetRequiredFeature<HeldSession>().Session;
        var now = context.RequestServices.GetRequiredService<MachineTime>().Clock.GetUtcNow();
        if (session.AuthenticatedAt is { } at && FreshSignIn.IsFresh(at, now))
        {
            return null;
        }

        if (PageRoutes.Reading.Contains(context.Request.Method))
        {
            return Page(PageLinks.Page(context.Request), isKept: null);
        }

        var form = await PageForm.ReadAsync(context, context.RequestAborted);
        if (!mark.AppliesTo(form["action"]))
        {
            return null;
        }

        var kept = context.Request.Form.Files.Count > 0
            ? null
            : await context.RequestServices.GetRequiredService<WaitingForms>().KeepAsync(
                session.Person,
                PageLinks.Page(context.Request),
                form.Fields.Where(field => field.Key != "form-token").Select(field => new WaitingField(field.Key, field.Value)),
                context.RequestAborted);
        return Page(kept is null ? PageLinks.Page(context.Request) : $"/sign-in/continue/{kept}", isKept: kept is not null);
    }

    private static IResult Page(string returnUrl, bool? isKept) =>
        PageRoutes.Page<FreshSignInPage>(
            new Dictionary<string, object?> { ["ReturnUrl"] = returnUrl, ["IsKept"] = isKept }, StatusCodes.Status401Unauthorized);

    private static async Task<IResult> ContinueAsync(HttpContext context, string form, WaitingForms forms, CancellationToken cancellation) =>
        await forms.FindAsync(form, context.Patron().Id, cancellation) is { } waiting
            ? PageRoutes.Page<ContinuePage>(new { Waiting = waiting })
            : Problems.NotFound();
}
