using Hkall.Service.Auditing;
using Hkall.Service.Inbox;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>Partner messages the service could not use: staff read them, put them back on the queue, or dismiss them.</summary>
public static class ParkedEndpoints
{
    public static void MapParked(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("parked", ListAsync)
            .AuditedAs(AuditAction.LookedAtMessages, about: "parked")
            .Produces<Page<ParkedMessage>>().ProducesProblem(400).WithName("Parked").WithSummary("Partner messages nobody could use, the oldest first.");
        staff.MapGet("parked/dismissed", DismissedAsync)
            .AuditedAs(AuditAction.LookedAtMessages, about: "dismissed")
            .Produces<Page<DismissedMessage>>().WithName("DismissedParked").WithSummary("Which of them were dismissed, by whom and why, the latest first.");
        staff.MapGet("parked/dropped", DroppedAsync)
            .AuditedAs(AuditAction.LookedAtMessages, about: "dropped")
            .Produces<Page<DroppedMessages>>().WithName("DroppedParked").WithSummary("How many were dropped because their library had too many.");
        staff.MapPost("parked/{id}/retry", RetryAsync)
            .AuditedAs(AuditAction.ActedOnMessage, "id")
            .Produces(202).ProducesProblem(404).WithName("RetryParked").WithSummary("Puts a parked message on the queue again.");
        staff.MapPost("parked/{id}/dismiss", DismissAsync)
            .AuditedAs(AuditAction.ActedOnMessage, "id").Accepts<DismissForm>("application/json").Produces(204).ProducesProblem(400).ProducesProblem(404)
            .WithName("DismissParked").WithSummary("Takes a parked message away for good, with a reason.");
    }

    /// <summary>A page of the parked messages. They are all read and sorted here: more than one storage page of them is an outage, not a list.</summary>
    /// <exception cref="BadInputException">The limit or the cursor is invalid.</exception>
    public static async Task<Page<ParkedMessage>> PageAsync(string? limit, string? after, ParkedMessages parked, CancellationToken cancellation)
    {
        var all = await parked.ListAsync(RowLimits.RowsPerPage, cancellation);
        var inOrder = all.OrderBy(message => message.ParkedAt).ThenBy(message => message.Id, StringComparer.Ordinal);
        return Paging.Of(inOrder, message => (message.ParkedAt, message.Id), message => message, limit, after) with { Total = all.Count };
    }

    internal static async Task<IResult> ListAsync(string? limit, string? after, ParkedMessages parked, CancellationToken cancellation) =>
        Results.Json(await PageAsync(limit, after, parked, cancellation), PagedJson.Options);

    private static async Task<IResult> DismissedAsync(string? limit, ParkedDismissal dismissing, CancellationToken cancellation)
    {
        var all = await dismissing.ListAsync(RowLimits.RowsPerPage, cancellation);
        return Results.Json(new Page<DismissedMessage>([.. all.Take(Paging.LimitOf(limit))], null), PagedJson.Options);
    }

    private static async Task<IResult> DroppedAsync(ParkedShares shares, CancellationToken cancellation) =>
        Results.Json(new Page<DroppedMessages>(await shares.DroppedAsync(cancellation), null), PagedJson.Options);

    private static async Task<IResult> RetryAsync(string id, ParkedActions actions, CancellationToken cancellation) =>
        await actions.RetryAsync(id, cancellation) ? Results.Accepted() : Problems.NotFound();

    private static async Task<IResult> DismissAsync(HttpContext context, string id, ParkedActions actions, CancellationToken cancellation) =>
        await actions.DismissAsync(context.Patron().Id, id, () => StrictJson.ReadAsync<DismissForm>(context.Request, cancellation), cancellation)
            ? Results.NoContent()
            : Problems.NotFound();
}
