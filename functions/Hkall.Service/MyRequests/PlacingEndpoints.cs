using Hkall.Service.Placing;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.MyRequests;

/// <summary><c>POST /api/requests</c>.</summary>
public static class PlacingEndpoints
{
    public static void MapPlacing(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/requests", PlaceAsync)
            .RequireAuthorization(SignIn.PatronPolicy)
            .RequireRateLimiting(PersonLimits.Searching)
            .Accepts<PlacingForm>("application/json")
            .Produces<RequestView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("PlaceRequest")
            .WithSummary("Places a request. With an Idempotency-Key the same call again gives the same request.");

    private static async Task<IResult> PlaceAsync(HttpContext context, PatronActions actions, PatronAnswers answers, CancellationToken cancellation)
    {
        var body = await StrictJson.BytesAsync(context.Request, StrictJson.LargestBodyBytes, cancellation);
        var key = CallTerms.KeyOf(context.Request);
        var placement = await actions.PlaceAsync(context.Patron(), StrictJson.Read<PlacingForm>(body), Idempotency.Of(key, body), cancellation);
        return await answers.OfAsync(context, context.Patron(), placement, cancellation);
    }
}
