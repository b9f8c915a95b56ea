using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Reports;

/// <summary><c>GET /api/promises</c>: what was promised and kept, for everybody.</summary>
public static class PromisesEndpoints
{
    public static void MapPromises(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/promises", async (PublishedPromises promises, CancellationToken cancellation) =>
                Results.Json(await promises.CurrentAsync(cancellation), PagedJson.Options))
            .AllowAnonymous().Produces<PromisesKept>().ProducesProblem(503)
            .WithName("Promises").WithSummary("How long requests took in the last twelve months, and how often the dates that we named held. Open to everybody.");
}
