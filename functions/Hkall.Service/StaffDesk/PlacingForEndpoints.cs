using Hkall.Requests;
using Hkall.Service.MyRequests;
using Hkall.Service.Placing;
using Hkall.Service.Turns;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.StaffDesk;

/// <summary>"Please contact the Library staff for assistance in placing requests" (page): staff place a request for a patron at the desk.</summary>
public static class PlacingForEndpoints
{
    public static void MapPlacingFor(this IEndpointRouteBuilder staff) =>
        staff.MapPost("requests/{id}/place-for", PlaceAsync)
            .Accepts<PlacingForm>("application/json").Produces<RequestView>(StatusCodes.Status201Created)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("StaffPlaceFor").WithSummary("Places a request for the patron of that patronId; the declaration of a copy stays theirs to sign.");

    private static async Task<IResult> PlaceAsync(
        HttpContext context, string id, KnownPatrons patrons, PlacingDesk placing, MyRequestsDesk mine, RequestDesk desk, CancellationToken cancellation)
    {
        if (!Patron.IsKey(id))
        {
            return Problems.NotFound();
        }

        var body = await StrictJson.BytesAsync(context.Request, StrictJson.LargestBodyBytes, cancellation);
        if (await patrons.FindAsync(id, cancellation) is not { } patron)
        {
            return Problems.Of(StatusCodes.Status404NotFound, "unknown-patron", "Nobody of that patronId has signed in yet.");
        }

        var form = StrictJson.Read<PlacingForm>(body);
        if (form.Declaration is not null)
        {
            throw new BadInputException(
                StatusCodes.Status422UnprocessableEntity,
                "declaration-by-patron",
                "The declaration is the patron's to sign; they are asked for it.",
                new Dictionary<string, string[]> { ["declaration"] = ["It is signed by the patron."] });
        }

        var staff = context.Patron();
        var order = form.Check(desk.Book.Calendar.DateOf(desk.Now)) with { PlacedBy = Who.Staff };
        var key = PlacingEndpoints.KeyOf(context.Request) is { } given ? $"{By.Staff(staff.Id)}:{given}" : null;
        var placement = await placing.PlaceAsync(patron, order, Idempotency.Of(key, body), cancellation, By.Staff(staff.Id));
        return await PlacingEndpoints.AnswerAsync(context, desk, mine, placement, cancellation);
    }
}
