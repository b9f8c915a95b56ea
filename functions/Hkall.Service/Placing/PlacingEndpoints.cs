using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Placing;

/// <summary><c>POST /api/requests</c>.</summary>
public static class PlacingEndpoints
{
    private const int LongestKey = 200;

    public static void MapPlacing(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/requests", PlaceAsync)
            .RequireAuthorization(SignIn.PatronPolicy)
            .Accepts<PlacingForm>("application/json")
            .Produces<RequestView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("PlaceRequest")
            .WithSummary("Places a request. With an Idempotency-Key the same call again gives the same request.");

    private static async Task<IResult> PlaceAsync(HttpContext context, PlacingService placing, MyRequestsService mine, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        var body = await StrictJson.BytesAsync(context.Request, StrictJson.LargestBodyBytes, cancellation);
        var key = KeyOf(context.Request);
        var order = StrictJson.Read<PlacingForm>(body).Check(desk.Book.Calendar.DateOf(desk.Now));
        return await AnswerAsync(context, desk, mine, await placing.PlaceAsync(context.Patron(), order, Idempotency.Of(key, body), cancellation), cancellation);
    }

    /// <summary>The result of placing, as HTTP.</summary>
    internal static async Task<IResult> AnswerAsync(HttpContext context, PatronRequestProcessor desk, MyRequestsService mine, Placement placement, CancellationToken cancellation) =>
        placement switch
        {
            Placement.Placed(var stored, var entry) => Created(context, desk, stored, [entry]),
            Placement.PlacedBefore(var stored) => Created(context, desk, stored, await mine.JournalAsync(stored, cancellation)),
            Placement.TurnedDown(var refusal, var why) => Problems.Of(refusal, why),
            Placement.KeyReused => Problems.Of(StatusCodes.Status409Conflict, "idempotency-key-reused", "This Idempotency-Key was used for another request."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static IResult Created(
        HttpContext context, PatronRequestProcessor desk, VersionedRequest<PatronRequest> stored, IReadOnlyList<JournalEntry<RequestEvent>> journal)
    {
        context.Response.Headers.ETag = MyRequestsEndpoints.ETagOf(stored);
        return Results.Json(
            RequestViews.Of(stored.Request, desk.Book, desk.Now, journal),
            Answers.Options,
            statusCode: StatusCodes.Status201Created).WithLocation($"/api/requests/{stored.Request.Id}");
    }

    internal static string? KeyOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue("Idempotency-Key", out var values))
        {
            return null;
        }

        return values is [{ Length: > 0 and <= LongestKey } key] && key.All(c => c is >= ' ' and <= '~')
            ? key
            : throw BadInputException.Field("Idempotency-Key", "bad-idempotency-key", "One key of 1 to 200 printable ASCII characters.");
    }
}
