using Hkall.Domain.Downloading;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Lending;

/// <summary>Uploads a scan that staff made for a borrowing library.</summary>
public static class LendingFile
{
    public static void MapLendingFile(this IEndpointRouteBuilder lending) =>
        lending.MapPut("{id}/file", FileAsync)
            .Produces<LendingView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413)
            .WithName("LendingFile").WithSummary("The scan; it is handed over by a link.");

    private static async Task<IResult> FileAsync(
        HttpContext context, string id, RequestStore<LendingRequest, LendingEvent> store, LendingRequestProcessor desk, IBlobs blobs, CancellationToken cancellation)
    {
        if (await LendingEndpoints.FindAsync(id, store, cancellation) is null)
        {
            return Problems.NotFound();
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = PartnerEndpoints.LargestScanBytes;
        }

        return LendingEndpoints.AnswerOf(
            await TakeAsync(id, context.Request.Body, ScanIds.ContentTypeOf(context.Request.ContentType), By.Staff(context.Patron().Id), store, desk, blobs, cancellation));
    }

    /// <summary>Stores the scan and supplies it; if the rules refuse, the scan is deleted.</summary>
    /// <exception cref="BadInputException">The file is empty.</exception>
    internal static async Task<Outcome<LendingRequest>> TakeAsync(
        string id, Stream content, string type, string by, RequestStore<LendingRequest, LendingEvent> store, LendingRequestProcessor desk, IBlobs blobs, CancellationToken cancellation)
    {
        var scanId = ScanIds.For(id, "staff", store.NewCommitId());
        var stored = await blobs.WriteAsync(BlobContainer.Scans, scanId, content, PartnerEndpoints.LargestScanBytes, cancellation);
        if (stored.Bytes == 0)
        {
            await blobs.DeleteAsync(BlobContainer.Scans, scanId, cancellation);
            throw new BadInputException(StatusCodes.Status400BadRequest, "empty-file", "The file is empty.");
        }

        var outcome = await desk.HandleAsync(id, new SupplyCopy(new Scan(scanId, ScanIds.FileNameOf(id, type), type, stored.Bytes, stored.Sha256)), by, cancellation);
        if (outcome is not Done<LendingRequest>)
        {
            await blobs.DeleteAsync(BlobContainer.Scans, scanId, cancellation);
        }

        return outcome;
    }
}
