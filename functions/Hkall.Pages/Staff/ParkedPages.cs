using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Inbox;
using Hkall.Service.Staff;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>
/// Parked messages, which the service could not process: staff read them, retry them or dismiss them with a reason. Dismissed
/// ones are listed too.
/// </summary>
internal static class ParkedPages
{
    /// <summary>The rows of the list on one page: each may show a message of thousands of characters.</summary>
    private const string RowsOnAPage = "20";

    public static void MapParkedPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/staff/parked", PageRoutes.Reading, ListAsync).AuditedAs(AuditAction.LookedAtMessages, about: "parked");
        pages.MapMethods("/staff/parked/dismissed", PageRoutes.Reading, async (ParkedDismissal dismissing, CancellationToken cancellation) =>
            PageRoutes.Page<DismissedPage>(new { Messages = await dismissing.ListAsync(RowLimits.RowsPerPage, cancellation) }))
            .AuditedAs(AuditAction.LookedAtMessages, about: "dismissed");

        // The address a form posts to: a person who returns to it by going back sees the list.
        pages.MapMethods("/staff/parked/{id}/retry", PageRoutes.Reading, () => PageRoutes.Then("/staff/parked"));
        pages.MapMethods("/staff/parked/{id}/dismiss", PageRoutes.Reading, () => PageRoutes.Then("/staff/parked"));
        pages.MapPost("/staff/parked/{id}/retry", RetryAsync).AuditedAs(AuditAction.ActedOnMessage, "id");
        pages.MapPost("/staff/parked/{id}/dismiss", DismissAsync).AuditedAs(AuditAction.ActedOnMessage, "id");
    }

    private static async Task<IResult> ListAsync(
        string? after, string? told, HttpContext context, ParkedMessages parked, ParkedShares shares, CancellationToken cancellation)
    {
        var say = Visit.Of(context);
        return PageRoutes.Page<ParkedPage>(new
        {
            Messages = await ParkedEndpoints.PageAsync(RowsOnAPage, after, parked, cancellation),
            Dropped = await shares.DroppedAsync(cancellation),
            Told = told switch
            {
                "retried" => say.Say("Queued for retry."),
                "dismissed" => say.Say("Dismissed. The reason has been recorded."),
                _ => null,
            },
        });
    }

    private static async Task<IResult> RetryAsync(string id, ParkedActions actions, CancellationToken cancellation) =>
        await actions.RetryAsync(id, cancellation) ? PageRoutes.Then("/staff/parked", "retried") : Problems.NotFound();

    private static async Task<IResult> DismissAsync(HttpContext context, string id, ParkedActions actions, CancellationToken cancellation) =>
        await actions.DismissAsync(
            context.Patron().Id,
            id,
            () => PageForm.ReadAsync(context, (form, _) => new DismissForm { Reason = form["reason"] ?? string.Empty }, cancellation),
            cancellation)
            ? PageRoutes.Then("/staff/parked", "dismissed")
            : Problems.NotFound();
}
