using Hkall.Service.Auditing;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Counter;

/// <summary><c>POST /api/staff/scan</c>.</summary>
public static class BarcodeEndpoints
{
    public static void MapScanning(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/staff")
            .RequireAuthorization(SignIn.StaffPolicy).NeedsRole(StaffRole.Desk)
            .MapPost("scan", ScanAsync).AuditedAs(AuditAction.Scanned).Accepts<ScanForm>("application/json").Produces<ScanAnswer>().ProducesProblem(400)
            .WithName("Scan").WithSummary("Does the next right thing with the item or request that was scanned, and says what it did.");

    /// <summary>What was scanned, and what was done with it, for the audit trail.</summary>
    internal static void Note(HttpContext context, ScanAnswer answer)
    {
        var notes = AuditNotes.In(context);
        (notes.Of, notes.Step) = (answer.Request?.Id ?? answer.Lending?.Id, answer.Did);
    }

    private static async Task<IResult> ScanAsync(HttpContext context, BarcodeService scans, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<ScanForm>(context.Request, cancellation);
        var answer = await scans.ScanAsync(form, context.Patron().Id, NoticeLanguage.English, cancellation);
        Note(context, answer);
        return Results.Json(answer, PagedJson.Options);
    }
}
