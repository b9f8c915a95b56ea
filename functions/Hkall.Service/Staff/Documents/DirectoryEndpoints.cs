using Hkall.Service.Auditing;
using Hkall.Service.Partners;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff.Documents;

/// <summary>Exports and imports the directory as one document.</summary>
public static class DirectoryEndpoints
{
    public static void MapDirectoryDocument(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("partners/export", ExportAsync).AuditedAs(AuditAction.Exported, about: "partners").Produces<DirectoryDocument>().NeedsFreshSignIn()
            .WithName("ExportPartnerLibraries").WithSummary("The directory as one document, without secrets.");
        staff.MapPost("partners/import", ImportAsync).AuditedAs(AuditAction.ChangedDirectory, about: "import")
            .Accepts<DirectoryDocument>("application/json").Produces<DirectoryImported>().ProducesProblem(400).ProducesProblem(413)
            .WithName("ImportPartnerLibraries")
            .WithSummary("Takes such a document over, all of it or nothing; with dryRun=true it only says what would change.").NeedsFreshSignIn();
    }

    internal static async Task<IResult> ExportAsync(HttpContext context, PartnerDirectory directory, TimeProvider clock, CancellationToken cancellation)
    {
        context.Response.Headers.ContentDisposition = "attachment; filename=\"partners.json\"";
        var all = await directory.ReadAgainAsync(cancellation);
        return Results.Json(DirectoryDocument.Of(all.Partners.Values, clock.GetUtcNow()), StrictJson.Options);
    }

    private static async Task<IResult> ImportAsync(HttpContext context, DirectoryImport import, string? dryRun, CancellationToken cancellation)
    {
        if (dryRun is not (null or "true" or "false"))
        {
            throw BadInputException.Field("dryRun", "unknown-value", "true or false.");
        }

        var body = await StrictJson.BytesAsync(context.Request, DirectoryReader.LargestBytes, cancellation);
        return Results.Json(await import.TakeAsync(
            body, dryRun == "true", changes => Audited.RecordFirstAsync(context, changes, cancellation), cancellation), PagedJson.Options);
    }
}
