using Hkall.Service.Auditing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.OpeningDays;

/// <summary><c>GET</c>, <c>POST</c> and <c>DELETE /api/staff/closures</c>.</summary>
public static class ClosuresEndpoints
{
    public static void MapClosures(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("closures", ListAsync).Produces<ClosuresView>()
            .WithName("Closures").WithSummary("The days on which the Library is closed, besides weekends and holidays.");
        staff.MapPost("closures", EnterAsync).AuditedAs(AuditAction.ChangedCalendar, about: "closures")
            .Accepts<ClosureForm>("application/json").Produces<ClosureView>().Produces<ClosurePreview>().ProducesProblem(400)
            .WithName("EnterClosure")
            .WithSummary("Closes a day, a stretch or the rest of today: what ends then moves to the next working day. With dryRun=true, only says what would move.");
        staff.MapDelete("closures/{id}", TakeBackAsync).AuditedAs(AuditAction.ChangedCalendar, "id")
            .Produces<ClosureView>().ProducesProblem(404).ProducesProblem(409)
            .WithName("TakeBackClosure").WithSummary("Takes a closure back from today on. Dates that patrons have been given stay as they are.");
    }

    private static async Task<IResult> ListAsync(ClosureService closures, CancellationToken cancellation) => Results.Json(
        new ClosuresView([.. (await closures.AllAsync(cancellation)).Select(ClosureView.Of)], closures.OfPolicy), PagedJson.Options);

    private static async Task<IResult> EnterAsync(HttpContext context, ClosureService closures, string? dryRun, CancellationToken cancellation)
    {
        if (dryRun is not (null or "true" or "false"))
        {
            throw BadInputException.Field("dryRun", "unknown-value", "true or false.");
        }

        var form = await StrictJson.ReadAsync<ClosureForm>(context.Request, cancellation);
        return dryRun == "true"
            ? Results.Json(ClosurePreview.Of(await closures.ForeseeAsync(form, cancellation)), PagedJson.Options)
            : Results.Json(
                ClosureView.Of(await closures.EnterAsync(
                    context.Patron().Id, form, changes => Audited.RecordFirstAsync(context, changes, cancellation), cancellation)),
                PagedJson.Options);
    }

    private static async Task<IResult> TakeBackAsync(HttpContext context, string id, ClosureService closures, CancellationToken cancellation) =>
        await closures.TakeBackAsync(id, context.Patron().Id, changes => Audited.RecordFirstAsync(context, changes, cancellation), cancellation) is { } closure
            ? Results.Json(ClosureView.Of(closure), PagedJson.Options)
            : Problems.NotFound();
}
