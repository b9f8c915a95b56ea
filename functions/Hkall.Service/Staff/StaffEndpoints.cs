using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Domain.Supplying;
using Hkall.Service.Counter;
using Hkall.Service.Engine;
using Hkall.Service.Fees;
using Hkall.Service.Inbox;
using Hkall.Service.MyRequests;
using Hkall.Service.Placing;
using Hkall.Service.Reports;
using Hkall.Service.Staff.Documents;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>The staff calls about one request.</summary>
public static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/staff").RequireAuthorization(SignIn.StaffPolicy);
        staff.MapWorklists();
        staff.MapBatch();
        staff.MapScanning();
        staff.MapReports();
        staff.MapParked();
        staff.MapPartnerDirectory();
        staff.MapDirectoryDocument();
        staff.MapPatronFees();
        staff.MapGet("requests/{id}", GetAsync).Produces<StaffView>().ProducesProblem(404).WithName("StaffRequest").WithSummary("Everything about one request.");
        staff.MapPost("requests/{id}/edit", EditAsync).Accepts<EditForm>("application/json").Produces<RequestView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("StaffEdit").WithSummary("Completes the item of a request under review.");
        staff.MapPlacingFor();
        staff.MapPost("requests/{id}/add-library", AddLibraryAsync).Accepts<AddLibraryForm>("application/json").Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("StaffAddLibrary").WithSummary("Adds a library to those that may be asked; one of a tier that the patron did not allow is offered to them first.");
        staff.MapPost("requests/{id}/{action}", ActAsync).Accepts<StaffForm>(isOptional: true, "application/json")
            .Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithName("StaffAction").WithSummary("approve, reject, unfilled, resupply, receive, label, no-more-parts, check-out, check-in, send-back, condition-accept, condition-decline, lost, damaged, next-supplier, note, cancel.");
        staff.MapPut("requests/{id}/file", FileAsync)
            .Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413)
            .WithName("StaffFile").WithSummary("A scan that came by other means.");
        staff.MapGet("orchestrations/{id}", OrchestrationAsync).Produces<OrchestrationView>().ProducesProblem(404)
            .WithName("Orchestration").WithSummary("What wakes the request, and when, beside what is recorded.");
    }

    private static async Task<IResult> GetAsync(
        string id,
        MyRequestsService requests,
        RequestStore<PatronRequest, RequestEvent> store,
        IRows rows,
        PatronRequestProcessor desk,
        CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(id) || await store.ReadAsync(id, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        var journal = await requests.JournalAsync(stored, cancellation);
        var signature = await Signature.OfAsync(rows, stored.Request, cancellation);
        return Results.Json(StaffView.Of(RequestViews.Of(stored.Request, desk.Book, desk.Now, journal), stored.Request, journal, signature), Answers.Options);
    }

    private static async Task<IResult> OrchestrationAsync(
        string id, RequestStore<PatronRequest, RequestEvent> store, IScheduleLookup scheduler, CancellationToken cancellation) =>
        RequestIds.IsWellFormed(id) && await store.ReadAsync(id, cancellation) is { } stored
            ? Results.Json(new OrchestrationView(id, stored.Request.Status, stored.Request.Deadline, stored.Stored.Wake?.At, await scheduler.FindAsync(id, cancellation)), Answers.Options)
            : Problems.NotFound();

    private static async Task<IResult> ActAsync(HttpContext context, string id, string action, Barcodes barcodes, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        var body = await StrictJson.BytesAsync(context.Request, StrictJson.LargestBodyBytes, cancellation);
        var form = body.Length == 0 ? new StaffForm() : StrictJson.Read<StaffForm>(body);
        var staff = context.Patron();
        if (StaffCommands.Of(action, form, staff.Id) is not { } command || !RequestIds.IsWellFormed(id))
        {
            return Problems.NotFound();
        }

        await barcodes.PutUpForAsync(id, command, cancellation);
        return Answers.Of(context, desk, await desk.HandleAsync(id, command, By.Staff(staff.Id), cancellation));
    }

    private static async Task<IResult> EditAsync(HttpContext context, string id, StaffEdits editing, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(id))
        {
            return Problems.NotFound();
        }

        var form = await StrictJson.ReadAsync<EditForm>(context.Request, cancellation);
        return Answers.Of(context, desk, await editing.EditAsync(id, form, By.Staff(context.Patron().Id), cancellation));
    }

    private static async Task<IResult> AddLibraryAsync(HttpContext context, string id, AddingLibraries adding, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(id))
        {
            return Problems.NotFound();
        }

        var form = await StrictJson.ReadAsync<AddLibraryForm>(context.Request, cancellation);
        return Answers.Of(context, desk, await adding.AddAsync(id, form, By.Staff(context.Patron().Id), cancellation));
    }

    private static async Task<IResult> FileAsync(
        HttpContext context,
        string id,
        RequestStore<PatronRequest, RequestEvent> store,
        PatronRequestProcessor desk,
        IBlobs blobs,
        CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(id) || await store.ReadAsync(id, cancellation) is null)
        {
            return Problems.NotFound();
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = PartnerEndpoints.LargestScanBytes;
        }

        var scanId = ScanIds.For(id, "staff", store.NewCommitId());
        var stored = await blobs.WriteAsync(BlobContainer.Scans, scanId, context.Request.Body, PartnerEndpoints.LargestScanBytes, cancellation);
        if (stored.Bytes == 0)
        {
            await blobs.DeleteAsync(BlobContainer.Scans, scanId, cancellation);
            throw new BadInputException(StatusCodes.Status400BadRequest, "empty-file", "The file is empty.");
        }

        var type = ScanIds.ContentTypeOf(context.Request.ContentType);
        var outcome = await desk.HandleAsync(
            id,
            new SupplyScan(new Scan(scanId, ScanIds.FileNameOf(id, type), type, stored.Bytes, stored.Sha256)),
            By.Staff(context.Patron().Id),
            cancellation);
        if (outcome is not Done<PatronRequest>)
        {
            await blobs.DeleteAsync(BlobContainer.Scans, scanId, cancellation);
        }

        return Answers.Of(context, desk, outcome);
    }
}
