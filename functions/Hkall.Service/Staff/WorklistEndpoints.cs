using Hkall.Service.Auditing;
using Hkall.Service.Inbox;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>The staff worklists, and the search for a request in them.</summary>
public static class WorklistEndpoints
{
    public static void MapWorklists(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("worklists", WorklistsAsync).AuditedAs(AuditAction.Listed, about: "worklists")
            .Produces<Page<WorklistCount>>().WithName("Worklists").WithSummary("The lists of work, how many stand in each, and since when.");
        staff.MapGet("worklists/{name}", WorklistAsync).AuditedAs(AuditAction.Listed, "name")
            .Produces<Page<StaffRow>>().ProducesProblem(400).ProducesProblem(404)
            .WithName("Worklist").WithSummary("One list of work, the most urgent first unless sort says otherwise, with the total. The list named parked is that of GET /api/staff/parked.");
        staff.MapGet("requests", SearchAsync).AuditedAs(AuditAction.Searched, about: "requests").Produces<Page<StaffRow>>().ProducesProblem(400)
            .WithName("StaffSearch")
            .WithSummary("Requests by title, author, identifiers, patron or supplier, by their id or their item's barcode; closed ones where no open one fits, or with closed=true.");
    }

    private static async Task<IResult> WorklistsAsync(WorklistService lists, CancellationToken cancellation) =>
        Results.Json(new Page<WorklistCount>(await lists.CountsAsync(cancellation), null), PagedJson.Options);

    private static async Task<IResult> WorklistAsync(
        HttpContext context, string name, string? limit, string? after, [AsParameters] RowQuery query, WorklistService lists, ParkedMessages parked,
        CancellationToken cancellation)
    {
        if (name == WorklistService.Parked)
        {
            return await ParkedEndpoints.ListAsync(limit, after, parked, cancellation);
        }

        return await lists.PageAsync(name, query, context.Patron().Id, limit, after, cancellation) is { } list
            ? Results.Json(list.Page, PagedJson.Options) : Problems.NotFound();
    }

    private static async Task<IResult> SearchAsync(
        string? q, string? closed, string? limit, string? after, StaffSearch finding, CancellationToken cancellation) => Results.Json(
        await finding.FindAsync(
            q,
            closed switch
            {
                null or "false" => false,
                "true" => true,
                _ => throw BadInputException.Field("closed", "bad-query", "true or false."),
            },
            limit, after, cancellation), PagedJson.Options);
}
