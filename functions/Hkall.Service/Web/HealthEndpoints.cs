using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Web;

/// <summary>Lines that <c>/readyz</c> adds for operators: what does not make the service unready and should be looked at.</summary>
public interface IReadyDetail
{
    Task<IReadOnlyList<string>> LinesAsync(CancellationToken cancellation);
}

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
    private static async Task<IResult> ReadyAsync(IRows rows, IEnumerable<IReadyDetail> details, CancellationToken cancellation)
    {
        await rows.FindAsync(RowTable.Pointers, Keys.IndexPartition, "ready", cancellation);
        var lines = new List<string> { "ready" };
        foreach (var detail in details)
        {
            lines.AddRange(await detail.LinesAsync(cancellation));
        }

        return Results.Text(string.Join('\n', lines));
    }
}
