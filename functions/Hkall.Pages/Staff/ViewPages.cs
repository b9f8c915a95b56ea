using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Staff;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>Keeps and removes a member of staff's own views of the worklists.</summary>
internal static class ViewPages
{
    public const string Kept = "view-kept";
    public const string Removed = "view-removed";

    public static void MapViewPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/staff/views", PageRoutes.Reading, () => PageRoutes.Then("/staff"));
        pages.MapPost("/staff/views", KeepAsync).AuditedAs(AuditAction.ChangedViews);
        pages.MapMethods("/staff/views/{view}/remove", PageRoutes.Reading, () => PageRoutes.Then("/staff"));
        pages.MapPost("/staff/views/{view}/remove", RemoveAsync).AuditedAs(AuditAction.ChangedViews);
    }

    private static async Task<IResult> KeepAsync(HttpContext context, SavedViews views, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var view = await views.KeepAsync(
            context.Patron().Id, new ViewForm(form["name"] ?? string.Empty, form["list"] ?? string.Empty, form["query"]), cancellation);
        return PageRoutes.Then(StaffLinks.View(view), Kept);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, string view, SavedViews views, CancellationToken cancellation) =>
        await views.RemoveAsync(context.Patron().Id, view, cancellation) ? PageRoutes.Then("/staff", Removed) : Problems.NotFound();
}
