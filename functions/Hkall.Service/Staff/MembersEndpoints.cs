using Hkall.Service.Auditing;
using Hkall.Service.Members;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>A member of staff to whom a request can be given.</summary>
/// <param name="Id">The key that <c>assign</c> takes.</param>
public sealed record MemberView(string Id, string Name, string? Initials);

/// <summary>Who works at the desk, and the views that each keeps for themselves.</summary>
public static class MembersEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("members", MembersAsync).AuditedAs(AuditAction.Listed, about: "members")
            .Produces<Page<MemberView>>().WithName("StaffMembers").WithSummary("The members of staff who use the desk: requests can be assigned to them.");
        staff.MapGet("views", ViewsAsync).AuditedAs(AuditAction.Listed, about: "views")
            .Produces<Page<ViewRow>>().WithName("Views").WithSummary("The caller’s own views of the worklists, with the number of requests in each.");
        staff.MapPost("views", KeepAsync).AuditedAs(AuditAction.ChangedViews).Accepts<ViewForm>("application/json")
            .Produces<ViewRow>().ProducesProblem(400).WithName("KeepView")
            .WithSummary("Keeps a view of a worklist under a name; one of the same name is replaced.");
        staff.MapDelete("views/{view}", RemoveAsync).AuditedAs(AuditAction.ChangedViews)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(404).WithName("RemoveView").WithSummary("Removes one of the caller’s own views.");
    }

    private static async Task<IResult> MembersAsync(StaffMembers members, CancellationToken cancellation) => Results.Json(
        new Page<MemberView>([.. (await members.AllAsync(cancellation)).Select(member => new MemberView(member.Id, member.Name, member.Initials))], null),
        PagedJson.Options);

    private static async Task<IResult> ViewsAsync(HttpContext context, SavedViews views, CancellationToken cancellation) =>
        Results.Json(new Page<ViewRow>(await views.OfAsync(context.Patron().Id, cancellation), null), PagedJson.Options);

    private static async Task<IResult> KeepAsync(HttpContext context, SavedViews views, CancellationToken cancellation) => Results.Json(
        await views.KeepAsync(context.Patron().Id, await StrictJson.ReadAsync<ViewForm>(context.Request, cancellation), cancellation), PagedJson.Options);

    private static async Task<IResult> RemoveAsync(HttpContext context, string view, SavedViews views, CancellationToken cancellation) =>
        await views.RemoveAsync(context.Patron().Id, view, cancellation) ? Results.NoContent() : Problems.NotFound();
}
