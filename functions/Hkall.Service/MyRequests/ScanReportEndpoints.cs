using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.MyRequests;

/// <summary>The body of <c>report-scan</c>.</summary>
public sealed record ReportScanForm
{
    public required ScanFault Fault { get; init; }
}

/// <summary>A patron says that the scan is not what they asked for, or cannot be read.</summary>
public static class ScanReportEndpoints
{
    public static void MapScanReports(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/requests/{id}/report-scan", ReportAsync).RequireAuthorization(SignIn.PatronPolicy)
            .Accepts<ReportScanForm>("application/json").Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(410)
            .WithName("ReportScan").WithSummary("Reports a wrong, unreadable or incomplete scan: it is supplied again, with all its downloads.");

    private static async Task<IResult> ReportAsync(HttpContext context, string id, MyRequestsService mine, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        if (await mine.FindAsync(context.Patron(), id, cancellation) is null)
        {
            return Problems.NotFound();
        }

        var form = await StrictJson.ReadAsync<ReportScanForm>(context.Request, cancellation);
        var outcome = await desk.HandleAsync(id, new ReportScan(form.Fault, Who.Patron), By.Patron, cancellation);
        return await Answers.WithTimelineAsync(context, desk, mine, outcome, cancellation);
    }
}
