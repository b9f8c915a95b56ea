using Hkall.Domain;
using Hkall.Service.Auditing;
using Hkall.Service.MyRequests;
using Hkall.Service.Placing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>"Please contact the Library staff for assistance in placing requests" (page): staff place a request for a patron at the counter.</summary>
public static class PlacingForEndpoints
{
    public static void MapPlacingFor(this IEndpointRouteBuilder staff) =>
        staff.MapPost("requests/{id}/place-for", PlaceAsync).AuditedAs(AuditAction.PlacedForPatron, "id")
            .Accepts<PlacingForm>("application/json").Produces<RequestView>(StatusCodes.Status201Created)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("StaffPlaceFor").WithSummary("Places a request for the patron of that patronId; the declaration of a copy stays theirs to sign.");

    private static async Task<IResult> PlaceAsync(
        HttpContext context, string id, PlacingFor placing, PatronAnswers answers, CancellationToken cancellation)
    {
        if (!Patron.IsKey(id))
        {
            return Problems.NotFound();
        }

        var body = await StrictJson.BytesAsync(context.Request, StrictJson.LargestBodyBytes, cancellation);
        if (await placing.FindAsync(id, cancellation) is not { } patron)
        {
            return Problems.Of(StatusCodes.Status404NotFound, "unknown-patron", "Nobody of that patronId has signed in yet.");
        }

        var form = StrictJson.Read<PlacingForm>(body);
        var by = Actor.Staff(context.Patron().Id);
        var key = CallTerms.KeyOf(context.Request) is { } given ? $"{by}:{given}" : null;
        var placement = await placing.PlaceAsync(patron, form, Idempotency.Of(key, body), by, cancellation);
        return await answers.OfAsync(context, patron, placement, cancellation);
    }
}
