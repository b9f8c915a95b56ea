using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Web;

/// <summary>Reports whether the process lives, and whether its storage answers.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", Live).AllowAnonymous()
            .Produces<string>(200, "text/plain").WithName("Health").WithSummary("The process answers.");
        routes.MapGet("/readyz", ReadyAsync).AllowAnonymous()
            .Produces<string>(200, "text/plain").ProducesProblem(503).WithName("Ready").WithSummary("The storage answers.");

        // External monitors often ask with HEAD.
        routes.MapMethods("/healthz", ["HEAD"], Live).AllowAnonymous().ExcludeFromDescription();
        routes.MapMethods("/readyz", ["HEAD"], ReadyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Live() => Results.Text("ok");

    /// <summary>Reads one row, which need not exist; a storage outage throws and becomes 503 with Retry-After.</summary>
    private static async Task<IResult> ReadyAsync(IRows rows, CancellationToken cancellation)
    {
        await rows.FindAsync(RowTable.Pointers, Keys.IndexPartition, "ready", cancellation);
        return Results.Text("ready");
    }
}
